import { createPage, type OpenPage } from './pages'
import { weapp } from './record'

const MOST_PAGES = 10

/** `pages/x/index?id=1` as WeChat reads it: the values stay encoded, as on a phone. */
export function readAddress(url: string): { readonly path: string; readonly query: Readonly<Record<string, string>> } {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?')
  const pairs = search.split('&').filter((pair) => pair !== '')
  return {
    path,
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)])),
  }
}

/** The stack of pages, with the bar that WeChat draws above them. */
export class PageStack {
  readonly pages: OpenPage[] = []
  private readonly bar = document.createElement('div')
  private readonly views = document.createElement('div')

  constructor(private readonly run: (file: string) => unknown) {
    this.bar.id = 'bar'
    this.views.id = 'stack'
    document.body.append(this.bar, this.views)
  }

  /** As {@link open} takes it. */
  here(): string {
    const top = this.pages.at(-1)
    if (top === undefined) return ''
    const query = Object.entries(top.caller.options).map(([name, value]) => `${name}=${value}`)
    return `${top.path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  }

  open(url: string): void {
    if (this.pages.length >= MOST_PAGES) throw new Error('webview count limit exceed')
    const { path, query } = readAddress(url)
    const page = createPage(path, query, this.run)
    const before = this.pages.at(-1)
    before?.caller.onHide?.()
    if (before) before.view.hidden = true
    this.views.appendChild(page.view)
    this.pages.push(page)
    this.draw()
    page.caller.onLoad?.(query)
    page.caller.onShow?.()
    page.attach()
    setTimeout(() => page.caller.onReady?.())
  }

  close(count = 1): void {
    const closed = this.pages.splice(Math.max(1, this.pages.length - count))
    for (const page of closed.reverse()) this.end(page)
    const top = this.pages.at(-1)
    if (top) top.view.hidden = false
    this.draw()
    if (closed.length > 0) top?.caller.onShow?.()
  }

  replace(url: string): void {
    const top = this.pages.pop()
    if (top) this.end(top)
    this.open(url)
  }

  replaceAll(url: string): void {
    for (const page of this.pages.splice(0).reverse()) this.end(page)
    this.open(url)
  }

  setTitle(title: string): void {
    const top = this.pages.at(-1)
    if (top) top.title = title
    this.draw()
  }

  private end(page: OpenPage): void {
    page.caller.onUnload?.()
    page.release()
  }

  private draw(): void {
    this.bar.replaceChildren()
    if (this.pages.length > 1) {
      const back = document.createElement('button')
      back.textContent = '‹'
      back.setAttribute('aria-label', '返回')
      back.addEventListener('click', () => this.close())
      this.bar.append(back)
    }
    const title = document.createElement('span')
    title.setAttribute('role', 'heading')
    title.setAttribute('aria-level', '1')
    title.textContent = this.pages.at(-1)?.title ?? ''
    this.bar.append(title)
  }
}

/** Errors that nobody caught are what a person would see as a dead page. */
export function recordErrors(): void {
  window.addEventListener('error', (event) => weapp.errors.push(String(event.error?.stack ?? event.message)))
  window.addEventListener('unhandledrejection', (event) =>
    weapp.errors.push(String(event.reason?.stack ?? event.reason)),
  )
}
