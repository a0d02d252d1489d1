import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { OfflinePlugin } from './offline/plugin'
import { WeightPlugin } from './weight/plugin'

// The shared package ships TypeScript, outside sourceRoot: webpack must be told to transpile it.
const sharedSource = [path.resolve(__dirname, '../../shared/src')]

// px stays px on both sides: rpx and rem shrink the text on narrow phones to less than people can read.
const pxtransform = { enable: false, config: {} }
const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[local]_[hash:base64:5]' },
}

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'suanhuitong',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'aria/plugin.ts')],
    // A name that is not defined here stays in the bundle, and `process` does not exist in WeChat.
    env: { TARO_APP_API_ORIGIN: JSON.stringify(process.env.TARO_APP_API_ORIGIN ?? '') },
    framework: 'react',
    // Chinese stays as it is: escaped, each character takes six bytes of the package in place of three.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    copy: {
      // Taro does not copy what app.json names here.
      patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
      options: {},
    },
    mini: {
      compile: { include: sharedSource },
      optimizeMainPackage: { enable: true },
      // A class goes to the view with every node: without its own name it is half as long.
      postcss: {
        pxtransform,
        cssModules: { enable: true, config: { ...cssModules.config, generateScopedName: 'c[hash:base64:5]' } },
      },
      // Our stylesheets are scoped and do not override one another.
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain) {
        chain.plugin('weight').use(WeightPlugin, [path.resolve(__dirname, '../dist/.weapp-modules.json')])
      },
    },
    h5: {
      compile: { include: sharedSource },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform, cssModules, autoprefixer: { enable: true, config: {} } },
      webpackChain(chain) {
        // Without it each page's chunk carries its own copy of the regions and of the engine.
        chain.optimization.merge({ splitChunks: { chunks: 'all', minSize: 8_000, maxInitialRequests: 12 } })
        chain.performance.hints(false)
        chain.plugin('offline').use(OfflinePlugin)
      },
    },
  }
  return config
})
