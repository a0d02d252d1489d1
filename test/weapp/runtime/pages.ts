import * as ge from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { BuiltApp } from '../built-app'
import { registerElements } from './elements/register'
import { bytesOf, plain, weapp } from './record'
import type { Globals } from './service'

declare global {
  interface Window {
    readonly builtApp: BuiltApp
    readonly builtTemplates: Readonly<Record<string, unknown>>
  }
}

type Methods = Record<string, unknown>
type Definition = Methods & { methods?: Methods }

interface SelectorQuery {
  select(selector: string): { boundingClientRect(): SelectorQuery }
  exec(then: (found: readonly ({ readonly top: number } | null)[]) => void): void
}

/** A page as the mini-program's own code sees it. */
interface PageCaller {
  route: string
  __route__: string
  options: Readonly<Record<string, string>>
  setData(data: object, done?: () => void): unknown
  createSelectorQuery(): SelectorQuery
  onLoad?(query: object): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onShareAppMessage?(given: { readonly from: string }): { readonly title: string; readonly path: string }
}

export interface OpenPage {
  readonly path: string
  readonly view: HTMLElement
  readonly caller: PageCaller
  /** How far below the top of the screen the first that a selector finds stands. */
  readonly placeOf: (selector: string) => Promise<number | undefined>
  /** Once its view lies in the document: the framework asks the browser for places and sizes. */
  readonly attach: () => void
  readonly release: () => void
  title: string
}

const app = window.builtApp

const withoutRpx = (style: string): string =>
  style.replace(/(-?[\d.]+)rpx\b/g, (_, figure: string) => `${Number(figure) / 7.5}vw`)

function browserContext(): ge.CurrentWindowBackendContext {
  const context = new ge.CurrentWindowBackendContext()
  const builtIn = new Set(app.builtIn)
  const createElement = (tag: string): HTMLElement => {
    const element = document.createElement(builtIn.has(tag) ? `wx-${tag}` : tag)
    const set = element.setAttribute.bind(element)
    element.setAttribute = (name: string, value: string) =>
      set(name, name === 'style' ? withoutRpx(String(value)) : value)
    return element
  }
  const surface = {
    createElement,
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  }
  context.document = surface as unknown as typeof context.document
  context.onEvent((target, type, detail, options) => {
    const event = new ge.Event(type, detail, options)
    ge.Event.dispatchEvent(target, event)
    return (event.defaultPrevented() ? 1 : 0) as ge.EventBubbleStatus
  })
  return context
}

interface FrameworkEvent {
  readonly type: string
  readonly timeStamp: number
  readonly target: { readonly id?: string; readonly dataset?: object }
  readonly currentTarget: { readonly id?: string; readonly dataset?: object }
  readonly mark?: object
  readonly detail: unknown
}

const isEvent = (given: unknown): given is FrameworkEvent =>
  typeof given === 'object' && given !== null && 'currentTarget' in given && 'timeStamp' in given

/** Events cross from the view to the service as JSON: what else a handler might reach for is not there on a phone. */
function crossed(given: unknown): unknown {
  if (!isEvent(given)) return given
  const target = ({ id = '', dataset = {} }: FrameworkEvent['target']) => ({ id, dataset: { ...dataset } })
  return {
    type: given.type,
    timeStamp: given.timeStamp,
    target: target(given.target),
    currentTarget: target(given.currentTarget),
    mark: { ...given.mark },
    detail: plain(given.detail),
    touches: [],
    changedTouches: [],
  }
}

const LIFETIMES =
  /^on(Load|Show|Ready|Hide|Unload|PullDownRefresh|ReachBottom|PageScroll|Resize|ShareAppMessage|ShareTimeline)$/

function withCrossedEvents(methods: Methods): Methods {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => {
      if (typeof method !== 'function' || LIFETIMES.test(name)) return [name, method]
      return [
        name,
        function cross(this: unknown, ...given: readonly unknown[]) {
          return (method as (...all: unknown[]) => unknown).apply(this, given.map(crossed))
        },
      ]
    }),
  )
}

