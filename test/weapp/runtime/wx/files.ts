import { weapp } from '../record'
import { type Options, refuse, WxFailure, wxFunction } from './call'

/** Files of this start by path; what was saved is kept in storage as on a phone. */
const files = new Map<string, Uint8Array>()
const SAVED = 'weapp-file:'
let count = 0

const asText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
const asBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

function bytesAt(path: string): Uint8Array {
  const found = files.get(path)
  if (found) return found
  const saved = localStorage.getItem(SAVED + path)
  if (saved === null) throw new WxFailure(`no such file or directory, open ${path}`)
  return asBytes(saved)
}

/** What a browser takes for a file of the phone. */
export const pictureAt = (path: string): string =>
  path.startsWith('wxfile://') ? URL.createObjectURL(new Blob([bytesAt(path).slice()])) : path

function temporary(bytes: Uint8Array, name: string): string {
  count += 1
  const path = `wxfile://tmp_${count}_${name}`
  files.set(path, bytes)
  return path
}

function taken(name: string) {
  const chosen = weapp.world.nextFiles.splice(0)
  if (chosen.length === 0) throw new WxFailure('cancel')
  return chosen.map((file) => {
    const bytes = Uint8Array.from(file.bytes)
    return { ...file, path: temporary(bytes, file.name), size: bytes.length, api: name }
  })
}

function chooseMedia({ count: most = 9, sizeType, sourceType }: Options): object {
  if (Number(most) > 20) refuse('chooseMedia', 'more than 20 at once')
  const kinds = [sizeType, sourceType].flat().filter((one) => one !== undefined)
  if (kinds.some((kind) => !['original', 'compressed', 'album', 'camera'].includes(String(kind))))
    refuse('chooseMedia', 'a type that is none')
  return {
    type: 'image',
    tempFiles: taken('chooseMedia').map(({ path, size }) => ({
      tempFilePath: path,
      size,
      fileType: 'image',
      width: 0,
      height: 0,
    })),
  }
}

const chooseMessageFile = (): object => ({
  tempFiles: taken('chooseMessageFile').map(({ path, size, name }) => ({ path, size, name, type: 'file', time: 0 })),
})

const slice = (path: string, position = 0, length?: number): ArrayBuffer => {
  const bytes = bytesAt(path)
  return bytes.slice(position, length === undefined ? undefined : position + length).buffer as ArrayBuffer
}

const fileSystem = {
  readFile: wxFunction('readFile', ({ filePath, position, length, encoding }) => ({
    data: encoding
      ? new TextDecoder().decode(slice(String(filePath)))
      : slice(String(filePath), Number(position ?? 0), length === undefined ? undefined : Number(length)),
  })),
  saveFile: wxFunction('saveFile', ({ tempFilePath, filePath }) => {
    count += 1
    const path = String(filePath ?? `wxfile://usr/${Date.now()}_${count}`)
    localStorage.setItem(SAVED + path, asText(bytesAt(String(tempFilePath))))
    return { savedFilePath: path }
  }),
  removeSavedFile: wxFunction('removeSavedFile', ({ filePath }) => {
    localStorage.removeItem(SAVED + String(filePath))
    return undefined
  }),
  unlink: wxFunction('unlink', ({ filePath }) => {
    files.delete(String(filePath))
    localStorage.removeItem(SAVED + String(filePath))
    return undefined
  }),
  writeFile: wxFunction('writeFile', ({ filePath, data }) => {
    files.set(
      String(filePath),
      data instanceof ArrayBuffer ? new Uint8Array(data) : new TextEncoder().encode(String(data)),
    )
    return undefined
  }),
  getFileInfo: wxFunction('getFileInfo', async ({ filePath, digestAlgorithm = 'md5' }) => {
    const bytes = bytesAt(String(filePath))
    if (digestAlgorithm !== 'sha1') return { size: bytes.length }
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes.slice().buffer as ArrayBuffer))
    return { size: bytes.length, digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') }
  }),
}

export const fileFunctions = {
  chooseMedia: wxFunction('chooseMedia', chooseMedia),
  chooseMessageFile: wxFunction('chooseMessageFile', chooseMessageFile),
  getFileSystemManager: () => fileSystem,
  compressImage: wxFunction('compressImage', ({ src }) => ({ tempFilePath: src })),
  getImageInfo: wxFunction('getImageInfo', async ({ src }) => {
    const { width, height } = await createImageBitmap(new Blob([bytesAt(String(src)).slice()]))
    return { path: src, width, height, orientation: 'up', type: 'jpeg' }
  }),
  openDocument: wxFunction('openDocument', ({ filePath }) => void bytesAt(String(filePath))),
  previewImage: wxFunction('previewImage', () => undefined),
  downloadFile: wxFunction('downloadFile', async ({ url, header }) => {
    const response = await fetch(String(url).replace('https://api.suanhui.test', '/server'), {
      headers: header as Record<string, string>,
    })
    const path = temporary(new Uint8Array(await response.arrayBuffer()), 'download')
    return { statusCode: response.status, tempFilePath: path }
  }),
}
