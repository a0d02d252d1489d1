const REPLACEMENT = 0xfffd

/** The code point at a place; a half of a pair alone counts as U+FFFD, as in the Encoding Standard. */
function codePoint(text: string, index: number): number {
  const code = text.codePointAt(index) ?? REPLACEMENT
  return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code
}

/** The text in UTF-8. WeChat has no TextEncoder. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let size = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = codePoint(text, index)
    if (code < 0x80) bytes[size++] = code
    else if (code < 0x800) {
      bytes[size++] = 0xc0 | (code >> 6)
      bytes[size++] = 0x80 | (code & 0x3f)
    } else if (code < 0x10000) {
      bytes[size++] = 0xe0 | (code >> 12)
      bytes[size++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[size++] = 0x80 | (code & 0x3f)
    } else {
      bytes[size++] = 0xf0 | (code >> 18)
      bytes[size++] = 0x80 | ((code >> 12) & 0x3f)
      bytes[size++] = 0x80 | ((code >> 6) & 0x3f)
      bytes[size++] = 0x80 | (code & 0x3f)
      index += 1
    }
  }
  return bytes.subarray(0, size)
}
