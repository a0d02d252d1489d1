import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { messagesIn } from '../../sandbox/messages'
import { keepPicture } from '../browser'
import { wholeOnBothTargets } from '../whole-targets'
import { fillForm, formSays, goFromCheckUp, openForms, putPapers, submitApplication } from './apply'
import { agreeToMessages, type Seen, stepsSeen, vendorsAreQuiet } from './channels'
import { beginFiling, photographContract, submitFiling } from './file'
import { cityReturns, decideToPayment, mendWhatWasReturned } from './follow'
import { fillProfile, registerCompany, registerOnPlatform, signIn } from './register'
import { COMPANY, storyOf } from './story'
import { Walk } from './walk'

/** What goes wrong at the vendors and on the way of the platforms' words. */
const FAULTS = {
  vendorFailureShare: 0.1,
  receiptRepeatShare: 0.3,
  receiptReorderShare: 0.3,
  duplicateShare: 0.2,
  reorderShare: 0.2,
}

const STORIES = {
  h5: COMPANY,
  weapp: storyOf(8, '长沙测试视觉科技有限公司', '91430104MA0TEXT4X', '13800000008'),
} as const

/** Papers are read on the same two cores that walk the other way beside this one. */
const STAGE_MS = 300_000

/** So often the person agrees to a message of each kind: fewer than there are steps. */
const PRESSES = 6

/** What happened once; the rules of the province demand a message of the platform and a text message for each. */
const ONCE = { timeline: 1, inbox: 1, sms: 1 }
const TWICE = { timeline: 2, inbox: 2, sms: 2 }

/** Every step, and where it is seen how often. Six messages of progress come in WeChat, then that is used up. */
const STEPS: Readonly<Record<string, Seen>> = {
  '企业注册：已提交': { ...ONCE, wechat: 1 },
  '企业注册：市级审核': { ...ONCE, wechat: 1 },
  '企业注册：省级审核': { ...ONCE, wechat: 1 },
  '企业注册：注册成功': { ...ONCE, wechat: 1 },
  '合同备案：已提交': { ...ONCE, wechat: 1 },
  '合同备案：备案成功': { ...ONCE, wechat: 1 },
  // Before and after the correction.
  '补贴申请：已提交': { ...TWICE, wechat: 0 },
  '补贴申请：市级初审': { ...TWICE, wechat: 0 },
  // Of another kind: something to do, by a day.
  '补贴申请：退回补正': { ...ONCE, wechat: 1 },
  '补贴申请：工信局通过': { ...ONCE, wechat: 0 },
  '补贴申请：财政局通过': { ...ONCE, wechat: 0 },
  '补贴申请：已推荐': { ...ONCE, wechat: 0 },
  '补贴申请：专家评审': { ...ONCE, wechat: 0 },
  '补贴申请：省级复核': { ...ONCE, wechat: 0 },
  '补贴申请：已排序': { ...ONCE, wechat: 0 },
  '补贴申请：已决定': { ...ONCE, wechat: 0 },
  '补贴申请：公示中': { ...ONCE, wechat: 0 },
  '补贴申请：拨付中': { ...ONCE, wechat: 0 },
  '补贴申请：已拨付': { ...ONCE, wechat: 0 },
}

/** Names, numbers, addresses: not 男, 会计 or 身份证, which are anybody's. */
const isTelling = (said: string): boolean => /^测试|\d{6}|@|.{8}/.test(said)

/** The browser notes every request that failed; here many do, and what nobody catches is noted as an error of its own. */
const ANSWERED = /^Failed to load resource: /

