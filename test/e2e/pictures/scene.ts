import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page, Response, Route } from 'playwright-core'

/** One answer of the server, as a page got it. */
interface Kept {
  readonly status: number
  readonly type: string
  /** JSON as it is, pictures as base64. */
  readonly json?: unknown
  readonly base64?: string
}

/**
 * What pages showed at one moment of a journey: the answers of the server, what lay on the phone, and the moment. Played
 * back, every page looks the same on every day and machine.
 */
export interface Scene {
  readonly at: string
  /** Who is signed in; absent for a guest. */
  readonly person?: string
  readonly pages: Readonly<Record<string, string>>
  /** By method, path and query. */
  readonly answers: Readonly<Record<string, Kept>>
  readonly storage: Readonly<Record<string, string>>
}

const folder = join(import.meta.dirname, 'scenes')
const fileOf = (name: string): string => join(folder, `${name}.json`)

export const readScene = (name: string): Scene => JSON.parse(readFileSync(fileOf(name), 'utf8'))
function writeScene(name: string, scene: Scene): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(name), `${JSON.stringify(scene, undefined, 1)}\n`)
}

const keyOf = (method: string, url: string): string => {
  const { pathname, search } = new URL(url)
  // The mini-program's requests come through its test's own site.
  return `${method} ${pathname.replace(/^\/server(?=\/)/, '')}${search}`
}

async function keptOf(response: Response): Promise<Kept | undefined> {
  const type = response.headers()['content-type'] ?? ''
  const status = response.status()
  if (status === 204 || status >= 300) return { status, type }
  const bytes = await response.body().catch(() => undefined)
  if (bytes === undefined) return undefined
  if (type.startsWith('application/json')) return { status, type, json: JSON.parse(bytes.toString('utf8')) }
  return { status, type, base64: bytes.toString('base64') }
}

/** Tokens are nobody's business; rules come with the page, so that a new policy shows. */
const LEFT_OUT = new Set(['session', 'catalogue'])
const RULES = '/v1/catalogue'
const subjectIn = (session: string | undefined): string | undefined => {
  const token: string | undefined = session && JSON.parse(JSON.parse(session).data).accessToken
  return token && JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')).sub
}

/** A browser keeps no bytes of what a page read as a stream: they are fetched once more, as the same person. */
async function fetchPictures(page: Page, answers: Record<string, Kept>): Promise<void> {
  for (const [key, one] of Object.entries(answers)) {
    if (one.base64 !== '') continue
    const base64 = await page.evaluate(
      async (path) => {
        const { accessToken } = JSON.parse(JSON.parse(localStorage.getItem('session') ?? '{}').data)
        const response = await fetch(path, { headers: { authorization: `Bearer ${accessToken}` } })
        const bytes = new Uint8Array(await response.arrayBuffer())
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      },
      key.replace('GET ', ''),
    )
    answers[key] = { ...one, base64 }
  }
}

/** Long enough for what a page asks for after its first answer. */
const SETTLED_MS = 1_200

/** Opens these pages one after the other and keeps what each was told. @param pages by name, the address of each. */
export async function recordScene(name: string, page: Page, url: string, pages: Scene['pages']): Promise<void> {
  const answers: Record<string, Kept> = {}
  const keeping: Promise<void>[] = []
  const keep = (response: Response): void => {
    const { pathname } = new URL(response.url())
    if (!pathname.startsWith('/v1/') || pathname === RULES) return
    const key = keyOf(response.request().method(), response.url())
    keeping.push(
      keptOf(response).then((kept) => {
        if (kept) answers[key] = kept
      }),
    )
  }
  page.on('response', keep)
  for (const address of Object.values(pages)) {
    await page.goto('about:blank')
    await page.goto(`${url}/#/${address}`)
    await page.getByRole('main').waitFor()
    await page.waitForTimeout(SETTLED_MS)
  }
  page.off('response', keep)
  await Promise.all(keeping)
  await fetchPictures(page, answers)
  const all: Record<string, string> = await page.evaluate(() => ({ ...localStorage }))
  const person = subjectIn(all.session)
  const storage = Object.fromEntries(Object.entries(all).filter(([key]) => !LEFT_OUT.has(key)))
  writeScene(name, { at: new Date().toISOString(), ...(person && { person }), pages, answers, storage })
}

/** An access token that says who it is for, and that no server would take. */
function tokenFor(person: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ sub: person })}.`
}

const kept = (value: unknown): string => JSON.stringify({ data: JSON.stringify(value) })

async function answer(scene: Scene, route: Route): Promise<void> {
  const { answers } = scene
  const request = route.request()
  const known = answers[keyOf(request.method(), request.url())]
  // What is not known does not arrive, as without a network: pages show what they have.
  if (known === undefined) return route.abort('internetdisconnected')
  const { status, type, json, base64 } = known
  const body = base64 === undefined ? JSON.stringify(json ?? null) : Buffer.from(base64, 'base64')
  await route.fulfill({ status, contentType: type || 'application/json', body: status === 204 ? '' : body })
}

/** As the mini-program's phone keeps what a browser keeps so. */
const keptInWechat = (entry: string): string => JSON.stringify(JSON.parse(entry).data)

/** Puts a phone into the scene: its clock stands still, the server's answers are those that were kept. */
export async function playScene(
  phone: BrowserContext,
  scene: Scene,
  elder: boolean,
  target: 'h5' | 'weapp' = 'h5',
): Promise<void> {
  const { person, storage, at } = scene
  const session = person && {
    accessToken: tokenFor(person),
    accessUntil: Date.parse(at) + 600_000,
    refreshToken: 'none',
  }
  const entries = {
    ...storage,
    ...(session && { session: kept(session) }),
    preferences: kept({ elder }),
  }
  const stored =
    target === 'h5'
      ? entries
      : Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`weapp:${name}`, keptInWechat(entry)]))
  await phone.clock.setFixedTime(at)
  await phone.route('**/v1/**', (route) => answer(scene, route))
  await phone.addInitScript((all) => {
    for (const [name, text] of Object.entries(all)) localStorage.setItem(name, text)
  }, stored)
}
