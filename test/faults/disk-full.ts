import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answered } from './client'
import { refusalProblems } from './database-gone'
import type { Fault, Outcome } from './fault'
import { someWrites } from './kill'
import { startMixedRun } from './mixed-run'
import { endOf } from './outcome'
import { openScene, type Scene } from './scene'

const SIZE_MB = 200

/** A file system of its own, small enough to be filled. @returns whether this user may make one. */
function mountSmall(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Takes what is left, down to the last block. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const target = join(folder, 'ballast')
  for (let bytes = bavail * bsize; bytes >= 4096; bytes = Math.floor(bytes / 2)) {
    try {
      writeFileSync(target, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      // Half of it, then.
    }
  }
}

async function filled(scene: Scene, count: number, short: boolean): Promise<Outcome> {
  const wrong: string[] = []
  await scene.start()
  const run = await startMixedRun(scene, { people: short ? 1 : 3 })
  const owner = run.owners[0]
  let refused = 0
  for (let index = 0; index < count && owner !== undefined; index += 1) {
    await someWrites(run, 8)
    fill(scene.dataDir)
    const company = owner.companies[0]
    const path = `/v1/companies/${company}/uploads`
    const first = (): Promise<Answered> => owner.client.ask('POST', path, { name: '测试.pdf', size: 400_000 })
    const begun = await first()
    // The database may have had a little room left; the part of a file has none.
    const answer =
      begun.status === 201
        ? await owner.client.ask('PUT', `${path}/${begun.body.id}/parts/0`, new Uint8Array(400_000))
        : begun
    wrong.push(...refusalProblems(answer))
    if (answer.status === 503) refused += 1
    rmSync(join(scene.dataDir, 'ballast'))
    const back = await owner.client.insist('GET', '/v1/companies')
    if (back.status !== 200) wrong.push(`with room again: ${back.status}`)
    if (begun.status === 201) await owner.client.insist('DELETE', `${path}/${begun.body.id}`)
  }
  return endOf(scene, run, {
    done: `${count} × the disk full (a file system of ${SIZE_MB} MB), and room again`,
    note: `${refused} × 503 in plain words; went on by itself`,
    wrong,
  })
}

/** The data directory lies on a small file system, which is filled to the last block and emptied again. */
export const diskFull: Fault = async ({ times, short, say }) => {
  const dataDir = join('/tmp', `suanhui-small-${process.pid}`)
  if (!mountSmall(dataDir)) {
    say('disk full: not run, this user may not mount a file system')
    return []
  }
  const scene = await openScene({ engine: 'embedded', dataDir })
  try {
    return [await filled(scene, times(5), short)]
  } finally {
    await scene.close()
    execFileSync('umount', ['-l', dataDir])
    rmSync(dataDir, { recursive: true, force: true })
  }
}
