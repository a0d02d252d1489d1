import { bytesOf, plain } from '../record'
import { refuse } from './call'

const PREFIX = 'weapp:'
/** developers.weixin.qq.com, 存储: one value 1 MB, all together 10 MB. */
const VALUE_LIMIT_BYTES = 1024 * 1024
const ALL_LIMIT_BYTES = 10 * 1024 * 1024

const keys = (): readonly string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))

function setStorage(key: string, value: unknown): void {
  if (typeof key !== 'string' || key === '') refuse('setStorage', 'the key has to be text')
  if (JSON.stringify(plain({ value })) !== JSON.stringify({ value })) refuse('setStorage', 'only what JSON can hold')
  const bytes = bytesOf(value)
  if (bytes > VALUE_LIMIT_BYTES) refuse('setStorage', `${bytes} bytes in one value`)
  const others = keys().filter((one) => one !== PREFIX + key)
  const all = others.reduce((sum, one) => sum + (localStorage.getItem(one)?.length ?? 0), bytes)
  if (all > ALL_LIMIT_BYTES) refuse('setStorage', 'more than 10 MB in all')
  localStorage.setItem(PREFIX + key, JSON.stringify(value))
}

function getStorage(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key)
  return text === null ? '' : JSON.parse(text)
}

/** What the phone keeps: survives a restart of the mini-program, as localStorage survives a reload. */
export const storage = {
  setStorageSync: setStorage,
  getStorageSync: getStorage,
  removeStorageSync: (key: string) => localStorage.removeItem(PREFIX + key),
  clearStorageSync: () => {
    for (const key of keys()) localStorage.removeItem(key)
  },
  getStorageInfoSync: () => ({
    keys: keys().map((key) => key.slice(PREFIX.length)),
    currentSize: 0,
    limitSize: 10_240,
  }),
}
