// Builds one target, h5 or weapp, and says nothing when nothing has changed since it was last built.
// Of weapp it prints what the engine and the catalogue weigh.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const root = path.join(home, '..')
const target = process.argv[2] === 'weapp' ? 'weapp' : 'h5'
const inputs = ['src', 'config', 'types', 'package.json', 'babel.config.js', 'tsconfig.json', 'project.config.json']
  .map((name) => path.join(home, name))
  .concat(['shared/src', 'shared/package.json', 'pnpm-lock.yaml'].map((name) => path.join(root, name)))

/** Every file below a path, in a stable order; tests do not reach the build. */
function filesOf(name) {
  const children = readdirSync(name, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return children.flatMap((child) => {
    const full = path.join(name, child.name)
    if (child.isDirectory()) return filesOf(full)
    return /\.test\.tsx?$/.test(child.name) ? [] : [full]
  })
}

function fingerprint() {
  const hash = createHash('sha256').update(
    `${target} ${process.env.TARO_APP_API_ORIGIN ?? ''} ${process.env.TARO_APP_ID ?? ''}`,
  )
  for (const input of inputs.filter(existsSync)) {
    for (const file of path.extname(input) === '' ? filesOf(input) : [input]) {
      hash.update(`\n${path.relative(root, file)}\n`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

const stamp = path.join(home, 'dist', `.${target}-built-from`)
const built = path.join(home, 'dist', target, target === 'h5' ? 'index.html' : 'app.json')
const now = fingerprint()
if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) process.exit(0)

const taro = spawnSync('npm', ['run', '-s', `build:${target}`], { cwd: home, encoding: 'utf8', maxBuffer: 64 << 20 })
if (taro.status !== 0) {
  process.stderr.write(`${taro.stdout}${taro.stderr}`)
  process.exit(taro.status ?? 1)
}
if (target === 'weapp' && process.env.TARO_APP_ID) {
  const config = path.join(home, 'dist/weapp/project.config.json')
  const project = { ...JSON.parse(readFileSync(config, 'utf8')), appid: process.env.TARO_APP_ID }
  writeFileSync(config, JSON.stringify(project, null, 2))
}
mkdirSync(path.dirname(stamp), { recursive: true })
writeFileSync(stamp, now)
if (target === 'weapp') {
  spawnSync(process.execPath, ['--import', 'tsx', path.join(home, 'config/weight/print.ts')], {
    cwd: root,
    stdio: 'inherit',
  })
}
