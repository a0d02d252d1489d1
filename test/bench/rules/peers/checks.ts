import { type Run, runOnce } from '../../program'
import { percent, type Table } from '../../report'
import type { Options } from '../../section'
import { peers } from './index'
import { install } from './install'
import type { Agreement, Soundness } from './judge'
import type { Peer } from './peer'

/** A peer that is installed and agrees: it may be timed. */
export interface Ready {
  readonly key: string
  readonly peer: Peer
  readonly module: string
}

export interface Checked {
  readonly ready: readonly Ready[]
  readonly skipped: readonly string[]
  readonly differences: readonly string[]
  /** Unsound answers of ours under missing facts. */
  readonly oursUnsound: number
  readonly table: Table
}

const COMPANIES = 2000
const MISSING = 500

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${part} (${percent(part / whole)})`)

function missingRow({ peer }: Ready, found: Soundness): readonly string[] {
  const unknown = found.unknownAsNo + found.unknownAsYes + found.unknownAsUnknown
  return [
    peer.label,
    share(found.unknownAsNo, unknown),
    share(found.unknownAsYes, unknown),
    share(found.unknownAsUnknown, unknown),
    `${found.knownWrong} of ${found.known}`,
    `${found.threw}`,
  ]
}

/** Installs the peers and compares their answers with the reference: everything known, then a quarter hidden. */
export async function checkPeers(program: string, { quick, say }: Options): Promise<Checked> {
  const ready: Ready[] = []
  const skipped: string[] = []
  const differences: string[] = []
  const rows: (readonly string[])[] = []
  let oursUnsound = 0
  for (const [key, peer] of Object.entries(peers)) {
    const installed = peer.package ? await install(peer.package) : { module: '' }
    if ('missing' in installed) {
      skipped.push(`${peer.label} ${peer.package?.version}: could not be installed (${installed.missing})`)
      say(`skipped ${skipped.at(-1)}`)
      continue
    }
    // Slow engines are shown fewer companies, the same first ones.
    const fewer = (most: number) => String(Math.min(quick ? most / 4 : most, peer.pass * 20))
    const run = (task: string, most: number): Run => ({ args: [task, key, installed.module, fewer(most)] })
    const one: Ready = { key, peer, module: installed.module }
    const agreed = await runOnce<Agreement>(program, run('agree', COMPANIES))
    if (agreed.different > 0) {
      differences.push(`${peer.label}: ${agreed.different} of ${agreed.pairs} verdicts, as ${agreed.example}`)
      continue
    }
    const found = await runOnce<Soundness>(program, run('missing', MISSING))
    say(`${peer.label}: ${agreed.pairs} verdicts and sums agree, ${agreed.eligible} of them eligible`)
    if (peer.package === undefined && peer.phone)
      oursUnsound += found.unknownAsNo + found.unknownAsYes + found.knownWrong
    ready.push(one)
    rows.push(missingRow(one, found))
  }
  const table: Table = {
    title: 'What engines answer when a quarter of the facts is missing, 12 measures',
    head: ['engine', 'unknown told as "no"', 'as "yes"', 'as unknown', 'known told wrongly', 'companies that threw'],
    rows,
    notes: [
      'A verdict counts as unknown where Kleene’s logic over the conditions and the sum leaves it open.',
      'Pairs in which only the base of the sum is missing are left out: there our contract says eligible and asks for the base.',
      ...skipped,
    ],
  }
  return { ready, skipped, differences, oursUnsound, table }
}
