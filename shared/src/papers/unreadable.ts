/** Why nothing could be read off a file. */
export type UnreadableReason =
  | 'empty'
  | 'too_large'
  | 'unknown_type'
  | 'heic'
  | 'encrypted'
  | 'broken'
  | 'hostile'
  | 'too_many_pages'
  | 'too_many_pixels'
  | 'no_paper'
  | 'several_papers'
  | 'timed_out'
  | 'crashed'

/** What a person is told, and what to do about it. */
export const unreadableWords: Readonly<Record<UnreadableReason, string>> = {
  empty: '这个文件是空的，请重新选一个',
  too_large: '这个文件太大了，请换一个 20 MB 以内的',
  unknown_type: '这种文件读不了，请上传照片，或者 PDF、OFD、XML、ZIP 文件',
  heic: '这种照片格式（HEIC）读不了，请在小程序里直接拍照，或者在手机相机设置里选“兼容性最佳”再拍',
  encrypted: '这个文件有密码，请去掉密码后再上传',
  broken: '这个文件打不开，可能没有下载完整，请重新下载或者重新拍照',
  hostile: '这个文件的内容不正常，为了安全没有打开，请换一个从开票处直接下载的文件',
  too_many_pages: '这个文件页数太多，请拆开，每个文件不超过 30 页',
  too_many_pixels: '这张图片太大了，请用手机直接拍一张',
  no_paper: '压缩包里没有找到发票，请把里面的文件直接上传',
  several_papers: '这里面不止一张发票或者凭证，请分开，一张一张拍照、上传',
  timed_out: '这个文件读得太久，没有读出来。请重新拍照，或者手工填写',
  crashed: '这个文件没有读出来，请重新上传，或者手工填写',
}
