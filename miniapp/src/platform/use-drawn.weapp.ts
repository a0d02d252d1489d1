import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/**
 * How many of the parts of a page to draw: it opens with what its first screen shows, and the others follow one by one.
 * All at once, WeChat would show nothing until the last of them had gone to the view.
 */
export function useDrawn(all: number, first: number): number {
  const [drawn, setDrawn] = useState(first)
  useEffect(() => {
    if (drawn < all) Taro.nextTick(() => setDrawn(drawn + 1))
  }, [drawn, all])
  return drawn
}
