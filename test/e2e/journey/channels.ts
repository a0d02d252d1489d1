import type { InboxMessage, SubjectProgress, Timeline } from '@suanhui/shared/api'
import { SUBJECT_NAMES } from '@suanhui/shared/notifications'
import { expect } from 'vitest'
import { answerDialog } from '../../sandbox/gateways/wechat/subscribe'
import { messagesIn } from '../../sandbox/messages'
import type { Client } from '../client'
import { openidFor } from '../wechat-person'
import type { Walk } from './walk'

/** How often a step of the review is seen in each place. */
export interface Seen {
  readonly timeline: number
  readonly inbox: number
  readonly sms: number
  readonly wechat: number
}

/** What the company itself did stands in the timeline too, and is told to nobody. */
const OWN = /^(提交|改好再交|补正以后再交|平台已收到)/

/** Steps of which the timeline says more than the title of a message has room for. */
const IN_A_TITLE: Readonly<Record<string, string>> = { 市工信局通过: '工信局通过', 市财政局通过: '财政局通过' }

/** Titles as the inbox has them, of all timelines of the company. */
async function timelineTitles(client: Client, companyId: string): Promise<readonly string[]> {
  const path = `/v1/companies/${companyId}`
  const titles: string[] = []
  const { registrations } = (await client.ask('GET', `${path}/registration`)).body
  for (const { timeline } of registrations as readonly SubjectProgress[])
    titles.push(...timeline.map(({ label }) => `${SUBJECT_NAMES.registration}：${IN_A_TITLE[label] ?? label}`))
  const { submissions } = (await client.ask('GET', `${path}/submissions`)).body
  for (const { id, step } of submissions as readonly {
    readonly id: string
    readonly step: 'filing' | 'application'
  }[]) {
    const { entries }: Timeline = (await client.ask('GET', `${path}/submissions/${id}/timeline`)).body
    const steps = entries.filter(({ label }) => !OWN.test(label))
    titles.push(...steps.map(({ label }) => `${SUBJECT_NAMES[step]}：${IN_A_TITLE[label] ?? label}`))
  }
  return titles
}

/** The inbox of the person, the oldest first. */
async function inboxOf(client: Client): Promise<readonly InboxMessage[]> {
  const found: InboxMessage[] = []
  let cursor = ''
  do {
    const { messages, next } = (await client.ask('GET', `/v1/me/messages${cursor}`)).body
    found.push(...messages)
    cursor = next === null ? '' : `?cursor=${encodeURIComponent(next)}`
  } while (cursor !== '')
  return found.reverse()
}

/** What a text message is about, as the title of the same message in the inbox. */
const titleOfSms = (text: string): string => {
  const [, subject, state] = /的([^的]+)(?:有新进展|要您办理)：([^，。]+)/.exec(text) ?? []
  return `${subject}：${state}`
}

/** Every step of the reviews by its title, with how often it is seen in the timeline, the inbox, and on the panels of SMS and WeChat. */
export async function stepsSeen(walk: Walk): Promise<readonly (readonly [title: string, seen: Seen])[]> {
  const client = await walk.client()
  const timeline = await timelineTitles(client, walk.companyId)
  const inbox = (await inboxOf(client)).filter(({ companyId }) => companyId === walk.companyId)
  const panel = messagesIn(walk.whole.sandbox.world.journal).all()
  const sms = panel
    .filter(({ channel, to, text }) => channel === 'sms' && to === walk.story.phone && /有新进展|要您办理/.test(text))
    .map(({ text }) => titleOfSms(text))
  const wechat = panel
    .filter(({ channel, to }) => channel === 'wechat' && to === openidFor(walk.story.phone))
    .map(({ page }) => inbox.find(({ id }) => page?.endsWith(`open=${id}`))?.title ?? `${page}`)
  const titles = new Set([...inbox.map(({ title }) => title), ...timeline, ...sms, ...wechat])
  const times = (all: readonly string[], title: string): number => all.filter((one) => one === title).length
  const told = inbox.map(({ title }) => title)
  return [...titles].map((title) => [
    title,
    {
      timeline: times(timeline, title),
      inbox: times(told, title),
      sms: times(sms, title),
      wechat: times(wechat, title),
    },
  ])
}

/** Agrees to messages of WeChat in the settings, one press after the other: each brings one message of each kind. */
export async function agreeToMessages(walk: Walk, presses: number): Promise<void> {
  const { surface, whole, story } = walk
  const { world, templates } = whole.sandbox
  await surface.goTo('pages/account/notifications/index')
  const left = surface.main().getByText(/审核到哪一步：还能收\d+条/)
  await left.waitFor()
  const before = Number(/(\d+)条/.exec((await left.textContent()) ?? '')?.[1])
  for (let press = 1; press <= presses; press++) {
    // What WeChat's own dialog does: it counts, and pushes an event to the server.
    const accepted = Object.fromEntries(Object.keys(templates.wechat).map((id) => [id, 'accept' as const]))
    answerDialog({ ...world, templates: templates.wechat }, openidFor(story.phone), accepted)
    await surface.main().getByRole('button', { name: '同意收微信消息' }).click()
    await expect.poll(() => left.textContent(), { timeout: 15_000 }).toContain(`还能收${before + press}条`)
  }
  await walk.picture('agreed')
}

const QUIET_MS = 1_500

/**
 * Waits until the vendors have been quiet for a moment. Whether a vendor took what a crash cut off the answer to cannot
 * be known, and sending it again is right; here each message has to come once, so that moment is left out.
 */
export async function vendorsAreQuiet({ sandbox }: Walk['whole']): Promise<void> {
  const since = (): number => Date.now() - (messagesIn(sandbox.world.journal).all().at(-1)?.receivedAt ?? 0)
  await expect.poll(since, { timeout: 60_000 }).toBeGreaterThan(QUIET_MS)
}
