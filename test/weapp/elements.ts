/** The elements that WeChat brings along (developers.weixin.qq.com, 组件). The templates of Taro name nearly all of them. */
export const BUILT_IN: readonly string[] = [
  'view text button input textarea image icon progress label form checkbox checkbox-group radio radio-group switch',
  'slider picker picker-view picker-view-column scroll-view swiper swiper-item navigator rich-text cover-view',
  'cover-image video audio canvas map web-view movable-area movable-view root-portal page-container page-meta',
  'navigation-bar match-media open-data ad ad-custom camera live-player live-pusher editor official-account',
  'functional-page-navigator keyboard-accessory voip-room share-element channel-live channel-video sticky-header',
  'sticky-section list-view grid-view draggable-sheet grid-builder list-builder nested-scroll-header',
  'nested-scroll-body open-container snapshot span store-home store-product native-component slot-view selection',
  'double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler inputs-at',
  'long-press-gesture-handler pan-gesture-handler scale-gesture-handler tap-gesture-handler',
  'vertical-drag-gesture-handler aria-component',
].flatMap((line) => line.split(' '))
