import Taro from '@tarojs/taro'
import type { Asked, Fetched } from './download-props'
import { apiOrigin } from './origin.weapp'

export async function download({ path, headers }: Asked): Promise<Fetched> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${apiOrigin ?? ''}${path}`,
    header: { ...headers },
  })
  return { status: statusCode, src: tempFilePath }
}

/** WeChat clears its temporary files by itself. */
export function forget(_src: string): void {}

/** What WeChat can show by itself (developers.weixin.qq.com, wx.openDocument). */
const DOCUMENTS = ['pdf', 'docx', 'doc', 'xlsx', 'xls', 'pptx', 'ppt'] as const
const PICTURES = ['jpg', 'jpeg', 'png', 'webp']

/** Shows a file, with the menu to save and send it; what WeChat cannot show is sent to a chat. */
export async function openFile(src: string, name: string): Promise<void> {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const fileType = DOCUMENTS.find((one) => one === ending)
  if (fileType !== undefined) await Taro.openDocument({ filePath: src, fileType, showMenu: true })
  else if (PICTURES.includes(ending)) await Taro.previewImage({ urls: [src], current: src })
  else await Taro.shareFileMessage({ filePath: src, fileName: name })
}
