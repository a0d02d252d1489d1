import { posix } from 'node:path'
import postcss from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { BUILT_IN } from './elements'

/** WeChat's elements are `wx-…` in a browser; `page` is the one around each page. */
const WX_TAGS = new Set([...BUILT_IN, 'page'])

/** 750 rpx are the width of the screen. */
export const withoutRpx = (value: string): string =>
  value.replace(/(-?[\d.]+)rpx\b/g, (_, figure: string) => `${+(Number(figure) / 7.5).toFixed(5)}vw`)

const withWxTags = (selector: string): string =>
  selectorParser((root) => {
    root.walkTags((tag) => {
      if (WX_TAGS.has(tag.value)) tag.value = `wx-${tag.value}`
    })
  }).processSync(selector)

/**
 * A wxss file as CSS, with what it imports in front.
 * @param read gives a file of the build; undefined where there is none.
 * @throws {Error} naming an import that leads nowhere.
 */
export function cssOf(file: string, read: (file: string) => string | undefined, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const source = read(file)
  if (source === undefined) throw new Error(`${file} is imported and is not there`)
  const root = postcss.parse(source, { from: file })
  let imported = ''
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1] ?? ''
    const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(file), target)
    imported += cssOf(path, read, seen)
    rule.remove()
  })
  root.walkRules((rule) => {
    const inKeyframes = rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes/.test(rule.parent.name)
    if (!inKeyframes) rule.selector = withWxTags(rule.selector)
  })
  root.walkDecls((declaration) => {
    declaration.value = withoutRpx(declaration.value)
  })
  return imported + root.toString()
}
