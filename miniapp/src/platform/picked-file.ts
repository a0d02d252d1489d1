/** A file that the person chose, as this phone hands it over: good for this moment only. */
export interface PickedFile {
  readonly name: string
  readonly size: number
  /** Of a picture, in pixels; absent where it cannot be measured. */
  readonly width?: number
  readonly height?: number
  /** A browser's file, or WeChat's path. */
  readonly source: Blob | string
}

export type PictureFrom = 'camera' | 'album'

/** At most so many at once, as WeChat allows (developers.weixin.qq.com, wx.chooseMedia). */
export const MOST_AT_ONCE = 9

/** What invoices come as. */
export const FILE_ENDINGS = ['pdf', 'ofd', 'xml', 'zip', 'jpg', 'jpeg', 'png'] as const
