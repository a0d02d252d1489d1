import { html } from 'hono/html'

/** Escaped where it is put together: `html` lets nothing through but what `html` made. */
export type Html = ReturnType<typeof html>

export type Place = 'desk' | 'phone' | 'faults'

const PLACES: readonly (readonly [Place, string, string])[] = [
  ['desk', '/desk', '审核工作台'],
  ['phone', '/phone', '手机短信'],
  ['faults', '/faults', '故障开关'],
]

/** The frame of every page. */
export const page = (place: Place, title: string, content: Html): Html => html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · 算惠通沙箱</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/style.css">
  </head>
  <body>
    <header class="top">
      <div class="inner">
        <div class="name">算惠通沙箱<small>演示用的审核平台，企业和人员都是虚构的</small></div>
        <nav aria-label="主菜单">
          ${PLACES.map(([name, href, label]) => html`<a href="${href}" ${name === place ? html`aria-current="page"` : ''}>${label}</a>`)}
        </nav>
      </div>
    </header>
    <main>${content}</main>
    <footer>这里的数据只用于演示和测试，与真实的政府平台无关。</footer>
    <script src="/assets/script.js" defer></script>
  </body>
</html>`

/** 2026年11月21日 12:05, in Shanghai. */
export function timeText(ms: number): string {
  const shanghai = new Date(ms + 8 * 3_600_000)
  const [hours, minutes] = [shanghai.getUTCHours(), shanghai.getUTCMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${shanghai.getUTCFullYear()}年${shanghai.getUTCMonth() + 1}月${shanghai.getUTCDate()}日 ${hours}:${minutes}`
}
