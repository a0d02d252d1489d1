import type { FileShape } from '../recognition/sniff'

const HEAD_BYTES = 4096
/** The end record of a ZIP lies within so many bytes of the end: its comment has at most 65,535. */
const ZIP_TAIL_BYTES = 65_557

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** Whether a ZIP's end record stands there whose directory lies inside the file: other programs would open it as one. */
function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - ZIP_TAIL_BYTES)))
  const at = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (at < 0 || at + 22 > tail.length) return false
  const directoryBytes = tail.readUInt32LE(at + 12)
  const comment = tail.readUInt16LE(at + 20)
  const start = at - directoryBytes
  return comment <= tail.length - at - 22 && (start < 0 || tail.toString('latin1', start, start + 2) === 'PK')
}

const ACTIVE = /<(script|html|svg|iframe|!doctype html)[\s/>]/i

/** A file that is another one as well (a picture that opens as a ZIP, a PDF or a web page) is made to deceive. */
export function hidesAnother(bytes: Uint8Array, shape: FileShape): boolean {
  const head = latin(bytes.subarray(0, HEAD_BYTES))
  switch (shape) {
    case 'picture':
      return (
        head.includes('%PDF-') ||
        ACTIVE.test(head) ||
        ACTIVE.test(latin(bytes.subarray(-HEAD_BYTES))) ||
        endsAsZip(bytes)
      )
    case 'pdf':
      return endsAsZip(bytes) || ACTIVE.test(head.slice(0, 1024))
    case 'text':
      return head.startsWith('#!') || ACTIVE.test(head)
    default:
      return false
  }
}
