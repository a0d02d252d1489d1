import { createRequire } from 'node:module'
import { GlobalFonts } from '@napi-rs/canvas'

const require = createRequire(import.meta.url)

/**
 * `sans` and `bold` are what extraction was tuned with; `serif`, `serif bold` and `brush` only stand on held-out
 * papers.
 */
export type FontName = 'sans' | 'bold' | 'serif' | 'serif bold' | 'brush'

const FILES: Readonly<Record<FontName, string>> = {
  sans: 'noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2',
  bold: 'noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff2',
  serif: 'noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff2',
  'serif bold': 'noto-serif-sc/files/noto-serif-sc-chinese-simplified-700-normal.woff2',
  brush: 'zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2',
}

const registered = new Set<FontName>()

/** The family of a font for the canvas; loaded when it is first used. */
export function fontFamily(name: FontName): string {
  const family = `Paper ${name}`
  if (!registered.has(name)) {
    GlobalFonts.registerFromPath(require.resolve(`@fontsource/${FILES[name]}`), family)
    registered.add(name)
  }
  return `"${family}"`
}
