import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tsx } from '@suanhui/bff/thread-entry'
import { cache, run } from '../program'
import type { Findings, Options } from '../section'
import { type Corpus, digitalCorpus, photoCorpus } from './corpus'
import { type FileRead, isRead, type ReadingRun } from './measured'
import { scored, scoreOf } from './score'
import { digitalTable, goalTable, levelTable } from './tables'

const LIMIT_MS = 1_800_000

interface Outcome {
  readonly reads: readonly FileRead[]
  readonly run: ReadingRun
}

/** So many papers at once, each calculated by so many threads. */
interface Workers {
  readonly workers: number
  readonly threads: number
}

const ONE: Workers = { workers: 1, threads: 2 }
const TWO: Workers = { workers: 2, threads: 1 }

async function readAll(corpus: Corpus, name: string, { workers, threads }: Workers): Promise<Outcome> {
  const list = join(cache, `papers-${name}.json`)
  await writeFile(list, JSON.stringify(corpus.files))
  const program = join(import.meta.dirname, 'read-files.ts')
  const lines = await run<FileRead | ReadingRun>(program, {
    args: [list, String(workers), String(threads)],
    flags: ['--import', tsx()],
    limitMs: LIMIT_MS,
  })
  const last = lines.find((line) => !isRead(line))
  if (!last || isRead(last)) throw new Error('the reading of papers did not end')
  return { reads: lines.filter(isRead), run: last }
}

/** How well and how fast papers are read: digital files, and photos of papers that nothing was tuned on. */
export async function papers({ quick, say }: Options): Promise<Findings> {
  const folder = join(cache, 'papers')
  await rm(folder, { recursive: true, force: true })
  say('drawing digital files')
  const digital = await digitalCorpus(join(folder, 'digital'), quick ? 2 : 10)
  say('drawing and photographing held-out papers')
  const photos = await photoCorpus(join(folder, 'photos'), quick ? 1 : 3)
  say(`reading ${digital.files.length} digital files`)
  const exact = await readAll(digital, 'digital', ONE)
  say(`reading ${photos.files.length} photos`)
  const seen = await readAll(photos, 'photos', ONE)
  say('reading them again, two at a time')
  const crowd = await readAll(photos, 'photos', TWO)
  const [files, pictures] = [scored(digital, exact.reads), scored(photos, seen.reads)]
  const again = scored(photos, crowd.reads)
  const wrong = files.flatMap((paper) => {
    const { fields, right } = scoreOf([paper])
    return right === fields ? [] : [`${paper.paper.id}: ${right} of ${fields} fields`]
  })
  return {
    tables: [
      goalTable({ files, pictures, exact, seen, crowd }),
      digitalTable(files, exact.reads),
      levelTable(pictures, seen.reads),
    ],
    differences: [...wrong, ...scoreOf([...files, ...pictures, ...again]).verifiedWrong],
  }
}
