import Taro from '@tarojs/taro'

/** What the phone keeps under a name; undefined where there is nothing or it cannot be read. */
export function readStored(key: string): unknown {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Whether it was kept: a full or forbidden storage must not stop anyone from answering. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The names under which the phone keeps something, of those that begin so. */
export function storedKeys(prefix: string): readonly string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

export function dropStored(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // What cannot be taken away now is overwritten the next time.
  }
}
