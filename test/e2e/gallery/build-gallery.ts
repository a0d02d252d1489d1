import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

const miniapp = resolve(import.meta.dirname, '../../../miniapp')
const require = createRequire(`${miniapp}/package.json`)

// The app's stylesheet goes first: those of the components build on it.
const entry = `
import './app.scss'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import Gallery from './pages/gallery/index'
createRoot(document.getElementById('app')).render(createElement(Gallery))
`

interface Sass {
  compile(file: string): { readonly css: string }
}

/** What webpack does for a real build: our stylesheets, Taro's components for H5, and of its API only what a page alone needs. */
const asTaro: Plugin = {
  name: 'as Taro',
  setup({ onResolve, onLoad }) {
    const { compile } = require('sass') as Sass
    onLoad({ filter: /\.module\.scss$/ }, ({ path }) => ({ contents: compile(path).css, loader: 'local-css' }))
    onLoad({ filter: /\.scss$/ }, ({ path }) => ({ contents: compile(path).css, loader: 'css' }))
    const components = require.resolve('@tarojs/components/lib/react/index.js')
    onResolve({ filter: /^@tarojs\/components$/ }, () => ({ path: components }))
    onResolve({ filter: /^@tarojs\/taro$/ }, () => ({ path: resolve(import.meta.dirname, 'taro.ts') }))
  },
}

/** The gallery of components as a page of its own; the whole mini-program takes minutes to build, this takes seconds. */
export async function buildGallery(): Promise<{ readonly script: string; readonly style: string }> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: resolve(miniapp, 'src'), loader: 'tsx' },
    outdir: 'gallery',
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    resolveExtensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.js', '.json'],
    define: {
      DEPRECATED_ADAPTER_COMPONENT: 'false',
      'process.env.NODE_ENV': '"production"',
      'process.env.TARO_ENV': '"h5"',
      'process.env.TARO_PLATFORM': '"web"',
      'process.env.TARO_APP_API_ORIGIN': '""',
    },
    plugins: [asTaro],
    // Stencil's loader of parts looks for files that Taro has bundled already.
    logOverride: { 'empty-glob': 'silent' },
    logLevel: 'warning',
  })
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: text('.js'), style: text('.css') }
}
