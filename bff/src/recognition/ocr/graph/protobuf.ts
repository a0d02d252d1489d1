/** One field of a protobuf message: a number, or bytes, which may be a message again. */
export interface Field {
  readonly number: number
  readonly value: bigint | Uint8Array
  /** Bytes of fixed length (4 or 8) carry no length. */
  readonly fixed?: 1 | 5
}

const VARINT = 0
const BYTES = 2
const LENGTHS: Readonly<Record<number, number>> = { 1: 8, 5: 4 }

class Reader {
  private at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.bytes.length
  }

  varint(): bigint {
    let [value, shift, byte] = [0n, 0n, 0x80]
    while (byte & 0x80) {
      byte = this.bytes[this.at++] ?? 0
      value |= BigInt(byte & 0x7f) << shift
      shift += 7n
    }
    return value
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new Error('a message ends too early')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}

/** The fields of a message, in their order. */
export function fieldsOf(message: Uint8Array): readonly Field[] {
  const reader = new Reader(message)
  const fields: Field[] = []
  while (!reader.done) {
    const tag = Number(reader.varint())
    const [number, wire] = [tag >>> 3, tag & 7]
    if (wire === VARINT) fields.push({ number, value: reader.varint() })
    else if (wire === BYTES) fields.push({ number, value: reader.take(Number(reader.varint())) })
    else if (wire === 1 || wire === 5) fields.push({ number, fixed: wire, value: reader.take(LENGTHS[wire] ?? 0) })
    else throw new Error(`a field of an unknown wire type ${wire}`)
  }
  return fields
}

function varintBytes(value: bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  return Uint8Array.from([...bytes, Number(rest)])
}

/** Fields as the bytes of a message. */
export function messageOf(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(({ number, value, fixed }): readonly Uint8Array[] => {
    const wire = typeof value === 'bigint' ? VARINT : (fixed ?? BYTES)
    const tag = varintBytes(BigInt(number * 8 + wire))
    if (typeof value === 'bigint') return [tag, varintBytes(value)]
    return fixed ? [tag, value] : [tag, varintBytes(BigInt(value.length)), value]
  })
  return Buffer.concat(parts)
}

const coder = { encode: new TextEncoder(), decode: new TextDecoder() }

export const textField = (number: number, text: string): Field => ({ number, value: coder.encode.encode(text) })
export const numberField = (number: number, value: number): Field => ({ number, value: BigInt(value) })

/** The texts of all fields of a number. */
export const textsOf = (fields: readonly Field[], number: number): readonly string[] =>
  fields.flatMap((field) =>
    field.number === number && typeof field.value !== 'bigint' ? [coder.decode.decode(field.value)] : [],
  )

/** The bytes of all fields of a number. */
export const bytesOf = (fields: readonly Field[], number: number): readonly Uint8Array[] =>
  fields.flatMap((field) => (field.number === number && typeof field.value !== 'bigint' ? [field.value] : []))
