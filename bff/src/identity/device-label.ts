const LONGEST = 40

const WECHAT = /MicroMessenger/i
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙手机'],
  [/iPad/i, '苹果平板'],
  [/iPhone/i, '苹果手机'],
  [/Android/i, '安卓手机'],
  [/Windows/i, 'Windows 电脑'],
  [/Macintosh|Mac OS X/i, '苹果电脑'],
  [/Linux/i, 'Linux 电脑'],
]

/** Percent-encoded or plain; nothing that a line of text would not hold. */
function given(header: string): string {
  try {
    return decodeURIComponent(header).replace(/\p{C}/gu, '').trim().slice(0, LONGEST)
  } catch {
    return ''
  }
}

/** The device in words for its owner: what the header `X-Device` says, else what the browser tells about itself. */
export function deviceLabel(header: string | undefined, userAgent: string | undefined): string {
  const named = header === undefined ? '' : given(header)
  if (named !== '') return named
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  if (system === undefined) return '其他设备'
  return WECHAT.test(userAgent ?? '') ? `${system}上的微信` : system
}
