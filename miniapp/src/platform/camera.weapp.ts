import Taro from '@tarojs/taro'
import { FILE_ENDINGS, MOST_AT_ONCE, type PickedFile, type PictureFrom } from './picked-file'

/** Choosing nothing is no error, and comes as one. */
const cancelled = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errMsg' in error && /cancel/.test(String(error.errMsg))

async function orNothing(choosing: Promise<readonly PickedFile[]>): Promise<readonly PickedFile[]> {
  try {
    return await choosing
  } catch (error) {
    if (cancelled(error)) return []
    throw error
  }
}

async function measured(path: string): Promise<{ readonly width?: number; readonly height?: number }> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path })
    return width > 0 && height > 0 ? { width, height } : {}
  } catch {
    return {}
  }
}

const endingOf = (path: string): string => /\.(\w{1,5})$/.exec(path)?.[1] ?? 'jpg'

async function pictures(from: PictureFrom): Promise<readonly PickedFile[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count: from === 'camera' ? 1 : MOST_AT_ONCE,
    mediaType: ['image'],
    sizeType: ['original'],
    sourceType: [from],
  })
  return Promise.all(
    tempFiles.map(async ({ tempFilePath, size }, index) => ({
      name: `照片${index + 1}.${endingOf(tempFilePath)}`,
      size,
      ...(await measured(tempFilePath)),
      source: tempFilePath,
    })),
  )
}

async function files(): Promise<readonly PickedFile[]> {
  const { tempFiles } = await Taro.chooseMessageFile({
    count: MOST_AT_ONCE,
    type: 'file',
    extension: [...FILE_ENDINGS],
  })
  return tempFiles.map(({ name, size, path }) => ({ name, size, source: path }))
}

export const takePictures = (from: PictureFrom): Promise<readonly PickedFile[]> => orNothing(pictures(from))

/** WeChat hands over files of chats only. */
export const chooseFiles = (): Promise<readonly PickedFile[]> => orNothing(files())
