import { randomUUID } from 'node:crypto'
import { readPaperJob } from '@suanhui/bff/jobs/read-paper'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { UnreadableFileError } from '@suanhui/bff/recognition/unreadable-file'
import { holdPapers, releasePapers } from '@suanhui/bff/services/papers/hold-papers'
import { releaseInvoices, reserveInvoices } from '@suanhui/bff/services/papers/invoice-claims'
import { loadPapers } from '@suanhui/bff/services/papers/load-papers'
import type { PaperDetail, PaperList } from '@suanhui/shared/api'
import type { Reading } from '@suanhui/shared/papers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { errorOf } from '../contract/server'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { closeExaminer, INVOICE, papersPath, sent, testPapers } from './uploading'
import { creditCode, servicesWorld, type TestPerson } from './world'

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7\n${text}`)
closeExaminer()

describe.each(engines)('papers on the $name database', (engine) => {
  const read = vi.fn(async (): Promise<Reading> => INVOICE)
  const papers = testPapers({ read })
  const world = servicesWorld(engine, () => {
    read.mockReset()
    read.mockImplementation(async () => INVOICE)
    return { papers }
  })
  async function member(code = '91430104MA0TEXT0X') {
    const person = await world().person()
    return { person, companyId: await world().companyOf(person, { creditCode: creditCode(code) }) }
  }
  const work = () => {
    const runner = startJobs([readPaperJob(world().deps)], {
      database: world().database,
      log: quiet.log,
      newId: randomUUID,
      random: () => 0,
    })
    onTestFinished(() => runner.stop())
    return runner
  }
  const paperOf = async (person: TestPerson, companyId: string, paperId: string): Promise<PaperDetail> =>
    (await person.ask('GET', `${papersPath(companyId)}/${paperId}`)).json()
  const settled = (person: TestPerson, companyId: string, paperId: string, status: string) =>
    vi.waitFor(
      async () => {
        const paper = await paperOf(person, companyId, paperId)
        expect(paper.status).toBe(status)
        return paper
      },
      { timeout: 10_000, interval: 50 },
    )

  it('is read in the background, and what a person confirms stands beside it', async () => {
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('a'))
    expect(await paperOf(person, companyId, paperId)).toMatchObject({ status: 'received', kind: null, reading: null })
    work()
    const paper = await settled(person, companyId, paperId, 'read')
    expect(paper).toMatchObject({ kind: 'invoice', reading: INVOICE, confirmed: { fields: {} }, inUse: false })

    const fields = `${papersPath(companyId)}/${paperId}/fields`
    const put = await person.ask('PUT', fields, {
      fields: { totalFen: 106_01, buyerName: ' 长沙测试公司 ', remark: null },
    })
    expect(put.status).toBe(200)
    expect(await put.json()).toMatchObject({
      reading: INVOICE,
      confirmed: { fields: { totalFen: 106_01, buyerName: '长沙测试公司', remark: null } },
    })
    const [merged] = await loadPapers(world().deps, world().database.queries, companyId, [paperId])
    expect(merged?.fields.totalFen).toMatchObject({ value: 106_01, source: 'person', status: 'confirmed' })
    expect(merged?.hash).toHaveLength(64)

    const sealed = await world().database.queries.selectFrom('papers').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(sealed)).not.toContain('长沙测试公司')
    expect(JSON.stringify(sealed)).not.toContain('26432000000000000001')
  })

  it('is answered anew to a repeated write: of what was read nothing is kept beside it', async () => {
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('a'), { kind: 'invoice' })
    work()
    await settled(person, companyId, paperId, 'read')
    const path = `${papersPath(companyId)}/${paperId}`
    const writes = [
      ['PUT', `${path}/fields`, { fields: { buyerName: '长沙测试公司', totalFen: 106_01 } }, 200, 'papers-fields-1'],
      ['PUT', `${path}/kind`, { kind: 'invoice' }, 200, 'papers-kind-1'],
      ['POST', papersPath(companyId), { kind: 'contract' }, 201, 'papers-new-1'],
    ] as const
    for (const [method, where, body, status, key] of writes) {
      const ask = () => person.ask(method, where, body, { 'idempotency-key': key })
      const first = await ask()
      const again = await ask()
      expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([status, status, 'true'])
      expect(await again.json()).toEqual(await first.json())
    }
    expect(await paperOf(person, companyId, paperId)).toMatchObject({
      confirmed: { fields: { buyerName: '长沙测试公司' } },
    })
    const kept = await world().database.queries.selectFrom('idempotency_keys').select(['key', 'body']).execute()
    const own = kept.filter(({ key }) => key.startsWith('papers-'))
    expect(own.map(({ body }) => body)).toEqual([paperId, paperId, expect.stringMatching(/^[0-9a-f-]{36}$/)])
    const text = JSON.stringify(kept)
    for (const secret of ['长沙测试公司', '26432000000000000001', 'reading', 'confirmed'])
      expect(text).not.toContain(secret)
  })

  it('names every confirmed field that is wrong, and keeps none of them', async () => {
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('a'), { kind: 'invoice' })
    const answer = await person.ask('PUT', `${papersPath(companyId)}/${paperId}/fields`, {
      fields: {
        number: '1',
        issuedOn: '2026-02-30',
        totalFen: 1.5,
        buyerCode: 'X',
        red: 'yes',
        sellerName: '  ',
        __proto__x: 'a',
      },
    })
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).fields?.map(({ field }) => field).sort()).toEqual(
      ['__proto__x', 'buyerCode', 'issuedOn', 'red', 'sellerName', 'totalFen'].sort(),
    )
    expect((await paperOf(person, companyId, paperId)).confirmed.fields).toEqual({})
  })

  it('asks for the kind before fields, and reads anew as another kind', async () => {
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf('a'))
    const path = `${papersPath(companyId)}/${paperId}`
    expect((await person.ask('PUT', `${path}/fields`, { fields: {} })).status).toBe(409)
    expect((await person.ask('PUT', `${path}/kind`, { kind: 'love letter' })).status).toBe(422)
    work()
    await settled(person, companyId, paperId, 'read')
    await person.ask('PUT', `${path}/fields`, { fields: { number: '26432000000000000002', totalFen: 5 } })
    const changed: PaperDetail = await (await person.ask('PUT', `${path}/kind`, { kind: 'contract' })).json()
    expect(changed).toMatchObject({ kind: 'contract', status: 'received' })
    expect(changed.confirmed.fields).toEqual({ number: '26432000000000000002', totalFen: 5 })
    await vi.waitFor(() => expect(read).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'contract' })), 5_000)
    expect((await settled(person, companyId, paperId, 'read')).kind).toBe('contract')
  })

  it('says why a paper was not read, and of several pages which', async () => {
    const { person, companyId } = await member()
    read.mockRejectedValue(new UnreadableFileError('encrypted'))
    const { paperId } = await sent(world().app, person, companyId, pdf('a'))
    work()
    expect((await settled(person, companyId, paperId, 'unreadable')).problem).toBe('这个文件有密码，请去掉密码后再上传')
    read.mockResolvedValueOnce(INVOICE)
    await sent(world().app, person, companyId, pdf('b'), { paperId })
    const paper = await settled(person, companyId, paperId, 'read')
    expect(paper.problem).toBe('第 2 页：这个文件有密码，请去掉密码后再上传')
    expect(paper.reading?.fields).toEqual(INVOICE.fields)
  })

  it('puts pages in order as they were meant, and lets them be moved and taken out', async () => {
    const { person, companyId } = await member()
    const made = await person.ask('POST', papersPath(companyId), { kind: 'contract' })
    expect(made.status).toBe(201)
    const { id: paperId }: PaperDetail = await made.json()
    const third = await sent(world().app, person, companyId, pdf('3'), { paperId, position: 2, name: '3.pdf' })
    const first = await sent(world().app, person, companyId, pdf('1'), { paperId, position: 0, name: '1.pdf' })
    const second = await sent(world().app, person, companyId, pdf('2'), { paperId, position: 1, name: '2.pdf' })
    expect(third.paperId).toBe(paperId)
    const names = async () => (await paperOf(person, companyId, paperId)).pages.map(({ name }) => name)
    expect(await names()).toEqual(['1.pdf', '2.pdf', '3.pdf'])

    const path = `${papersPath(companyId)}/${paperId}/pages`
    const put = await person.ask('PUT', path, { fileIds: [third.fileId, first.fileId] })
    expect(put.status).toBe(200)
    expect(await names()).toEqual(['3.pdf', '1.pdf'])
    expect(await papers.blobs.stat(`files/${second.fileId}`)).toBeUndefined()
    expect((await person.ask('PUT', path, { fileIds: [second.fileId] })).status).toBe(422)
    expect((await person.ask('PUT', path, { fileIds: [first.fileId, first.fileId] })).status).toBe(422)
    expect((await person.ask('PUT', path, { fileIds: [] })).status).toBe(422)
  })

  it('is deleted with its bytes, unless a submission holds it', async () => {
    const { person, companyId } = await member()
    const { paperId, fileId } = await sent(world().app, person, companyId, pdf('a'))
    const path = `${papersPath(companyId)}/${paperId}`
    const submissionId = randomUUID()
    await world().database.transaction((transaction) => holdPapers(transaction, { companyId, submissionId }, [paperId]))
    await person.ask('POST', papersPath(companyId), { kind: 'contract' })
    expect((await paperOf(person, companyId, paperId)).inUse).toBe(true)
    const { papers: listed }: PaperList = await (await person.ask('GET', papersPath(companyId))).json()
    expect(listed.map(({ inUse }) => inUse)).toEqual([false, true])
    expect((await person.ask('DELETE', path)).status).toBe(409)
    expect((await person.ask('PUT', `${path}/pages`, { fileIds: [fileId] })).status).toBe(409)
    await world().database.transaction((transaction) => releasePapers(transaction, submissionId))
    expect((await person.ask('DELETE', path)).status).toBe(204)
    expect((await person.ask('GET', path)).status).toBe(404)
    expect(await papers.blobs.stat(`files/${fileId}`)).toBeUndefined()
  })

  it('lists the newest first, by kind, page after page', async () => {
    const { person, companyId } = await member()
    for (let n = 0; n < 52; n += 1) {
      await person.ask('POST', papersPath(companyId), { kind: n % 2 ? 'invoice' : 'contract' })
    }
    const list = async (query: string): Promise<PaperList> =>
      (await person.ask('GET', `${papersPath(companyId)}${query}`)).json()
    const first = await list('')
    expect(first.papers).toHaveLength(50)
    const rest = await list(`?cursor=${first.next}`)
    expect([rest.papers.length, rest.next]).toEqual([2, undefined])
    expect((await list('?kind=invoice')).papers).toHaveLength(26)
    expect((await person.ask('GET', `${papersPath(companyId)}?kind=x`)).status).toBe(422)
  })

  it('is not there for other companies, on any path', async () => {
    const { person, companyId } = await member()
    const { paperId, fileId } = await sent(world().app, person, companyId, pdf('a'))
    const { person: stranger, companyId: theirs } = await member('91430104MA0TEXT1X')
    const asks = [
      ['GET', '', undefined],
      ['GET', '/image', undefined],
      ['GET', '/original', undefined],
      ['PUT', '/kind', { kind: 'invoice' }],
      ['PUT', '/fields', { fields: {} }],
      ['PUT', '/pages', { fileIds: [fileId] }],
      ['DELETE', '', undefined],
    ] as const
    for (const [method, path, body] of asks) {
      for (const company of [companyId, theirs]) {
        const answer = await stranger.ask(method, `${papersPath(company)}/${paperId}${path}`, body)
        expect([method, path, answer.status]).toEqual([method, path, 404])
      }
    }
    expect((await person.ask('GET', `${papersPath(companyId)}/nonsense`)).status).toBe(404)
  })

  it('finds the same invoice twice in one company', async () => {
    const { person, companyId } = await member()
    const one = await sent(world().app, person, companyId, pdf('a'))
    const two = await sent(world().app, person, companyId, pdf('b'))
    work()
    await settled(person, companyId, one.paperId, 'read')
    expect((await settled(person, companyId, two.paperId, 'read')).duplicateOf).toBe(one.paperId)
    expect((await paperOf(person, companyId, one.paperId)).duplicateOf).toBeUndefined()
  })

  it('lets one submission claim an invoice, whoever comes at once, and tells nothing of others', async () => {
    const { companyId } = await member()
    const { companyId: theirs } = await member('91430104MA0TEXT1X')
    const claim = (company: string, submissionId: string, keys: readonly string[]) =>
      world().database.transaction(async (transaction) => {
        const taken = await reserveInvoices(world().deps, transaction, { companyId: company, submissionId }, keys)
        if (Object.keys(taken).length > 0) throw new Error(JSON.stringify(taken))
      })
    const ids = Array.from({ length: 6 }, () => randomUUID())
    const keys = ['26432000000000000001', '26432000000000000002']
    const outcomes = await Promise.allSettled(
      ids.map((id, at) => claim(at % 2 ? theirs : companyId, id, at % 3 ? [...keys].reverse() : keys)),
    )
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const winner = won % 2 ? theirs : companyId
    const loser = won % 2 ? companyId : theirs
    await expect(claim(loser, randomUUID(), [keys[0] ?? ''])).rejects.toThrow('another company')
    await expect(claim(winner, randomUUID(), keys)).rejects.toThrow('this company')
    await claim(winner, ids[won] ?? '', keys)
    const rows = await world().database.queries.selectFrom('invoice_claims').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('2643200')
    await world().database.transaction((transaction) => releaseInvoices(transaction, ids[won] ?? ''))
    await claim(loser, randomUUID(), keys)
  })
})
