import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Reads anew when the person comes back from another page; the first showing reads by itself. */
export function useReloadOnReturn(reload: () => void): void {
  const before = useRef(false)
  useDidShow(() => {
    if (before.current) reload()
    before.current = true
  })
}
