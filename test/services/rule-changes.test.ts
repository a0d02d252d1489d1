import type { CheckUpAnswer, RuleChanges, SubmissionDetail } from '@suanhui/shared/api'
import type { Catalogue, Measure, PolicyDocument } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { READINGS } from './submissions-papers'
import { ROUND } from './submissions-platform'
import {
  asJson,
  begin,
  change,
  flowWorld,
  type Member,
  paper,
  pathOf,
  read,
  readyApplication,
  readyFiling,
  settled,
  submit,
} from './submissions-world'
import { closeExaminer } from './uploading'

closeExaminer()

const DOCUMENT = 'hn-2026-168'

const changed = (
  catalogue: Catalogue,
  version: string,
  document: (before: PolicyDocument) => PolicyDocument,
  measure: (before: Measure) => Measure,
): Catalogue => ({
  ...catalogue,
  version,
  documents: catalogue.documents.map((one) =>
    one.id === DOCUMENT ? { ...document(one), measures: one.measures.map(measure) } : one,
  ),
})
const lowerShare = (measure: Measure): Measure =>
  JSON.parse(JSON.stringify(measure).replace('"share":0.3', '"share":0.2'))
const as = <T>(one: T): T => one

describe.each(engines)('newer rules over an application, on the $name database', (engine) => {
  const { services: world, work, member, projects } = flowWorld(engine)
  const runs = (catalogue: Catalogue): void => {
    const { deps } = world()
    Object.assign(deps, { published: { ...deps.published, catalogue } })
  }
  const running = () => world().deps.published.catalogue
  /** Our reading of the same text was put right. */
  const reread = () => changed(running(), 'reread', as, lowerShare)
  /** The text itself is another. */
  const rewritten = () =>
    changed(running(), 'rewritten', (one) => ({ ...one, documentNo: '湘工信测试〔2026〕999号' }), lowerShare)
  const changes = async (who: Member, id: string): Promise<RuleChanges> =>
    asJson(await who.person.ask('GET', `${pathOf(who, id)}/rule-changes`))
  const choose = (who: Member, { id, version }: SubmissionDetail, choice: 'keep' | 'take', to: string) =>
    who.person.ask('PUT', `${pathOf(who, id)}/rule-changes`, { version, choice, to })
  const checkUp = async (who: Member, id: string): Promise<CheckUpAnswer> =>
    asJson(await who.person.ask('GET', `${pathOf(who, id)}/check-up`))
  const ceiling = ({ forms }: SubmissionDetail) => forms.application?.claimedFen?.value

  /** An application that only needs to be submitted: 10.6万元 were settled, 30% of them are 3.18万元. */
  async function ready(): Promise<{ readonly who: Member; readonly draft: SubmissionDetail }> {
    const who = await member()
    work()
    const contractId = await paper(world(), who, READINGS.contract())
    const filing = await readyFiling(world(), who, contractId)
    await submit(who, filing)
    await settled(who, filing.id)
    return { who, draft: await readyApplication(world(), who, { contractId }) }
  }

  it('are explained on the draft, and it waits until a person has chosen', async () => {
    const { who, draft } = await ready()
    const before = running()
    expect(await changes(who, draft.id)).toEqual({ state: 'none', differences: [] })
    runs(reread())
    const found = await changes(who, draft.id)
    expect(found).toMatchObject({
      state: 'open',
      from: before.version,
      to: 'reread',
      mayKeep: true,
      differences: [
        {
          kind: 'amount',
          clause: '湘工信信息软件〔2026〕168号，第二部分（一）、第三部分',
          means: '上限从3.18万元变为2.12万元，少了1.06万元。',
        },
      ],
    })
    // Never slipped in: the sum is still that of the rules it was begun with.
    expect(ceiling(await read(who, draft.id))).toBe(31_800_00)
    expect(await checkUp(who, draft.id)).toMatchObject({ ready: false, fields: [{ field: 'rules' }] })
    expect((await submit(who, draft)).status).toBe(422)
    expect((await choose(who, draft, 'take', 'some other')).status).toBe(409)
    expect((await choose(who, { ...draft, version: 0 }, 'take', 'reread')).status).toBe(409)
    const taken = await asJson<SubmissionDetail>(await choose(who, draft, 'take', 'reread'))
    expect(ceiling(taken)).toBe(21_200_00)
    expect(await changes(who, draft.id)).toEqual({ state: 'none', differences: [] })
    expect((await submit(who, taken)).status).toBe(202)
    await settled(who, draft.id)
    expect(projects().sent.at(-1)?.write).toMatchObject({ catalogueVersion: 'reread', requestedFen: 21_200_00 })
  })

  it('need not be taken where the text is the same; what was sent is told of what came later', async () => {
    const { who, draft } = await ready()
    const before = running()
    runs(reread())
    const kept = await asJson<SubmissionDetail>(await choose(who, draft, 'keep', 'reread'))
    expect(await changes(who, draft.id)).toMatchObject({ state: 'kept', differences: [{ kind: 'amount' }] })
    expect((await submit(who, kept)).status).toBe(202)
    const sent = await settled(who, draft.id)
    expect(projects().sent.at(-1)?.write).toMatchObject({ catalogueVersion: before.version, requestedFen: 31_800_00 })
    expect(await changes(who, draft.id)).toMatchObject({ state: 'told', differences: [{ kind: 'amount' }] })
    expect((await choose(who, sent, 'take', 'reread')).status).toBe(409)
  })

  it('that changed once more are to be looked at once more', async () => {
    const { who, draft } = await ready()
    runs(reread())
    const kept = await asJson<SubmissionDetail>(await choose(who, draft, 'keep', 'reread'))
    runs({ ...reread(), version: 'again' })
    expect(await changes(who, draft.id)).toMatchObject({ state: 'open', to: 'again' })
    expect((await choose(who, kept, 'keep', 'reread')).status).toBe(409)
  })

  it('of another text have to be taken, as the document says', async () => {
    const { who, draft } = await ready()
    runs(rewritten())
    expect(await changes(who, draft.id)).toMatchObject({ state: 'open', mayKeep: false, prevails: '六1' })
    expect((await choose(who, draft, 'keep', 'rewritten')).status).toBe(409)
    const taken = await asJson<SubmissionDetail>(await choose(who, draft, 'take', 'rewritten'))
    expect((await submit(who, taken)).status).toBe(202)
  })

  it('that do not touch the measure stop nobody', async () => {
    const { who, draft } = await ready()
    runs({ ...running(), version: 'other', documents: running().documents.filter(({ id }) => id !== 'sx-2024-35') })
    expect(await changes(who, draft.id)).toEqual({ state: 'none', differences: [] })
    expect((await submit(who, draft)).status).toBe(202)
  })

  it('are nobody else’s to see or choose, and no matter of a filing', async () => {
    const who = await member()
    const other = await member('91430104MA0TEXT1X1')
    const draft = await begin(who, { step: 'application', roundId: ROUND.id })
    const path = `${pathOf(other, draft.id)}/rule-changes`
    expect((await other.person.ask('GET', path)).status).toBe(404)
    expect((await other.person.ask('GET', `${pathOf(who, draft.id)}/rule-changes`)).status).toBe(404)
    const body = { version: draft.version, choice: 'take', to: 'reread' }
    expect((await other.person.ask('PUT', path, body)).status).toBe(404)
    const filing = await begin(who, { step: 'filing' })
    runs(reread())
    expect(await changes(who, filing.id)).toEqual({ state: 'none', differences: [] })
    const edited = await change(who, filing, { forms: { filing: { contactName: '甲测试' } } })
    expect(edited.version).toBe(filing.version + 1)
  })
})
