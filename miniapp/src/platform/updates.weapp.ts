import Taro from '@tarojs/taro'
import { updateWords as words } from '../words/wechat'

/**
 * A new version lies ready once WeChat has loaded it beside the running one. Taking it restarts the mini-program, so the
 * person says when; who says later gets it with the next start.
 */
export function offerUpdates(): void {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(async () => {
    const { confirm } = await Taro.showModal({
      title: words.title,
      content: words.text,
      confirmText: words.now,
      cancelText: words.later,
    })
    if (confirm) manager.applyUpdate()
  })
}
