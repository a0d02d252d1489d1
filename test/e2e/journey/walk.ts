import { expect } from 'vitest'
import type { Case } from '../../sandbox/platforms/case'
import { casesIn } from '../../sandbox/platforms/case'
import { unspoken } from '../../weapp/spoken'
import { keepPicture } from '../browser'
import { type Client, clientOf, receivedBy } from '../client'
import { checkUpAndSubmit } from '../steps'
import type { Surface } from '../surface'
import type { Whole } from '../whole'
import type { Story } from './story'

/** Someone on the way from registration to payment: what they hold, and how far they are. */
export class Walk {
  companyId = ''
  submissionId = ''
  private pictures = 0

  constructor(
    readonly surface: Surface,
    readonly whole: Whole,
    readonly story: Story,
  ) {}

  get page(): Surface['page'] {
    return this.surface.page
  }

  /** The server as this person's phone speaks to it. */
  async client(): Promise<Client> {
    const session = await this.surface.kept('session')
    const token = typeof session === 'object' && session !== null && 'accessToken' in session ? session.accessToken : ''
    return clientOf(this.whole.servers[0]?.url ?? '', String(token))
  }

  /** What the platform keeps of the company. */
  caseOf(kind: Case['kind']): Case {
    const found = casesIn(this.whole.sandbox.world.journal)
      .all()
      .find((one) => one.kind === kind && one.creditCode === this.story.creditCode)
    if (found === undefined) throw new Error(`the platform has no ${kind} of this company`)
    return found
  }

  /** Waits until the platform has it so. */
  async reaches(kind: Case['kind'], state: string): Promise<string> {
    const now = (): string => {
      try {
        return this.caseOf(kind).state
      } catch {
        return 'not there'
      }
    }
    await expect.poll(now, { timeout: 60_000 }).toBe(state)
    return this.caseOf(kind).id
  }

  /** Waits for a text message with these words: after a crash, what was under way is taken up again after a minute. */
  async hears(words: RegExp): Promise<void> {
    const heard = () =>
      receivedBy(this.whole.sandbox, this.story.phone).filter(
        ({ channel, text }) => channel === 'sms' && words.test(text),
      ).length
    await expect.poll(heard, { timeout: 90_000 }).toBeGreaterThan(0)
  }

  /** Waits until nothing that was typed is on this phone alone. */
  async allSaved(): Promise<void> {
    const unsaved = async (): Promise<readonly string[]> => {
      const names = (await this.surface.keptNames()).filter((name) => name.startsWith('draft:'))
      const kept = await Promise.all(names.map(async (name) => [name, await this.surface.kept(name)] as const))
      return kept.flatMap(([name, value]) => (value === null || value === undefined ? [] : [name]))
    }
    await expect.poll(unsaved, { timeout: 30_000 }).toEqual([])
  }

  /** Notes which company and which submission the page is about. */
  async note(): Promise<void> {
    const address = await this.surface.here()
    this.companyId = /[?&]company=([0-9a-f-]{36})/.exec(address)?.[1] ?? this.companyId
    this.submissionId = /[?&]id=([0-9a-f-]{36})/.exec(address)?.[1] ?? this.submissionId
  }

  /** Goes on with what another device began. */
  isAbout({ companyId, submissionId }: Walk): void {
    this.companyId = companyId
    this.submissionId = submissionId
  }

  /** Opens a page of the submission. */
  openSubmission(page: string, more = ''): Promise<void> {
    return this.surface.goTo(`pages/${page}/index?company=${this.companyId}&id=${this.submissionId}${more}`)
  }

  /** Reads what the check-up says, stands by its warnings, and submits. */
  checkUpAndSubmit(): Promise<void> {
    return checkUpAndSubmit(this.surface, this.companyId, this.submissionId, this.nameOf('check-up'))
  }

  private nameOf(picture: string): string {
    this.pictures += 1
    return `j-${this.surface.target}-${String(this.pictures).padStart(2, '0')}-${picture}`
  }

  /** Keeps what stands on the way; in the mini-program, whoever cannot see it is told all of it. */
  async picture(name: string): Promise<void> {
    await keepPicture(this.page, this.nameOf(name))
    if (this.surface.target === 'weapp') expect(await unspoken(this.page), name).toEqual([])
  }
}
