import Taro from '@tarojs/taro'
import type { PickedFile } from './picked-file'
import type { FileHash } from './upload-files-props'

/** In the mini-program's own folder: WeChat clears temporary files when it likes, and this folder never. */
const pathOf = (id: string): string => `${Taro.env.USER_DATA_PATH ?? ''}/upload-${id}`

const files = () => Taro.getFileSystemManager()

/** The file system answers by callbacks only. */
const called = <T>(call: (callbacks: { success: (result: T) => void; fail: (error: unknown) => void }) => void) =>
  new Promise<T>((success, fail) => call({ success, fail }))

async function hashOf(filePath: string): Promise<FileHash> {
  try {
    const { digest } = await called<{ digest?: string }>((callbacks) =>
      files().getFileInfo({ filePath, digestAlgorithm: 'sha1', ...callbacks }),
    )
    return digest === undefined ? {} : { sha1: digest.toLowerCase() }
  } catch {
    return {}
  }
}

export async function keepFile(id: string, { source }: PickedFile): Promise<FileHash> {
  if (typeof source !== 'string') throw new Error('WeChat has paths, not files')
  const filePath = pathOf(id)
  await called((callbacks) => files().saveFile({ tempFilePath: source, filePath, ...callbacks }))
  return hashOf(filePath)
}

export async function readPart(id: string, position: number, length: number): Promise<ArrayBuffer> {
  const { data } = await called<{ data: string | ArrayBuffer }>((callbacks) =>
    files().readFile({ filePath: pathOf(id), position, length, ...callbacks }),
  )
  if (typeof data === 'string') throw new Error('bytes were asked for')
  return data
}

export async function dropFile(id: string): Promise<void> {
  await called((callbacks) => files().unlink({ filePath: pathOf(id), ...callbacks })).catch(() => undefined)
}