const env = new MiniProgramEnv()
const backend = env.associateBackend(browserContext())
const codeSpace = env.createCodeSpace('main', true)
registerElements(env, codeSpace, app.builtIn)
for (const [path, config] of Object.entries(app.configs)) codeSpace.addComponentStaticConfig(path, config as never)
for (const path of Object.keys(app.configs)) {
  codeSpace.addCompiledTemplate(path, {
    groupList: window.builtTemplates,
    content: window.builtTemplates[path],
  } as never)
}
for (const [path, css] of Object.entries(app.styles)) {
  codeSpace.addStyleSheet(path, path)
  backend.registerStyleSheetContent(path, css)
}

/** Bundles hold `Page` and `Component` in shared chunks, so these lead to whichever file is being loaded. */
let loading: Pick<Globals, 'Page' | 'Component' | 'Behavior'> | undefined
const current = (name: 'Page' | 'Component' | 'Behavior') => (definition: Definition) =>
  (loading?.[name] as ((given: Definition) => unknown) | undefined)?.(definition)
export const constructors = { Page: current('Page'), Component: current('Component'), Behavior: current('Behavior') }

const ready = new Set<string>()

function loadComponent(path: string, run: (file: string) => unknown): void {
  if (ready.has(path)) return
  ready.add(path)
  codeSpace.componentEnv(path, ({ Page, Component, Behavior }) => {
    const before = loading
    loading = {
      Behavior,
      Page: (definition: Definition) => (Page as (given: Definition) => void)(withCrossedEvents(definition)),
      Component: (definition: Definition) =>
        (Component as (given: Definition) => void)({
          ...definition,
          created(this: Pick<PageCaller, 'setData'>) {
            watchSetData(path, this)
          },
          ...(definition.methods && { methods: withCrossedEvents(definition.methods) }),
        }),
    }
    try {
      run(`${path}.js`)
    } finally {
      loading = before
    }
  })
}

/** One setData on a phone may carry a megabyte at most, and only JSON. */
const SET_DATA_LIMIT_BYTES = 1024 * 1024

function watchSetData(path: string, caller: Pick<PageCaller, 'setData'>): void {
  const original = caller.setData
  caller.setData = function setData(this: typeof caller, data: object, done?: () => void) {
    const bytes = bytesOf(data)
    weapp.setData.push({ page: path, bytes })
    if (bytes > SET_DATA_LIMIT_BYTES) weapp.refusals.push(`setData of ${bytes} bytes on ${path}`)
    return original.call(this, plain(data), done)
  }
}

/** Opens a page of the build in a view of its own. */
export function createPage(
  path: string,
  query: Readonly<Record<string, string>>,
  run: (file: string) => unknown,
): OpenPage {
  const config = app.configs[path]
  if (!app.pages.includes(path) || config === undefined) throw new Error(`page "${path}" is not found`)
  for (const used of Object.values(config.usingComponents ?? {})) loadComponent(used.slice(1), run)
  loadComponent(path, run)
  const view = document.createElement('div')
  view.className = 'wx-webview'
  const mount = document.createElement('div')
  view.appendChild(mount)
  const root = backend.createRoot('wx-page', codeSpace, path)
  const caller = root.get() as unknown as PageCaller
  caller.route = path
  caller.__route__ = path
  caller.options = query
  watchSetData(path, caller)
  let gone = false
  const { setData } = caller
  // What comes after a page was closed is dropped without a word.
  caller.setData = function setDataWhileOpen(this: PageCaller, data: object, done?: () => void) {
    return gone ? undefined : setData.call(this, data, done)
  }
  return {
    path,
    view,
    caller,
    placeOf: (selector) =>
      new Promise((resolve) =>
        caller
          .createSelectorQuery()
          .select(selector)
          .boundingClientRect()
          .exec(([found]) => resolve(found?.top)),
      ),
    title: String(config.navigationBarTitleText ?? app.window.navigationBarTitleText ?? ''),
    release: () => {
      gone = true
      root.release()
      view.remove()
    },
    attach: () => root.attach(view as never, mount as never),
  }
}
