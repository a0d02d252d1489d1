// Taro's API for a page that stands alone: it keeps what it is told and goes nowhere.
const nowhere = (): Promise<void> => Promise.resolve()

export const useDidShow = (): void => {}
export const useRouter = (): { readonly params: Readonly<Record<string, string>> } => ({ params: {} })

// biome-ignore lint/style/noDefaultExport: Taro's API is one
export default {
  getStorageSync: (key: string): string => localStorage.getItem(key) ?? '',
  setStorageSync: (key: string, text: string): void => localStorage.setItem(key, text),
  getCurrentPages: (): readonly unknown[] => [],
  navigateTo: nowhere,
  redirectTo: nowhere,
  reLaunch: nowhere,
}