/** The whole way on one target, for a test file of its own: with two of them, both are walked side by side. */
export function walkTheWholeWay(target: 'h5' | 'weapp'): void {
  const targets = wholeOnBothTargets()
  describe(`the whole way on ${target}, the server killed on the way and the vendors failing`, () => {
    let walk: Walk
    /** The same person's WeChat, where the way itself is walked in a browser. */
    let phone: Walk
    let complaints: () => Promise<readonly string[]>
    /** On H5 before each stage; in the mini-program, whose stages are the same, before two of them. */
    let crashes = 0
    let standing = true

    beforeAll(async () => {
      const surface = await targets.open(target)
      complaints = surface.complaints
      walk = new Walk(surface, targets.whole(), STORIES[target])
      phone = target === 'weapp' ? walk : new Walk(await targets.open('weapp'), targets.whole(), STORIES[target])
    })
    afterAll(() => Promise.all([walk, phone].map((one) => one?.page.context().close())))
    beforeEach(() => onTestFailed(() => keepPicture(walk.page, `j-${target}-failed`)))

    const stage = (name: string, work: () => Promise<void>, killed = target === 'h5') =>
      it(
        name,
        async () => {
          expect(standing, 'an earlier stage stands').toBe(true)
          if (killed) {
            crashes += 1
            await vendorsAreQuiet(targets.whole())
            await targets.whole().crash()
          }
          standing = false
          await work()
          expect((await complaints()).filter((one) => !ANSWERED.test(one))).toEqual([])
          standing = true
        },
        STAGE_MS,
      )

    stage(
      'signs in and registers a company',
      async () => {
        // Logging in waits for one message: nobody wants to wait for a vendor's second try there.
        targets.whole().sandbox.world.faults.change({ vendorFailureShare: 0 })
        await signIn(phone)
        await agreeToMessages(phone, PRESSES)
        if (walk !== phone) await signIn(walk)
        await walk.surface.goTo('pages/cases/index')
        await registerCompany(walk)
        targets.whole().sandbox.world.faults.change(FAULTS)
      },
      false,
    )
    stage('fills in the profile of the company, which is saved as one types', () => fillProfile(walk))
    stage('registers on the platform, and the city and the province pass it', () => registerOnPlatform(walk))
    stage('begins a filing, and the form knows what the profile says', () => beginFiling(walk))
    stage('photographs the contract, which is read, and confirms what was read', () => photographContract(walk), true)
    stage('fills in what the form still lacks, adds the stamped print, checks up and submits', () => submitFiling(walk))
    stage('puts the papers of an application into their places', () => putPapers(walk))
    stage('fills in the three forms, the last one in WeChat, and opens them to be printed', async () => {
      await fillForm(walk, 'demand')
      await goFromCheckUp(walk)
      await fillForm(walk, 'application')
      // The draft lies on the server: whoever goes on in WeChat finds it there, and the browser what was added.
      phone.isAbout(walk)
      await formSays(phone, 'demand')
      await fillForm(phone, 'report')
      await formSays(walk, 'report')
      await openForms(walk)
    })
    stage('confirms what was read off the bill, and submits', () => submitApplication(walk))
    stage(
      'mends what the city returned, and is passed by both departments',
      async () => {
        await cityReturns(walk)
        await mendWhatWasReturned(walk)
      },
      true,
    )
    stage('is scored, ranked, decided, published and paid', () => decideToPayment(walk))

    it('saw each step once: in the timeline, the inbox, by SMS, and in WeChat as often as was agreed to', async () => {
      // The last ones may be on their way; what came too often does not go away.
      const seen = async () => Object.fromEntries(await stepsSeen(walk))
      await expect.poll(seen, { timeout: 90_000 }).toEqual(STEPS)
      console.info(
        `${target}: ${crashes} crashes, ${Object.keys(STEPS).length} kinds of steps, each as often as it happened`,
      )
      expect(crashes).toBe(target === 'h5' ? 10 : 2)
    })

    it('left a line for every request, and in none of them anything of a person or a company', () => {
      const { phone: number, name, creditCode, contract, profile } = STORIES[target]
      const { sandbox, log: written } = targets.whole()
      const told = messagesIn(sandbox.world.journal).all()
      const said = [profile.legal, profile.contact, profile.bank].flatMap((section) => Object.values(section ?? {}))
      const kept = [number, name, creditCode, contract.number, contract.seller.name, ...said.filter(isTelling)]
      const sent = told.flatMap(({ to, text }) => [to, text])
      const log = written()
      expect(log.split('\n').filter((line) => line.includes('"answered"')).length).toBeGreaterThan(200)
      expect(kept.length).toBeGreaterThan(12)
      for (const secret of new Set([...kept, ...sent])) expect([secret, log.includes(secret)]).toEqual([secret, false])
      expect(log).not.toMatch(/eyJ[\w-]{20}/)
    })
  })
}
