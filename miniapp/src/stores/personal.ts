import Taro from '@tarojs/taro'
import { readStored, writeStored } from './storage'

/** What a person types before the server has it, and what else is theirs, lies under names that begin so. */
const PERSONAL = ['draft:', 'mine:'] as const

function personalNames(): readonly string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((name) => PERSONAL.some((beginning) => name.startsWith(beginning)))
  } catch {
    // Where storage cannot be read, nothing was kept in it either.
    return []
  }
}

/** Whether something was typed here that the server does not have yet. */
export const hasUnsent = (): boolean =>
  personalNames().some((name) => name.startsWith('draft:') && readStored(name) !== null)

/** Takes everything of a person's off this phone. Answers to the matcher stay: they were given without an account. */
export function forgetPersonal(): void {
  for (const name of personalNames()) {
    try {
      Taro.removeStorageSync(name)
    } catch {
      writeStored(name, null)
    }
  }
}
