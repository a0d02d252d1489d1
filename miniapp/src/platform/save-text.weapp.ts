import Taro from '@tarojs/taro'

/**
 * WeChat has no downloads: the file is handed to a chat, such as 文件传输助手, and where that cannot be, the text to the
 * clipboard. Says what a person does next.
 */
export async function saveText(name: string, text: string): Promise<string> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return '文件已经发出，在聊天里打开。'
  } catch {
    await Taro.setClipboardData({ data: text })
    return '内容已复制，粘贴到文件传输助手或者备忘录里保存。'
  }
}
