import * as ge from 'glass-easel'
import { constructors } from './pages'
import { weapp } from './record'
import { serviceLoader } from './service'
import { PageStack, readAddress, recordErrors } from './stack'
import { createWx } from './wx'

interface App {
  onLaunch?(options: object): void
  onShow?(options: object): void
}

recordErrors()
ge.addGlobalErrorListener((error) => {
  weapp.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return false
})

let app: App = {}
let load: (file: string) => unknown = () => undefined
const stack = new PageStack((file) => load(file))
load = serviceLoader({
  wx: createWx(stack),
  App: (definition: App) => {
    app = definition
  },
  ...constructors,
  getApp: () => app,
  getCurrentPages: () => stack.pages.map((page) => page.caller),
})

weapp.here = () => stack.here()
weapp.share = () => stack.pages.at(-1)?.caller.onShareAppMessage?.({ from: 'menu' })
Object.assign(window, { weapp })
load('app.js')
const first = window.location.hash.slice(1) || (window.builtApp.pages[0] ?? '')
const { path, query } = readAddress(first)
const launch = { path, query, scene: 1001, referrerInfo: {} }
app.onLaunch?.(launch)
app.onShow?.(launch)
stack.open(first)
weapp.ready = true
