import { expect, it } from 'vitest'
import { answerScreen } from '../answering'
import { newPhone } from '../browser'
import { fillForm, putPapers, submitApplication } from '../journey/apply'
import { beginFiling, photographContract, submitFiling } from '../journey/file'
import { cityReturns, decideToPayment, mendWhatWasReturned } from '../journey/follow'
import { fillProfile, registerCompany, registerOnPlatform, signIn } from '../journey/register'
import { storyOf } from '../journey/story'
import { Walk } from '../journey/walk'
import { h5Surface } from '../surface'
import { wholeAndBrowser } from '../whole-browser'
import { recordScene } from './scene'
import { GUEST_PAGES, paidPages, returnedPages } from './scenes'

/* `npm run pictures`: walks the journey once more and keeps what the pages were told, for the pictures of every page. */

const { whole, browser, url } = wholeAndBrowser()

it('a guest who answered three screens', async () => {
  const phone = await newPhone(browser())
  const page = await phone.newPage()
  await page.goto(url())
  await page.getByRole('button', { name: '开始匹配' }).click()
  await page.getByRole('heading', { name: '政策匹配' }).waitFor()
  await answerScreen(h5Surface(page, url()), {
    'company.region': '430104',
    'company.kind': 'enterprise',
    'company.activities': ['operates_compute'],
  })
  await recordScene('guest', page, url(), GUEST_PAGES)
  await phone.close()
})

it('an owner whose application is returned, and then paid', async () => {
  const phone = await newPhone(browser())
  const page = await phone.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(url())
  const story = storyOf(7, '长沙测试智算科技有限公司', '91430104MA0TEXT1X', '13800000001')
  const walk = new Walk(h5Surface(page, url()), whole(), story)
  await signIn(walk)
  await walk.surface.goTo('pages/cases/index')
  await registerCompany(walk)
  await fillProfile(walk)
  await registerOnPlatform(walk)
  await beginFiling(walk)
  await photographContract(walk)
  await submitFiling(walk)
  await putPapers(walk)
  for (const form of Object.keys(story.forms)) await fillForm(walk, form)
  await submitApplication(walk)
  await cityReturns(walk)
  const client = await walk.client()
  const papers = (await client.ask('GET', `/v1/companies/${walk.companyId}/papers`)).body.papers
  const contract = papers.find(({ kind }: { kind: string }) => kind === 'contract')
  const providers = (await client.ask('GET', '/v1/providers')).body.providers
  expect([contract?.id, providers[0]?.id]).not.toContain(undefined)
  const ids = {
    company: walk.companyId,
    submission: walk.submissionId,
    confirmed: contract.id,
    provider: providers[0].id,
  }
  await recordScene('returned', page, url(), returnedPages(ids))
  await mendWhatWasReturned(walk)
  await decideToPayment(walk)
  await recordScene('paid', page, url(), paidPages(ids))
  await phone.close()
}, 600_000)
