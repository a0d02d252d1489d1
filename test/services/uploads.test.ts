import { randomBytes } from 'node:crypto'
import { sweepUploads } from '@suanhui/bff/uploads/sweep-uploads'
import type { Upload } from '@suanhui/shared/api'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../contract/server'
import { engines } from '../stores/engines'
import {
  closeExaminer,
  papersPath,
  putPart,
  send,
  sendParts,
  sent,
  sha1,
  sha256,
  testPapers,
  uploadsPath,
} from './uploading'
import { creditCode, servicesWorld } from './world'

const PART = 512 * 1024
/** A PDF of so many bytes: what it holds does not matter here. */
const pdf = (size: number): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

closeExaminer()

describe.each(engines)('uploads on the $name database', (engine) => {
  const plain = testPapers()
  /** Before a part is read back. */
  let beforePart: (() => Promise<void>) | undefined
  const papers = {
    ...plain,
    blobs: {
      ...plain.blobs,
      get: async (...asked: Parameters<typeof plain.blobs.get>) => {
        if (asked[0].startsWith('parts/')) await beforePart?.()
        return plain.blobs.get(...asked)
      },
    },
  }
  const world = servicesWorld(engine, () => ({ papers }))
  async function member() {
    const person = await world().person()
    return { person, companyId: await world().companyOf(person) }
  }
  const blobs = async (): Promise<readonly string[]> => {
    const keys: string[] = []
    for (const group of ['parts', 'files', 'views', 'thumbs']) {
      for await (const key of papers.blobs.list(`${group}/`)) keys.push(key)
    }
    return keys
  }

  it('takes parts in any order, twice, at once, and gives the file back as it was', async () => {
    const { person, companyId } = await member()
    const bytes = pdf(3 * PART + 17)
    const begun = await person.ask('POST', uploadsPath(companyId), {
      name: '../../合同\u202e.pdf',
      size: bytes.length,
      sha256: sha256(bytes),
      sha1: sha1(bytes),
      kind: 'contract',
    })
    const upload: Upload = await begun.json()
    expect(upload).toMatchObject({ name: '合同.pdf', partSize: PART, parts: 4, received: [], state: 'open' })
    const path = `${uploadsPath(companyId)}/${upload.id}`
    const part = (n: number) =>
      putPart(world().app, person, `${path}/parts/${n}`, bytes.subarray(n * PART, (n + 1) * PART), {
        'x-part-sha256': sha256(bytes.subarray(n * PART, (n + 1) * PART)),
      })
    const answers = await Promise.all([part(3), part(0), part(0), part(2)])
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204])
    expect(((await (await person.ask('GET', path)).json()) as Upload).received).toEqual([0, 2, 3])

    const early = await person.ask('POST', `${path}/complete`)
    expect(early.status).toBe(409)
    expect((await errorOf(early)).fields?.map(({ field }) => field)).toEqual(['parts.1'])

    await part(1)
    const both = await Promise.all([person.ask('POST', `${path}/complete`), person.ask('POST', `${path}/complete`)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [first, second] = await Promise.all(both.map((answer) => answer.json()))
    expect(first).toEqual(second)
    expect(first).toMatchObject({ sha256: sha256(bytes), already: false })
    expect(await (await person.ask('POST', `${path}/complete`)).json()).toEqual(first)
    expect((await part(1)).status).toBe(409)

    const original = await person.ask('GET', `${papersPath(companyId)}/${first.paperId}/original`)
    expect(sha256(new Uint8Array(await original.arrayBuffer()))).toBe(sha256(bytes))
    expect(original.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf")
    expect(original.headers.get('content-security-policy')).toContain('sandbox')
    expect(await blobs()).toEqual([`files/${first.fileId}`])
  })

  it('answers one who was overtaken, and finds the parts gone, as the one who was faster', async () => {
    const { person, companyId } = await member()
    const upload = await sendParts(world().app, person, companyId, pdf(1000))
    const complete = () => person.ask('POST', `${uploadsPath(companyId)}/${upload.id}/complete`)
    let go: () => void = () => undefined
    const overtaken = new Promise<void>((resolve) => {
      go = resolve
    })
    let slow: Promise<Response> | undefined
    await new Promise<void>((begun) => {
      beforePart = async () => {
        begun()
        await overtaken
      }
      slow = complete()
    })
    beforePart = undefined
    const fast = await complete()
    go()
    const [first, second] = [fast, await slow]
    expect([first.status, second?.status]).toEqual([200, 200])
    expect(await second?.json()).toEqual(await first.json())
  })

  it('stores the same bytes once a company, and says so', async () => {
    const { person, companyId } = await member()
    const before = (await blobs()).length
    const bytes = pdf(2000)
    const first = await sent(world().app, person, companyId, bytes)
    const again = await sent(world().app, person, companyId, bytes, { name: '另一个名字.pdf' })
    expect(again).toEqual({ ...first, already: true })

    const other = await world().person()
    const otherCompany = await world().companyOf(other, { creditCode: creditCode('91430104MA0TEXT1X') })
    const theirs = await sent(world().app, other, otherCompany, bytes)
    expect(theirs.already).toBe(false)
    expect((await blobs()).length - before).toBe(2)
  })

  it.each([
    ['sha256', { sha256: 'a'.repeat(64) }],
    ['sha1', { sha1: 'b'.repeat(40) }],
  ])('refuses a file whose %s is another one, and takes it from the start', async (field, hash) => {
    const { person, companyId } = await member()
    const upload = await sendParts(world().app, person, companyId, pdf(PART + 1), hash)
    const path = `${uploadsPath(companyId)}/${upload.id}`
    const answer = await person.ask('POST', `${path}/complete`)
    expect(answer.status).toBe(409)
    expect((await errorOf(answer)).fields?.[0]?.field).toBe(field)
    expect(await (await person.ask('GET', path)).json()).toMatchObject({ received: [], state: 'open' })
  })

  it('refuses parts of a wrong length, a wrong hash, a wrong number and a wrong type', async () => {
    const { person, companyId } = await member()
    const upload = await sendParts(world().app, person, companyId, pdf(PART + 10))
    const put = (part: string, size: number, headers = {}) =>
      putPart(world().app, person, `${uploadsPath(companyId)}/${upload.id}/parts/${part}`, pdf(size), headers)
    expect((await put('1', 11)).status).toBe(422)
    expect((await put('0', PART + 1)).status).toBe(413)
    expect((await put('2', 10)).status).toBe(404)
    for (const part of ['..%2F0', '-1', '0.5', '1e0', '0x0', '%200'])
      for (const size of [10, PART]) expect([part, (await put(part, size)).status]).toEqual([part, 404])
    expect((await put('1', 10, { 'x-part-sha256': 'c'.repeat(64) })).status).toBe(422)
    expect((await put('1', 10, { 'content-type': 'text/html' })).status).toBe(415)
    expect((await put('1', 10, { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('does not show one company to another', async () => {
    const { person, companyId } = await member()
    const upload = await sendParts(world().app, person, companyId, pdf(10))
    const stranger = await world().person()
    const theirs = await world().companyOf(stranger, { creditCode: creditCode('91430104MA0TEXT2X') })
    for (const company of [companyId, theirs]) {
      const path = `${uploadsPath(company)}/${upload.id}`
      expect((await stranger.ask('GET', path)).status).toBe(404)
      expect((await stranger.ask('POST', `${path}/complete`)).status).toBe(404)
      expect((await stranger.ask('DELETE', path)).status).toBe(404)
      expect((await putPart(world().app, stranger, `${path}/parts/0`, pdf(10))).status).toBe(404)
    }
    expect((await person.ask('GET', `${uploadsPath(companyId)}/nonsense`)).status).toBe(404)
    const into = await stranger.ask('POST', uploadsPath(theirs), {
      name: 'a.pdf',
      size: 10,
      paperId: (await sent(world().app, person, companyId, pdf(20))).paperId,
    })
    expect(into.status).toBe(404)
  })

  it('begins one upload for one Idempotency-Key', async () => {
    const { person, companyId } = await member()
    const begin = async () => {
      const headers = { 'idempotency-key': 'photo-0001' }
      return (await person.ask('POST', uploadsPath(companyId), { name: 'a.pdf', size: 9 }, headers)).json()
    }
    expect(await begin()).toEqual(await begin())
  })

  it('keeps to the limits: a file, open uploads, all of a company', async () => {
    const { person, companyId } = await member()
    const begin = (size: number) => person.ask('POST', uploadsPath(companyId), { name: 'a.pdf', size })
    const large = await begin(50 * 1024 * 1024 + 1)
    expect(large.status).toBe(422)
    expect((await errorOf(large)).fields?.[0]).toEqual({
      field: 'size',
      message: '这个文件太大了，一个文件最多 50 MB，请换小一点的',
    })
    const all = await Promise.all(Array.from({ length: 22 }, () => begin(100)))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(20)
    const upload: Upload = await all
      .find(({ status }) => status === 201)
      ?.clone()
      .json()
    expect((await person.ask('DELETE', `${uploadsPath(companyId)}/${upload.id}`)).status).toBe(204)
    expect((await begin(100)).status).toBe(201)
    await world()
      .database.queries.updateTable('uploads')
      .set({ size: 2048 * 1024 * 1024 })
      .execute()
    await world()
      .database.queries.updateTable('uploads')
      .set({ state: 'refused' })
      .where('id', '!=', upload.id)
      .execute()
    expect((await begin(100)).status).toBe(201)
  })

  it('says when the company has no room left', async () => {
    const { person, companyId } = await member()
    const { paperId } = await sent(world().app, person, companyId, pdf(100))
    await world()
      .database.queries.updateTable('files')
      .set({ size: 2048 * 1024 * 1024 - 50 })
      .execute()
    const full = await person.ask('POST', uploadsPath(companyId), { name: 'a.pdf', size: 51 })
    expect((await errorOf(full)).message).toBe('公司存的材料太多，放不下了，请先删掉不用的材料')
    expect((await person.ask('DELETE', `${papersPath(companyId)}/${paperId}`)).status).toBe(204)
    expect((await person.ask('POST', uploadsPath(companyId), { name: 'a.pdf', size: 51 })).status).toBe(201)
  })

  it('forgets after seven days what was not completed, and sweeps bytes that nothing knows', async () => {
    const { person, companyId } = await member()
    await sendParts(world().app, person, companyId, pdf(PART + 5))
    await world()
      .database.queries.updateTable('uploads')
      .set({ created_at: new Date(world().clock.now.getTime() - 6 * 86_400_000) })
      .execute()
    expect(await sweepUploads(world().deps)).toMatchObject({ uploads: 0 })
    world().clock.now = new Date(Date.now() + 9 * 86_400_000)
    expect(await sweepUploads(world().deps)).toMatchObject({ uploads: 1 })
    expect((await blobs()).filter((key) => key.startsWith('parts/'))).toEqual([])
  })

  it('shows a photo upright, without where it was taken, and keeps the original', async () => {
    const { person, companyId } = await member()
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#fefefe' } })
      .withExif({ IFD0: { Make: 'TEST' }, IFD3: { GPSLatitude: '28/1 12/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { paperId } = await sent(world().app, person, companyId, photo)
    const image = (query: string) => person.ask('GET', `${papersPath(companyId)}/${paperId}/image${query}`)
    const view = await sharp(Buffer.from(await (await image('?page=0&size=view')).arrayBuffer())).metadata()
    expect(view).toMatchObject({ format: 'jpeg', width: 1000, height: 2000 })
    expect([view.exif, view.orientation, view.xmp, view.icc]).toEqual([undefined, undefined, undefined, undefined])
    const thumb = await image('?size=thumb')
    expect(thumb.headers.get('cache-control')).toBe('private, max-age=3600')
    expect(thumb.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await sharp(Buffer.from(await thumb.arrayBuffer())).metadata()).toMatchObject({ width: 200, height: 400 })
    const original = await person.ask('GET', `${papersPath(companyId)}/${paperId}/original`)
    expect(sha256(new Uint8Array(await original.arrayBuffer()))).toBe(sha256(photo))
    expect((await image('?page=1')).status).toBe(404)
    expect((await image('?size=huge')).status).toBe(422)
  })

  it('keeps nothing readable on the disk', async () => {
    const { person, companyId } = await member()
    const text = `开票日期,${'长沙测试智能科技有限公司,'.repeat(50)}`
    const { fileId } = await sent(world().app, person, companyId, Buffer.from(text))
    let stored = ''
    for await (const chunk of await papers.blobs.get(`files/${fileId}`)) stored += Buffer.from(chunk).toString('latin1')
    expect(stored).not.toContain(Buffer.from('长沙测试').toString('latin1'))
    expect(world().lines.join('')).not.toContain('长沙测试')
  })
  it('answers a refused file the same however often it is asked', async () => {
    const { person, companyId } = await member()
    const upload = await sendParts(world().app, person, companyId, Buffer.from('<html><script>alert(1)</script>'))
    const path = `${uploadsPath(companyId)}/${upload.id}/complete`
    const [first, second] = [await person.ask('POST', path), await person.ask('POST', path)]
    expect([first.status, second.status]).toEqual([415, 415])
    expect((await errorOf(first)).message).toBe((await errorOf(second)).message)
    expect((await send(world().app, person, companyId, pdf(30))).status).toBe(200)
  })
})
