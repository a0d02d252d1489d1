import Taro from '@tarojs/taro'

/** What a person types before the server has it, and what else is theirs, lies under names that begin so. */
const PERSONAL = ['draft:', 'mine:'] as const

/** Takes everything of a person's off this phone. Answers to the matcher stay: they were given without an account. */
export function forgetPersonal(): void {
  try {
    for (const name of Taro.getStorageInfoSync().keys) {
      if (PERSONAL.some((beginning) => name.startsWith(beginning))) Taro.removeStorageSync(name)
    }
  } catch {
    // Where storage cannot be read, nothing was kept in it either.
  }
}
