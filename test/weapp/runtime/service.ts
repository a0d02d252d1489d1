import { weapp } from './record'

type Module = (...given: readonly unknown[]) => void

declare global {
  interface Window {
    readonly builtModules: Readonly<Record<string, Module>>
  }
}

/** What a module of the mini-program finds around it. */
export interface Globals {
  readonly wx: unknown
  readonly App: unknown
  readonly Page: unknown
  readonly Component: unknown
  readonly Behavior: unknown
  readonly getApp: () => unknown
  readonly getCurrentPages: () => readonly unknown[]
}

function normal(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/**
 * WeChat does not throw at `Function('…')`, it hands back a function that does nothing: libraries that try and catch are
 * taken in. Here each such call is written down, and the test fails.
 */
function noFunction(global: object) {
  return function WeChatFunction(...given: readonly unknown[]) {
    if (given.at(-1) === 'return this') return () => global
    weapp.refusals.push('Function was called with code')
    return () => undefined
  }
}

/** Loads the modules of the build as WeChat's service layer does: CommonJS, and without anything that a browser has. */
export function serviceLoader(globals: Globals): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>()
  const global = {}
  const forbidden = noFunction(global)
  Object.defineProperty(forbidden, 'prototype', { value: Function.prototype })

  function load(file: string): unknown {
    const known = loaded.get(file)
    if (known) return known.exports
    const run = window.builtModules[file]
    if (run === undefined) throw new Error(`there is no module ${file}`)
    const module = { exports: {} as unknown }
    loaded.set(file, module)
    const require = (id: string): unknown => {
      const path = id.startsWith('/') ? id.slice(1) : normal(file.replace(/[^/]*$/, '') + id)
      return load(path.endsWith('.js') ? path : `${path}.js`)
    }
    const { wx, App, Page, Component, Behavior, getApp, getCurrentPages } = globals
    // In the order of PARAMETERS in build-site.ts; all the others stay undefined.
    run(
      require,
      module,
      module.exports,
      forbidden,
      wx,
      App,
      Page,
      Component,
      Behavior,
      getApp,
      getCurrentPages,
      undefined,
      global,
    )
    return module.exports
  }
  return load
}
