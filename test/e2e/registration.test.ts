import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkCharacter } from '@suanhui/shared/credit-code'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casesIn } from '../sandbox/platforms/case'
import { postgresBinaries } from '../stores/postgres-binaries'
import { type PostgresServer, startPostgres } from '../stores/postgres-server'
import { agreeToSharing, type Client, receivedBy, signIn } from './client'
import { decideAt } from './desk'
import { startWhole, type Whole } from './whole'

const first17 = '91430104MA0TEXT1X'
const CODE = first17 + checkCharacter(first17)

/** On server Postgres two processes share the work: what one writes, the other shows. */
describe.each([
  'one process, embedded database',
  'one process, signed with SM2 and SM3 (国密)',
  'two processes, server Postgres',
] as const)('%s', (name) => {
  let folder: string
  let postgres: PostgresServer | undefined
  let whole: Whole
  let owner: Client
  let companyId: string
  const two = name.startsWith('two')
  const urls = () => whole.servers.map((server) => server.url)
  const any = () => urls().at(-1) ?? ''

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'suanhui-registration-'))
    // PostgreSQL does not run as root: its own user has to get in.
    chmodSync(folder, 0o755)
    if (two) postgres = await startPostgres(postgresBinaries(folder), join(folder, 'server'))
    whole = await startWhole({
      processes: two ? 2 : 1,
      signing: name.includes('SM2') ? 'sm2' : 'hmac',
      variables: postgres === undefined ? {} : { DATABASE_URL: postgres.url('postgres') },
    })
  })
  afterAll(async () => {
    await whole?.stop()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a new person signs in with the code from the phone', async () => {
    owner = await signIn(whole.sandbox, urls()[0] ?? '', '13800000001')
    const me = await owner.at(any()).ask('GET', '/v1/me')
    expect(me).toMatchObject({ status: 200, body: { phoneMasked: '138****0001' } })
  })

  it('registers a company', async () => {
    const made = await owner.ask('POST', '/v1/companies', {
      creditCode: CODE,
      name: '长沙测试智算科技有限公司',
      region: '430104',
    })
    expect(made.status).toBe(201)
    companyId = made.body.id
    expect((await owner.at(any()).ask('GET', '/v1/companies')).body.companies).toHaveLength(1)
  })

  it('the city and the province pass it at the desk, and the news arrives by signed webhook', async () => {
    const path = `/v1/companies/${companyId}/registration`
    const registration = { platform: 'hunan-scheduling', form: { companyName: '长沙测试智算科技有限公司' } }
    expect((await owner.ask('POST', path, registration)).body.error.code).toBe('CONSENT_NEEDED')
    await agreeToSharing(owner)
    expect((await owner.ask('POST', path, registration)).status).toBe(202)
    const cases = () =>
      casesIn(whole.sandbox.world.journal)
        .all()
        .filter((one) => one.creditCode === CODE)
    await expect.poll(() => cases().length, { timeout: 15_000 }).toBe(1)
    const standing = async () => (await owner.at(any()).ask('GET', path)).body.registrations[0]?.status
    await expect.poll(standing, { timeout: 15_000 }).toBe('city_review')
    await decideAt(whole.sandbox, 'city-industry', cases()[0]?.id ?? '', 'city-pass')
    await expect.poll(standing, { timeout: 15_000 }).toBe('province_review')
    await decideAt(whole.sandbox, 'province', cases()[0]?.id ?? '', 'province-pass')
    await expect.poll(standing, { timeout: 15_000 }).toBe('approved')
  })

  it('each step was told by SMS exactly once', async () => {
    const told = () => receivedBy(whole.sandbox, '13800000001').filter((message) => !/验证码/.test(message.text))
    await expect.poll(() => told().length, { timeout: 15_000 }).toBeGreaterThanOrEqual(1)
    const texts = told().map((message) => message.text)
    expect(new Set(texts).size).toBe(texts.length)
  })
})
