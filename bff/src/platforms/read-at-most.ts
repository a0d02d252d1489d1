/** Reads a body; undefined as soon as it is longer than the limit, and the rest is not read. */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > limitBytes) {
      await reader.cancel()
      return undefined
    }
    chunks.push(part.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
