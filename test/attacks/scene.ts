import { randomUUID } from 'node:crypto'
import { startPaperwork } from '@suanhui/bff/paperwork/paperwork'
import type { PlatformClient } from '@suanhui/bff/platforms/client'
import { openHunanScheduling } from '@suanhui/bff/platforms/hunan-scheduling/adapter'
import { openShanxiDispatch } from '@suanhui/bff/platforms/shanxi-dispatch/adapter'
import { type RunningServer, serve } from '@suanhui/bff/serve'
import { tellMembers } from '@suanhui/bff/services/messages/tell-members'
import { openWechat } from '@suanhui/bff/wechat/client'
import { type InboxPage, type Invitation, Me, type SignedInDevices, Tokens, type Upload } from '@suanhui/shared/api'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { wechatServer } from '../services/identity-wechat-server'
import { identityWorld, OTHER_PHONE, PHONE } from '../services/identity-world'
import { closeExaminer, sent, testPapers } from '../services/uploading'
import { agreeToSharing, creditCode, personAsking, type ServicesWorld } from '../services/world'
import type { TestEngine } from '../stores/engines'
import type { Ids } from './route'
import { closeAgent } from './send'

/** Fictitious throughout. None of it may ever be found in a log, or in an answer to somebody else. */
export const PLANTED = {
  phone: PHONE,
  company: '长沙测试受害智能科技有限公司',
  creditCode: creditCode('91430104MA0THEM0X'),
  legalName: '测试法人欧阳某某',
  idNumber: '430104199001010010',
  address: '长沙市岳麓区测试街道七七七号',
} as const

export interface Side {
  readonly tokens: Tokens
  /** By the names that the paths use. */
  readonly ids: Ids
}

/** Two people who have nothing to do with each other, and a server that listens. */
export interface Scene extends ServicesWorld {
  readonly url: string
  readonly victim: Side
  readonly attacker: Side
  /** Somebody who works for the attacker's company without being its owner. */
  readonly agent: Tokens
}

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const KEY = { algorithm: 'HMAC-SHA256', keyId: 'test', secret: new Uint8Array(32).fill(9) } as const

/** A platform that answers, and has nothing. */
const knowsNothing: PlatformClient = { call: async () => ({ result: 'answered', status: 404, body: {} }) }

/** @returns the way to the scene, made anew before each test. */
export function attackScene(engine: TestEngine): () => Scene {
  let wechat: Awaited<ReturnType<typeof wechatServer>> | undefined
  let scene: Scene | undefined
  let server: RunningServer | undefined
  beforeAll(async () => {
    wechat = await wechatServer(({ path }) =>
      path === '/cgi-bin/stable_token'
        ? { access_token: 't', expires_in: 7200 }
        : { errcode: 40029, errmsg: 'invalid' },
    )
  })
  closeExaminer()
  const paperwork = startPaperwork({ threads: 1 })
  const identity = identityWorld(engine, () => ({
    papers: testPapers(),
    paperwork,
    wechat: openWechat(
      { appId: 'wxtest', secret: 'secret', baseUrl: wechat?.url ?? '' },
      { fetch: globalThis.fetch, elapsedMs: () => 0 },
    ),
    platforms: {
      connected: {
        'hunan-scheduling': openHunanScheduling(knowsNothing),
        'shanxi-dispatch': openShanxiDispatch(knowsNothing),
      },
      keys: { 'hunan-scheduling': KEY },
      statusListeners: [],
      writeListeners: [],
    },
  }))

  async function side(phone: string, company: { readonly name: string; readonly creditCode: string }): Promise<Side> {
    const world = identity.world()
    const tokens = Tokens.parse(await identity.logIn(phone))
    const person = personAsking(world.app, (await identity.meOf(tokens.accessToken)).id, tokens.accessToken)
    const companyId = await world.companyOf(person, company)
    /** What a route makes: an attack on ids that are not there would prove nothing. */
    const made = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
      const answer = await person.ask(method, path, body)
      if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
      return answer.json()
    }
    const root = `/v1/companies/${companyId}`
    await agreeToSharing(person)
    const paper = await sent(world.app, person, companyId, PICTURE, { name: '发票.png', kind: 'invoice' })
    const { sessions } = await made<SignedInDevices>('GET', '/v1/me/sessions')
    const invitation = await made<Invitation>('POST', `${root}/invitations`, { role: 'agent' })
    const upload = await made<Upload>('POST', `${root}/uploads`, { name: '合同.pdf', size: 1000 })
    const submission = await made<{ id: string }>('POST', `${root}/submissions`, { step: 'filing' })
    await world.database.transaction((transaction) =>
      tellMembers(transaction, world.deps, companyId, {
        type: 'filing_due',
        paperId: paper.paperId,
        dueOn: '2026-12-01',
      }),
    )
    const { messages } = await made<InboxPage>('GET', '/v1/me/messages')
    return {
      tokens,
      ids: {
        companyId,
        uploadId: upload.id,
        paperId: paper.paperId,
        fileId: paper.fileId,
        submissionId: submission.id,
        personId: person.id,
        sessionId: sessions[0]?.id ?? '',
        invitationId: invitation.id,
        token: invitation.token,
        messageId: messages[0]?.id ?? '',
        part: '0',
        file: 'filing.pdf',
        id: 'hn-2026-168/compute-voucher',
        providerId: randomUUID(),
        creditCode: company.creditCode,
        platform: 'hunan-scheduling',
        secret: 'not-the-secret',
      },
    }
  }

  beforeEach(async () => {
    const world = identity.world()
    const victim = await side(PHONE, { name: PLANTED.company, creditCode: PLANTED.creditCode })
    const victimPerson = personAsking(world.app, '', victim.tokens.accessToken)
    const company = `/v1/companies/${victim.ids.companyId}`
    const { version }: { version?: number } = await (await victimPerson.ask('GET', company)).json()
    const { legalName, idNumber, address } = PLANTED
    await victimPerson.ask('PUT', company, {
      version,
      legalName,
      legalIdKind: 'id_card',
      legalIdNumber: idNumber,
      officeAddress: address,
    })
    const attacker = await side(OTHER_PHONE, {
      name: '长沙测试其他有限公司',
      creditCode: creditCode('91430104MA0RAKE0X'),
    })
    const agent = Tokens.parse(await identity.logIn('19900000003'))
    const { id: person_id } = Me.parse(await identity.meOf(agent.accessToken))
    await world.database.queries
      .insertInto('company_members')
      .values({ company_id: attacker.ids.companyId ?? '', person_id, role: 'agent' })
      .execute()
    server = await serve({ ...world.deps, fetch: world.app.fetch, host: '127.0.0.1', port: 0 })
    scene = { ...world, url: server.url, victim, attacker, agent }
  })
  afterEach(() => server?.close())
  afterAll(async () => {
    closeAgent()
    await wechat?.close()
    await paperwork.close()
  })
  return () => {
    if (scene === undefined) throw new Error('the scene is there inside tests only')
    return scene
  }
}

export const bearer = ({ accessToken }: Pick<Tokens, 'accessToken'>): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${accessToken}`,
})
