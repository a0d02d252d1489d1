import { checkCharacter } from '@suanhui/shared/credit-code'
import type { Browser, BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox'
import { newPhone } from './browser'
import { type Client, clientOf, codeOn, receivedBy } from './client'

/** What the product keeps on a phone of whoever is signed in. */
export interface KeptSession {
  readonly accessToken: string
  readonly accessUntil: number
  readonly refreshToken: string
}

export interface Entered {
  readonly client: Client
  readonly session: KeptSession
}

/** Signs in without a page, by the code on the sandbox's phone. */
export async function enter(sandbox: Sandbox, url: string, phone: string): Promise<Entered> {
  const guest = clientOf(url)
  const seen = receivedBy(sandbox, phone).length
  await guest.ask('POST', '/v1/login/codes', { phone })
  const code = await codeOn(sandbox, phone, seen)
  const { status, body } = await guest.ask('POST', '/v1/login/phone', { phone, code, agreed: true })
  expect(status).toBe(200)
  const { accessToken, refreshToken, expiresInSeconds } = body
  return {
    client: clientOf(url, accessToken),
    session: { accessToken, refreshToken, accessUntil: Date.now() + expiresInSeconds * 1000 },
  }
}

/** Registers a fictitious company. @param first17 of its credit code; the last one is counted. */
export async function companyOf(client: Client, first17: string, name = '长沙测试上传科技有限公司'): Promise<string> {
  const creditCode = first17 + checkCharacter(first17)
  const made = await client.ask('POST', '/v1/companies', { creditCode, name, region: '430104' })
  expect(made.status).toBe(201)
  return made.body.id
}

/** A phone on which somebody is signed in already; the page and the mini-program each keep that in their own way. */
export async function phoneOf(
  browser: Browser,
  target: 'h5' | 'weapp',
  session: KeptSession,
  options: Parameters<typeof newPhone>[1] & { readonly elder?: boolean } = {},
): Promise<BrowserContext> {
  const phone = await newPhone(browser, options)
  const kept = (value: unknown): string => {
    const text = JSON.stringify(value)
    return target === 'h5' ? JSON.stringify({ data: text }) : JSON.stringify(text)
  }
  const entries = Object.entries({
    session: kept(session),
    ...(options.elder && { preferences: kept({ elder: true }) }),
  })
  await phone.addInitScript(
    (all) => {
      for (const [name, text] of all) if (localStorage.getItem(name) === null) localStorage.setItem(name, text)
    },
    entries.map(([name, text]) => [target === 'h5' ? name : `weapp:${name}`, text] as const),
  )
  return phone
}
