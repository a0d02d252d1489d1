import { bytesOf, type Field, fieldsOf, messageOf, numberField, textField, textsOf } from './protobuf'

/** A constant of a model. */
export interface Weights {
  readonly dims: readonly number[]
  readonly data: Float32Array
}

/** One operation. */
export interface Node {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** As they stand in the file. */
  readonly attributes: readonly Uint8Array[]
}

/** The graph of a model: its operations in order, and the numbers that are known beforehand. */
export interface Graph {
  readonly nodes: readonly Node[]
  readonly weights: ReadonlyMap<string, Weights>
}

// Numbers of fields, as onnx.proto has them.
const MODEL = { graph: 7 } as const
const GRAPH = { node: 1, initializer: 5 } as const
const NODE = { input: 1, output: 2, name: 3, op: 4, attribute: 5 } as const
const ATTRIBUTE = { name: 1, float: 2, int: 3, tensor: 5, ints: 8, type: 20 } as const
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const
const FLOAT = 1n

const numberOf = (fields: readonly Field[], number: number): bigint | undefined => {
  const value = fields.find((field) => field.number === number)?.value
  return typeof value === 'bigint' ? value : undefined
}

function weightsOf(node: Node): Weights | undefined {
  const tensor = node.attributes.flatMap((attribute) => bytesOf(fieldsOf(attribute), ATTRIBUTE.tensor))[0]
  const fields = tensor ? fieldsOf(tensor) : []
  const raw = bytesOf(fields, TENSOR.raw)[0]
  if (!raw || numberOf(fields, TENSOR.type) !== FLOAT) return undefined
  const dims = fields.flatMap(({ number, value }) =>
    number === TENSOR.dims && typeof value === 'bigint' ? [Number(value)] : [],
  )
  return { dims, data: new Float32Array(Uint8Array.from(raw).buffer) }
}

function nodeOf(message: Uint8Array): Node {
  const fields = fieldsOf(message)
  return {
    op: textsOf(fields, NODE.op)[0] ?? '',
    inputs: textsOf(fields, NODE.input),
    outputs: textsOf(fields, NODE.output),
    attributes: bytesOf(fields, NODE.attribute),
  }
}

const nodeField = ({ op, inputs, outputs, attributes }: Node): Field => ({
  number: GRAPH.node,
  value: messageOf([
    ...inputs.map((one) => textField(NODE.input, one)),
    ...outputs.map((one) => textField(NODE.output, one)),
    textField(NODE.name, outputs[0] ?? op),
    textField(NODE.op, op),
    ...attributes.map((value): Field => ({ number: NODE.attribute, value })),
  ]),
})

const weightsField = ([name, { dims, data }]: readonly [string, Weights]): Field => ({
  number: GRAPH.initializer,
  value: messageOf([
    ...dims.map((size) => numberField(TENSOR.dims, size)),
    { number: TENSOR.type, value: FLOAT },
    textField(TENSOR.name, name),
    { number: TENSOR.raw, value: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) },
  ]),
})

/** An attribute of an operation: a whole number, several, or one with a fraction. */
export function attribute(name: string, value: number | readonly number[] | { readonly float: number }): Uint8Array {
  const named = textField(ATTRIBUTE.name, name)
  if (typeof value === 'number')
    return messageOf([named, numberField(ATTRIBUTE.int, value), numberField(ATTRIBUTE.type, 2)])
  if ('float' in value) {
    const bytes = new Uint8Array(Float32Array.of(value.float).buffer)
    return messageOf([named, { number: ATTRIBUTE.float, fixed: 5, value: bytes }, numberField(ATTRIBUTE.type, 1)])
  }
  return messageOf([named, ...value.map((one) => numberField(ATTRIBUTE.ints, one)), numberField(ATTRIBUTE.type, 7)])
}

/** The whole numbers of an attribute. */
export function integers({ attributes }: Node, name: string): readonly number[] {
  const found = attributes.map(fieldsOf).find((fields) => textsOf(fields, ATTRIBUTE.name)[0] === name) ?? []
  return found.flatMap(({ number, value }) =>
    (number === ATTRIBUTE.int || number === ATTRIBUTE.ints) && typeof value === 'bigint' ? [Number(value)] : [],
  )
}

/** Numbers with fractions: epsilon of a normalisation, bounds of a clip. */
export function fraction({ attributes }: Node, name: string): number | undefined {
  const found = attributes.map(fieldsOf).find((fields) => textsOf(fields, ATTRIBUTE.name)[0] === name) ?? []
  const bytes = bytesOf(found, ATTRIBUTE.float)[0]
  return bytes && new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true)
}

/** A model with another graph in the place of its own. */
export function withGraph(file: Uint8Array, change: (graph: Graph) => Graph): Uint8Array {
  const model = fieldsOf(file)
  return messageOf(
    model.map((field) => {
      if (field.number !== MODEL.graph || typeof field.value === 'bigint') return field
      const fields = fieldsOf(field.value)
      const all = bytesOf(fields, GRAPH.node).map(nodeOf)
      const known = new Map<string, Weights>()
      for (const node of all) {
        const weights = node.op === 'Constant' ? weightsOf(node) : undefined
        if (weights) known.set(node.outputs[0] ?? '', weights)
      }
      const nodes = all.filter(({ outputs }) => !known.has(outputs[0] ?? ''))
      const graph = change({ nodes, weights: known })
      const used = new Set(graph.nodes.flatMap(({ inputs }) => inputs))
      return {
        number: MODEL.graph,
        value: messageOf([
          ...graph.nodes.map(nodeField),
          ...[...graph.weights].filter(([name]) => used.has(name)).map(weightsField),
          ...fields.filter(({ number }) => number !== GRAPH.node),
        ]),
      }
    }),
  )
}
