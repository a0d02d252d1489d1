import { createRequire } from 'node:module'
import { join } from 'node:path'
import { unused } from './wx'

/** What a phone's service thread does before something is seen: reads the code, runs it, makes the first page's data. */
export interface ColdStart {
  /** Processor time until the code of the app and of its first page has run. */
  readonly codeMs: number
  /** From there until the first page's data went to the view. */
  readonly pageMs: number
  readonly bytes: number
}

type Methods = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const [dist = '', page = ''] = process.argv.slice(2)
const load = createRequire(join(dist, 'app.js'))
const started = cpuMs()

// What Node has and WeChat's service thread has not.
for (const name of ['fetch', 'Headers', 'Request', 'Response', 'FormData', 'WebSocket'])
  Reflect.deleteProperty(globalThis, name)

let app: Methods = {}
let first: Methods = {}
const pages: unknown[] = []
Object.assign(globalThis, {
  wx: unused(),
  App: (definition: Methods) => {
    app = definition
  },
  Page: (definition: Methods) => {
    first = definition
  },
  Component: () => undefined,
  Behavior: () => undefined,
  getApp: () => app,
  getCurrentPages: () => pages,
})
load('./app.js')
load(`./${page}.js`)
const codeMs = cpuMs() - started

function drawn(data: object): void {
  const bytes = Buffer.byteLength(JSON.stringify(data))
  // Whatever else may go before: it counts from the words that a person looks for.
  if (!JSON.stringify(data).includes('开始匹配')) return
  const found: ColdStart = { codeMs, pageMs: cpuMs() - started - codeMs, bytes }
  console.log(JSON.stringify(found))
  process.exit(0)
}

const caller = {
  ...first,
  route: page,
  __route__: page,
  options: {},
  setData(data: object, done?: () => void) {
    drawn(data)
    setTimeout(() => done?.())
  },
}
pages.push(caller)
const launch = { path: page, query: {}, scene: 1001, referrerInfo: {} }
app.onLaunch?.call(app, launch)
app.onShow?.call(app, launch)
first.onLoad?.call(caller, {})
first.onShow?.call(caller)
first.onReady?.call(caller)
