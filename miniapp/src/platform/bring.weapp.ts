import Taro from '@tarojs/taro'

/** Above it there is room for what stays on top of a page. */
const ROOM_PX = 96

/** Scrolls to the part of the page that has this id. The keyboard stays away: it would cover half of what is to be read. */
export function bringIntoSight(id: string): void {
  // What React has just drawn reaches the view with the next setData.
  Taro.nextTick(() => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -ROOM_PX, duration: 0 }))
}
