import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser, newPhone } from '../e2e/browser'
import { type Running, startServer } from '../e2e/server'
import { type BuiltSite, buildSite } from './build-site'
import type { Weapp } from './runtime/record'
import { type Site, serveSite } from './serve-site'

const miniapp = resolve(import.meta.dirname, '../../miniapp')

let out: string
let built: BuiltSite
let server: Running
let site: Site
let browser: Browser

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'suanhui-weapp-'))
  const env = { ...process.env, TARO_APP_API_ORIGIN: 'https://api.suanhui.test' }
  const run = spawnSync('npm', ['--prefix', miniapp, 'run', '-s', 'build:weapp'], { env, encoding: 'utf8' })
  expect(run.stderr + run.stdout, 'the build of the mini-program').toMatch(/Compiled successfully/)
  built = await buildSite(join(miniapp, 'dist/weapp'), out)
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  site = await serveSite(out, server.url)
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await server?.stop()
  rmSync(out, { recursive: true, force: true })
})

const state = (page: Page): Promise<Weapp> =>
  page.evaluate(() => JSON.parse(JSON.stringify((window as unknown as { weapp: Weapp }).weapp)))

describe('the built mini-program', () => {
  it('compiles in WeChat’s template compiler without a complaint', () => {
    expect(built.problems).toEqual([])
  })

  it('starts', async () => {
    const phone = await newPhone(browser)
    const page = await phone.newPage()
    page.on('console', (message) => message.type() === 'error' && console.log(message.text()))
    await page.goto(site.url)
    await page.waitForTimeout(2000)
    await keepPicture(page, 'weapp-start')
    console.log(JSON.stringify(await state(page)).slice(0, 3000))
    expect((await state(page)).errors).toEqual([])
  })
})
