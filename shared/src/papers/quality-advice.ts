import type { QualityProblem } from './reading'

/** What is wrong with a picture, as it goes on after 这张照片. */
export const qualityAdvice: Readonly<Record<QualityProblem, string>> = {
  too_small: '太小，字看不清',
  blurred: '拍糊了',
  dark: '太暗',
  glare: '有反光',
  cut_off: '没有拍全',
  grey: '是黑白的，看不出红章',
  empty: '没有拍到字',
}
