import type { FieldSource, Reading } from '@suanhui/shared/papers'
import type { ZipFile } from './digital/zip'
import type { NamedReading } from './paper-file'
import { shapeOf } from './sniff'
import { UnreadableFileError } from './unreadable-file'

interface ArchiveOptions {
  /** Whether it has to be one paper. */
  readonly single: boolean
  read(bytes: Uint8Array): Promise<Reading>
}

/** One invoice often comes as XML, OFD and PDF together: the most exact one counts. */
const RANK: readonly FieldSource[] = ['xml', 'ofd', 'pdf', 'qr', 'ocr', 'table']

const rankOf = (reading: Reading): number =>
  Math.min(...Object.values(reading.fields).map(({ source }) => RANK.indexOf(source)), RANK.length)

const numberOf = (reading: Reading): unknown => reading.fields.number?.value

/** The better one, with what the other one says otherwise as disagreements. */
function merged(one: NamedReading, other: NamedReading): NamedReading {
  const [better, worse] = rankOf(one.reading) <= rankOf(other.reading) ? [one, other] : [other, one]
  const differing = Object.entries(better.reading.fields)
    .filter(([name, { value }]) => name in worse.reading.fields && worse.reading.fields[name]?.value !== value)
    .map(([name]) => name)
  const { reading } = better
  const disagreements = [...new Set([...reading.disagreements, ...differing])]
  const doubted = differing.flatMap((name) => {
    const field = reading.fields[name]
    return field ? [[name, { ...field, status: 'suggested' as const }] as const] : []
  })
  return {
    ...better,
    reading: { ...reading, fields: { ...reading.fields, ...Object.fromEntries(doubted) }, disagreements },
  }
}

/** Papers inside: what nobody can read, such as a licence text or a thumbnail database, is passed over. */
async function readings(zip: ZipFile, read: ArchiveOptions['read']): Promise<readonly NamedReading[]> {
  const found: NamedReading[] = []
  let refusal: UnreadableFileError | undefined
  for (const name of zip.names) {
    if (/(^|\/)(__MACOSX\/|\.|Thumbs\.db)/.test(name)) continue
    const bytes = zip.read(name)
    if (!bytes || bytes.length === 0 || ['unknown', 'text'].includes(shapeOf(bytes))) continue
    try {
      found.push({ name, reading: await read(bytes) })
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error
      if (error.reason === 'hostile') throw error
      refusal ??= error
    }
  }
  if (found.length === 0) throw refusal ?? new UnreadableFileError('no_paper')
  return found
}

/**
 * The papers in a ZIP; several forms of one invoice are one paper.
 * @throws {UnreadableFileError} no paper, or several where one was asked for.
 */
export async function readArchive(zip: ZipFile, options: ArchiveOptions): Promise<readonly NamedReading[]> {
  const papers: NamedReading[] = []
  for (const one of await readings(zip, options.read)) {
    const number = numberOf(one.reading)
    const same = papers.findIndex(({ reading }) => number !== undefined && numberOf(reading) === number)
    const before = papers[same]
    if (before) papers[same] = merged(before, one)
    else papers.push(one)
  }
  if (options.single && papers.length > 1) throw new UnreadableFileError('several_papers')
  return papers
}
