import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { dependencyPage } from '../supply-chain/dependency-table'
import { directDependencies, runtimeClosure } from '../supply-chain/read-packages'
import { hashesIn, sbomOf } from '../supply-chain/sbom'

const USAGE = `用法：npm run dependencies
      npm run -s dependencies -- sbom

  不带参数   重写 bff/operate/dependencies.md：直接依赖有哪些、为什么、多大、什么许可
  sbom      运行时用到的全部软件包，CycloneDX JSON`

const root = resolve(import.meta.dirname, '../../..')

async function printSbom(): Promise<void> {
  const all = ['bff', 'miniapp'].flatMap((workspace) => runtimeClosure(root, workspace))
  const each = [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()]
  const hashes = hashesIn(await readFile(join(root, 'pnpm-lock.yaml'), 'utf8'))
  console.log(JSON.stringify(sbomOf(each, hashes, { name: 'suanhuitong', version: '0.1.0' }), null, 2))
}

// npm run dependencies: what the product stands on.
const [verb, ...rest] = process.argv.slice(2)
if (rest.length > 0 || (verb !== undefined && verb !== 'sbom')) {
  console.error(USAGE)
  process.exitCode = 2
} else if (verb === 'sbom') await printSbom()
else {
  const direct = directDependencies(root)
  await writeFile(join(root, 'bff/operate/dependencies.md'), dependencyPage(direct))
  console.log(`写好了：${direct.length} 个直接依赖`)
}
