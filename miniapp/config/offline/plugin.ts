import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

/** Writes `sw.js` beside the H5 page: the service worker with the names of everything the build made. */
export class OfflinePlugin {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('OfflinePlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'OfflinePlugin', stage }, (assets) => {
        const files = Object.keys(assets)
          .filter((name) => /\.(js|css)$/.test(name))
          .sort()
          .map((name) => `/${name}`)
        // The page's own text is no asset with a hash: its share in the name is that of the files it loads.
        const name = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
        const worker = readFileSync(path.resolve(__dirname, 'worker.js'), 'utf8')
          .replace('__NAME__', `page-${name}`)
          .replace('__FILES__', JSON.stringify(['/', ...files]))
        compilation.emitAsset('sw.js', new sources.RawSource(worker))
      })
    })
  }
}
