import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { serve } from '@suanhui/bff/serve'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorOf } from '../contract/server'
import { quietest } from '../quietest'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { closeExaminer, send, testPapers } from './uploading'
import { servicesWorld } from './world'

const text = (words: string): Uint8Array => Buffer.from(words)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined(text(type), data)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return joined(length, named, sum)
}

/** A PNG that says it has so many pixels, with hardly any behind it. */
function pngOf(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return joined(magic, chunk('IHDR', head), chunk('IDAT', deflateSync(new Uint8Array(1_000))), chunk('IEND', text('')))
}

let jpeg: Uint8Array
beforeAll(async () => {
  jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#eeeeee' } })
    .jpeg()
    .toBuffer()
})

const bomb = (): Uint8Array => zipSync({ 'OFD.xml': new Uint8Array(19 * 1024 * 1024) }, { level: 9 })
const entries = (): Uint8Array =>
  zipSync(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`f${n}`, new Uint8Array(1)])))

const HOSTILE: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['a web page as a photo', () => text('<!doctype html><script>alert(1)</script>'), /读不了/],
  ['a drawing that can run scripts', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), /读不了/],
  ['the same behind an XML head', () => text('<?xml version="1.0"?><svg xmlns="a"><script/></svg>'), /不正常/],
  ['a page behind an XML head', () => text('<?xml version="1.0"?><html xmlns="a"><body/></html>'), /不正常/],
  [
    'a DTD',
    () => text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    /不正常/,
  ],
  ['XML too deep', () => text(`<a>${'<b>'.repeat(5_000)}${'</b>'.repeat(5_000)}</a>`), /不正常/],
  ['a shell script', () => text('#!/bin/sh\nrm -rf /\n'), /不正常/],
  ['a program', () => joined(text('MZ'), randomBytes(200)), /读不了/],
  ['a HEIC photo', () => joined(Buffer.from([0, 0, 0, 24]), text('ftypheic'), randomBytes(100)), /HEIC/],
  ['a photo of 100 megapixels', () => pngOf(10_000, 10_000), /太大/],
  ['a photo of 4 thousand million pixels', () => pngOf(65_000, 65_000), /太大/],
  ['a photo as wide as a street', () => pngOf(60_000, 10), /太大/],
  ['a photo cut off', () => jpeg.subarray(0, jpeg.length >> 1), /打不开/],
  ['a photo that is a ZIP, too', () => joined(jpeg, zipSync({ 'a.html': text('<script>') })), /不正常/],
  [
    'a photo that is a PDF, too',
    () =>
      joined(jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 40]), text('%PDF-1.7 /JS (app.alert)'), jpeg.subarray(2)),
    /不正常/,
  ],
  ['a PDF that is a ZIP, too', () => joined(text('%PDF-1.7\n'), zipSync({ 'a.js': text('x') })), /不正常/],
  ['a ZIP bomb', bomb, /不正常|太大/],
  ['a ZIP of very many files', entries, /不正常/],
  ['a TIFF', () => joined(Buffer.from([0x49, 0x49, 0x2a, 0]), randomBytes(100)), /打不开|读不了/],
]

closeExaminer()

describe.each(engines)('hostile files on the $name database', (engine) => {
  const papers = testPapers()
  const world = servicesWorld(engine, () => ({ papers }))

  it.each(HOSTILE)('refuses %s, in words', async (_, make, words) => {
    const person = await world().person()
    const companyId = await world().companyOf(person)
    const answer = await send(world().app, person, companyId, make(), { name: '../../../发票.jpg' })
    expect(answer.status).toBe(415)
    expect((await errorOf(answer)).message).toMatch(words)
    const left: string[] = []
    for (const group of ['parts', 'files', 'views', 'thumbs']) {
      for await (const key of papers.blobs.list(`${group}/`)) left.push(key)
    }
    expect(left).toEqual([])
    expect(await world().database.queries.selectFrom('papers').select('id').execute()).toEqual([])
  })

  it('takes what is just beside them', async () => {
    const person = await world().person()
    const companyId = await world().companyOf(person)
    const good = [
      jpeg,
      text('<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header/></EInvoice>'),
      text('%PDF-1.4\nhello'),
      text('开始,结束,卡时\n2026-11-01,2026-11-02,10\n'),
      zipSync({ 'OFD.xml': text('<OFD/>') }),
    ]
    for (const bytes of good) expect((await send(world().app, person, companyId, bytes)).status).toBe(200)
    const types = await world().database.queries.selectFrom('files').select('media_type').execute()
    expect(types.map(({ media_type }) => media_type).sort()).toEqual([
      'application/ofd',
      'application/pdf',
      'application/xml',
      'image/jpeg',
      'text/plain',
    ])
  })

  it('answers others in less than 50 ms while it looks into one', async () => {
    const server = await serve({
      fetch: world().app.fetch,
      host: '127.0.0.1',
      port: 0,
      newId: world().deps.newId,
      log: quiet.log,
    } as Parameters<typeof serve>[0])
    const person = await world().person()
    const companyId = await world().companyOf(person)
    let shade = 0
    const p95 = await quietest(50, async () => {
      // 60 megapixels are inside the limit, and keep the thread busy for a while; each file is another.
      const background = { r: 200, g: 200, b: shade++ }
      const large = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background } })
        .png({ compressionLevel: 9 })
        .toBuffer()
      let busy = true
      const done = send(world().app, person, companyId, large).finally(() => {
        busy = false
      })
      const took: number[] = []
      while (busy) {
        const start = performance.now()
        expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
        took.push(performance.now() - start)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      expect((await done).status).toBe(200)
      expect(took.length).toBeGreaterThan(5)
      took.sort((a, b) => a - b)
      return took[Math.floor(took.length * 0.95)] ?? Number.NaN
    })
    await server.close()
    console.log(`healthz beside a 60 MP picture: p95 ${p95.toFixed(1)} ms`)
    expect(p95).toBeLessThan(50)
  })
})
