import { type Options, WxFailure, wxFunction } from './call'

function over(role: string, words: readonly string[]): HTMLElement {
  const box = document.createElement('div')
  box.className = role === 'status' ? 'wx-toast' : 'wx-over'
  box.setAttribute('role', role)
  for (const text of words.filter((one) => one !== '')) {
    const line = document.createElement('div')
    line.textContent = text
    box.append(line)
  }
  document.body.append(box)
  return box
}

function choice(box: HTMLElement, label: string, then: () => void): void {
  const button = document.createElement('button')
  button.textContent = label
  button.addEventListener('click', () => {
    box.remove()
    then()
  })
  box.append(button)
}

const closeToasts = (): undefined => {
  for (const toast of document.querySelectorAll('.wx-toast')) toast.remove()
  return undefined
}

function showToast({ title, duration = 1500 }: Options): undefined {
  closeToasts()
  const toast = over('status', [String(title)])
  setTimeout(() => toast.remove(), Number(duration))
  return undefined
}

const showModal = ({
  title = '',
  content = '',
  showCancel = true,
  confirmText = '确定',
  cancelText = '取消',
}: Options) =>
  new Promise<object>((resolve) => {
    const box = over('dialog', [String(title), String(content)])
    if (showCancel) choice(box, String(cancelText), () => resolve({ confirm: false, cancel: true }))
    choice(box, String(confirmText), () => resolve({ confirm: true, cancel: false }))
  })

const showActionSheet = ({ itemList }: Options) =>
  new Promise<object>((resolve, reject) => {
    const box = over('dialog', [])
    for (const [tapIndex, item] of (itemList as readonly string[]).entries())
      choice(box, item, () => resolve({ tapIndex }))
    choice(box, '取消', () => reject(new WxFailure('cancel')))
  })

export const dialogs = {
  showToast: wxFunction('showToast', showToast),
  hideToast: wxFunction('hideToast', closeToasts),
  showLoading: wxFunction('showLoading', ({ title }) => showToast({ title, duration: 60_000 })),
  hideLoading: wxFunction('hideLoading', closeToasts),
  showModal: wxFunction('showModal', showModal),
  showActionSheet: wxFunction('showActionSheet', showActionSheet),
}
