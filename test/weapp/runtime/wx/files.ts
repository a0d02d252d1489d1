import { weapp } from '../record'
import { type Options, refuse, WxFailure, wxFunction } from './call'
import { checkAddress, onThisSite } from './request'

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

/** developers.weixin.qq.com, wx.chooseMessageFile: the count has to be said, 100 at most; endings only for files. */
function chooseMessageFile({ count: most, type = 'all', extension }: Options): object {
  if (typeof most !== 'number' || most < 1 || most > 100) refuse('chooseMessageFile', `count of ${String(most)}`)
  if (!['all', 'video', 'image', 'file'].includes(String(type))) refuse('chooseMessageFile', `type ${String(type)}`)
  if (extension !== undefined && (type !== 'file' || !Array.isArray(extension) || extension.includes('')))
    refuse('chooseMessageFile', 'endings are for files, and none is empty')
  return filesOfChat()
}

const filesOfChat = (): object => ({
  tempFiles: taken('chooseMessageFile').map(({ path, size, name }) => ({ path, size, name, type: 'file', time: 0 })),
})

/** developers.weixin.qq.com, wx.openDocument. */
const DOCUMENTS = ['doc', 'xls', 'ppt', 'pdf', 'docx', 'xlsx', 'pptx']

function openDocument({ filePath, fileType }: Options): undefined {
  const ending = String(fileType ?? /\.(\w+)$/.exec(String(filePath))?.[1] ?? '')
  if (!DOCUMENTS.includes(ending)) throw new WxFailure(`filetype not supported: ${ending}`)
  weapp.opened.push({ ending, coded: btoa(asText(bytesAt(String(filePath)))) })
  return undefined
}

/** developers.weixin.qq.com, wx.downloadFile: whatever the status, the body is the file. */
async function downloadFile({ url, header, timeout }: Options): Promise<object> {
  checkAddress('downloadFile', { url, header, timeout })
  if (weapp.world.network === 'none') throw new WxFailure('', 600_003)
  const response = await fetch(onThisSite(String(url)), { headers: header as Record<string, string> }).catch(() => {
    throw new WxFailure('', 600_001)
  })
  return {
    statusCode: response.status,
    tempFilePath: temporary(new Uint8Array(await response.arrayBuffer()), 'download'),
  }
}

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
  openDocument: wxFunction('openDocument', openDocument),
  previewImage: wxFunction('previewImage', ({ urls }) => {
    if (!Array.isArray(urls) || urls.length === 0) refuse('previewImage', 'no picture')
    return undefined
  }),
  downloadFile: wxFunction('downloadFile', downloadFile),
}
