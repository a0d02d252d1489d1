import { randomUUID } from 'node:crypto'
import { openDrawer } from '@suanhui/bff/drawing/drawer'
import type { DrawnFile } from '@suanhui/bff/drawing/sheet'
import { drawFileJob } from '@suanhui/bff/jobs/draw-file'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { UnreadableFileError } from '@suanhui/bff/recognition/unreadable-file'
import type { PaperDetail, PaperPage } from '@suanhui/shared/api'
import sharp from 'sharp'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { contractData, contractPdf } from '../papers'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { closeExaminer, papersPath, sent, testPapers } from './uploading'
import { servicesWorld, type TestPerson } from './world'

closeExaminer()
const PATIENCE = { timeout: 50_000, interval: 50 }
const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7\n${text}`)

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()
async function sheets(count: number): Promise<DrawnFile> {
  const [view, thumb] = [await picture(1400, 2000), await picture(280, 400)]
  return { sheets: Array.from({ length: count }, () => ({ width: 1400, height: 2000, view, thumb })), redrawn: true }
}

describe.each(engines)('pictures of the pages of a file on the $name database', (engine) => {
  const draw = vi.fn(openDrawer())
  const real = draw.getMockImplementation()
  const papers = testPapers({ draw })
  const world = servicesWorld(engine, () => {
    draw.mockReset()
    if (real) draw.mockImplementation(real)
    return { papers }
  })
  async function member() {
    const person = await world().person()
    return { person, companyId: await world().companyOf(person) }
  }
  const work = (): void => {
    const { database } = world()
    const runner = startJobs([drawFileJob(world().deps)], {
      database,
      log: quiet.log,
      newId: randomUUID,
      random: () => 0,
    })
    onTestFinished(() => runner.stop())
  }
  async function pageOf(person: TestPerson, companyId: string, paperId: string): Promise<PaperPage> {
    const paper: PaperDetail = await (await person.ask('GET', `${papersPath(companyId)}/${paperId}`)).json()
    const [page] = paper.pages
    if (page === undefined) throw new Error('the paper has no file')
    return page
  }
  const image = (person: TestPerson, companyId: string, paperId: string, query: string) =>
    person.ask('GET', `${papersPath(companyId)}/${paperId}/image?${query}`)
  const keys = async (): Promise<readonly string[]> => {
    const found: string[] = []
    for (const group of ['files', 'views', 'thumbs'])
      for await (const key of papers.blobs.list(`${group}/`)) found.push(key)
    return found
  }
  const jobsDone = () =>
    vi.waitFor(async () => {
      const waiting = await world()
        .database.queries.selectFrom('jobs')
        .select('state')
        .where('kind', '=', 'draw_file')
        .where('state', '=', 'waiting')
        .execute()
      expect(waiting).toEqual([])
    }, PATIENCE)

  it('are drawn in the background, lie sealed, and every one of them can be looked at', async () => {
    const { person, companyId } = await member()
    const { bytes } = await contractPdf(contractData(2))
    const { paperId, fileId } = await sent(world().app, person, companyId, bytes, { name: '合同.pdf' })
    expect(await pageOf(person, companyId, paperId)).toMatchObject({ viewable: false, sheets: [], drawing: true })
    expect((await image(person, companyId, paperId, 'page=0')).status).toBe(404)
    work()
    const page = await vi.waitFor(async () => {
      const now = await pageOf(person, companyId, paperId)
      expect(now.viewable).toBe(true)
      return now
    }, PATIENCE)
    expect(page.drawing).toBeUndefined()
    expect(page.redrawn).toBeUndefined()
    expect(page.sheets.length).toBeGreaterThan(1)
    for (const [sheet, { width, height }] of page.sheets.entries()) {
      const answer = await image(person, companyId, paperId, `page=0&sheet=${sheet}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width, height })
    }
    const thumb = await image(person, companyId, paperId, 'size=thumb')
    expect(
      Math.max(
        ...Object.values(
          await sharp(await thumb.arrayBuffer())
            .metadata()
            .then((one) => [one.width, one.height]),
        ),
      ),
    ).toBe(400)
    expect((await image(person, companyId, paperId, `sheet=${page.sheets.length}`)).status).toBe(404)
    expect((await image(person, companyId, paperId, 'sheet=x')).status).toBe(422)
    const kept: Uint8Array[] = []
    for await (const chunk of await papers.blobs.get(`views/${fileId}-0`)) kept.push(chunk)
    expect(Buffer.concat(kept).subarray(0, 4).toString()).toBe('SHT1')
  })

  it('are more than four where the file has more, and go with the paper', async () => {
    draw.mockImplementation(() => sheets(9))
    const before = new Set(await keys())
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('nine pages'))
    work()
    await jobsDone()
    expect(await pageOf(person, companyId, paperId)).toMatchObject({ viewable: true, redrawn: true })
    expect((await image(person, companyId, paperId, 'sheet=8')).status).toBe(200)
    expect((await keys()).filter((key) => !before.has(key))).toHaveLength(1 + 2 * 9)
    expect((await person.ask('DELETE', `${papersPath(companyId)}/${paperId}`)).status).toBe(204)
    expect((await keys()).filter((key) => !before.has(key))).toEqual([])
  })

  it('are none where the file cannot be drawn, and nobody waits for them', async () => {
    draw.mockImplementation(() => Promise.reject(new UnreadableFileError('encrypted')))
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('locked'))
    work()
    await jobsDone()
    const page = await pageOf(person, companyId, paperId)
    expect(page).toMatchObject({ viewable: false, sheets: [] })
    expect(page.drawing).toBeUndefined()
  })

  it('leave nothing behind where the paper is deleted while they are drawn', async () => {
    const before = new Set(await keys())
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('deleted meanwhile'))
    draw.mockImplementation(async () => {
      expect((await person.ask('DELETE', `${papersPath(companyId)}/${paperId}`)).status).toBe(204)
      return sheets(2)
    })
    work()
    await jobsDone()
    expect((await keys()).filter((key) => !before.has(key))).toEqual([])
  })

  it('of one company are nobody else’s', async () => {
    draw.mockImplementation(() => sheets(1))
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('ours'))
    work()
    await jobsDone()
    expect((await image(await world().person(), companyId, paperId, 'sheet=0')).status).toBe(404)
  })
})
