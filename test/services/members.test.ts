import { setTimeout as sleep } from 'node:timers/promises'
import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { keptPhone } from './kept-phone'
import { servicesWorld, type TestPerson } from './world'

const SEEN_WITHIN_MS = 400
/** A promise with its key. */
function promised() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

describe.each(engines)('the people of a company on the $name database', (engine) => {
  const world = servicesWorld(engine)

  const company = async () => {
    const owner = await world().person()
    const id = await world().companyOf(owner)
    return { owner, id, path: `/v1/companies/${id}` }
  }
  const invitation = async (owner: TestPerson, path: string, role = 'agent') => {
    const answer = await owner.ask('POST', `${path}/invitations`, { role })
    expect(answer.status).toBe(201)
    return answer.json()
  }
  const accept = (person: TestPerson, token: string) => person.ask('POST', `/v1/invitations/${token}/accept`)
  const joined = async (owner: TestPerson, path: string, role = 'agent') => {
    const person = await world().person()
    expect((await accept(person, (await invitation(owner, path, role)).token)).status).toBe(200)
    return person
  }
  const rolesIn = async (asking: TestPerson, path: string) => {
    const { members } = await (await asking.ask('GET', `${path}/members`)).json()
    return Object.fromEntries(members.map(({ personId, role }: { personId: string; role: string }) => [personId, role]))
  }

  it('are shown to each other with a masked number', async () => {
    const { owner, path } = await company()
    await keptPhone(world(), owner.id, '13800138000')
    world().clock.forward(1)
    const agent = await joined(owner, path)
    const { members } = await (await agent.ask('GET', `${path}/members`)).json()
    expect(members).toMatchObject([
      { personId: owner.id, role: 'owner', phoneMasked: '138****8000', me: false },
      { personId: agent.id, role: 'agent', phoneMasked: null, me: true },
    ])
    expect((await verifyAudit(world().database.queries)).entries).toBe(3)
  })

  it('come by an invitation that says where it leads, and that may be accepted again by the same person', async () => {
    const { owner, id, path } = await company()
    const { token, expiresAt } = await invitation(owner, path)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const guest = await world().person()
    const shown = await (await guest.ask('GET', `/v1/invitations/${token}`)).json()
    expect(shown).toEqual({ companyId: id, companyName: '长沙测试智能科技有限公司', role: 'agent', expiresAt })
    expect(await rolesIn(owner, path)).toEqual({ [owner.id]: 'owner' })
    for (const _ of ['once', 'again']) {
      const answer = await accept(guest, token)
      expect([answer.status, await answer.json()]).toEqual([200, shown])
    }
    expect(await rolesIn(guest, path)).toEqual({ [owner.id]: 'owner', [guest.id]: 'agent' })
    const rows = await world().database.queries.selectFrom('company_invitations').selectAll().execute()
    expect(JSON.stringify([rows, world().lines])).not.toContain(token)
  })

  it('come in one by one: of two who use the same invitation at once, one', async () => {
    const { owner, path } = await company()
    const { token } = await invitation(owner, path)
    const guests = [await world().person(), await world().person()]
    // Held for a moment, so that both have seen it open before either of them takes it.
    const { promise: locked, resolve: lockedNow } = promised()
    const holding = world().database.transaction(async (transaction) => {
      await transaction.selectFrom('company_invitations').select('id').forUpdate().execute()
      lockedNow()
      await sleep(SEEN_WITHIN_MS)
    })
    await locked
    const answers = await Promise.all(guests.map((guest) => accept(guest, token)))
    await holding
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(Object.keys(await rolesIn(owner, path))).toHaveLength(2)
  })

  it('do not come by an invitation that is used, late, taken back or made up', async () => {
    const { owner, path } = await company()
    const guest = await world().person()
    const [used, late, back] = [
      await invitation(owner, path),
      await invitation(owner, path),
      await invitation(owner, path),
    ]
    await accept(await world().person(), used.token)
    expect((await owner.ask('DELETE', `${path}/invitations/${back.id}`)).status).toBe(204)
    expect((await owner.ask('DELETE', `${path}/invitations/${back.id}`)).status).toBe(404)
    expect((await owner.ask('DELETE', `${path}/invitations/${used.id}`)).status).toBe(404)
    world().clock.forward(WEEK_MS - 1)
    expect((await guest.ask('GET', `/v1/invitations/${late.token}`)).status).toBe(200)
    world().clock.forward(1)
    for (const { token } of [used, late, back, { token: 'x'.repeat(43) }]) {
      for (const answer of [await guest.ask('GET', `/v1/invitations/${token}`), await accept(guest, token)]) {
        expect(answer.status).toBe(404)
        expect((await answer.json()).error.message).toContain('邀请')
      }
    }
  })

  it('who were asked to leave do not come back by the invitation they used', async () => {
    const { owner, path } = await company()
    const guest = await world().person()
    const { token } = await invitation(owner, path)
    await accept(guest, token)
    expect((await owner.ask('DELETE', `${path}/members/${guest.id}`)).status).toBe(204)
    expect((await accept(guest, token)).status).toBe(404)
    expect((await guest.ask('GET', path)).status).toBe(404)
  })

  it.each(['leaves', 'is made an agent'])('an owner who %s has no invitation left', async (how) => {
    const { owner, path } = await company()
    const other = await joined(owner, path, 'owner')
    const { token } = await invitation(other, path, 'owner')
    const answer =
      how === 'leaves'
        ? await other.ask('DELETE', `${path}/members/${other.id}`)
        : await owner.ask('PUT', `${path}/members/${other.id}`, { role: 'agent' })
    expect(answer.ok).toBe(true)
    expect((await accept(await world().person(), token)).status).toBe(404)
  })

  it('keep one owner at least, whatever two of them do at once', async () => {
    const { owner, path } = await company()
    for (const [method, body] of [['DELETE'], ['PUT', { role: 'agent' }]] as const) {
      const answer = await owner.ask(method, `${path}/members/${owner.id}`, body)
      expect(answer.status).toBe(409)
      expect((await answer.json()).error.message).toContain('负责人')
    }
    const second = await joined(owner, path, 'owner')
    const answers = await Promise.all([
      owner.ask('PUT', `${path}/members/${second.id}`, { role: 'agent' }),
      second.ask('PUT', `${path}/members/${owner.id}`, { role: 'agent' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    expect(Object.values(await rolesIn(owner, path)).sort()).toEqual(['agent', 'owner'])
  })

  it('rise by an invitation, and never fall by one', async () => {
    const { owner, path } = await company()
    const agent = await joined(owner, path)
    await accept(agent, (await invitation(owner, path, 'owner')).token)
    await accept(owner, (await invitation(agent, path, 'agent')).token)
    expect(await rolesIn(owner, path)).toEqual({ [owner.id]: 'owner', [agent.id]: 'owner' })
  })

  it('who are agents may leave, and decide about nobody else', async () => {
    const { owner, path } = await company()
    const [agent, other] = [await joined(owner, path), await joined(owner, path)]
    const { id } = await invitation(owner, path)
    for (const [method, where, body] of [
      ['PUT', `members/${agent.id}`, { role: 'owner' }],
      ['DELETE', `members/${other.id}`],
      ['DELETE', `members/${owner.id}`],
      ['POST', 'invitations', { role: 'owner' }],
      ['DELETE', `invitations/${id}`],
    ] as const) {
      expect([where, (await agent.ask(method, `${path}/${where}`, body)).status]).toEqual([where, 403])
    }
    expect((await agent.ask('DELETE', `${path}/members/${agent.id}`)).status).toBe(204)
    expect(await rolesIn(owner, path)).toEqual({ [owner.id]: 'owner', [other.id]: 'agent' })
  })

  it('of another company are not there', async () => {
    const { owner, path } = await company()
    const stranger = await world().person()
    const theirs = `/v1/companies/${await world().companyOf(stranger, { creditCode: '91430104MA0TEXT0Y0' })}`
    const { id } = await invitation(owner, path)
    for (const [method, where, body] of [
      ['GET', 'members'],
      ['PUT', `members/${owner.id}`, { role: 'agent' }],
      ['DELETE', `members/${owner.id}`],
      ['POST', 'invitations', { role: 'owner' }],
      ['DELETE', `invitations/${id}`],
    ] as const) {
      expect([where, (await stranger.ask(method, `${path}/${where}`, body)).status]).toEqual([where, 404])
      expect([where, (await world().app.request(`${path}/${where}`, { method })).status]).toEqual([where, 401])
      if (method === 'GET' || method === 'POST') continue
      expect([where, (await stranger.ask(method, `${theirs}/${where}`, body)).status]).toEqual([where, 404])
    }
    expect((await owner.ask('DELETE', `${path}/members/nobody`)).status).toBe(404)
    expect((await owner.ask('DELETE', `${path}/invitations/nothing`)).status).toBe(404)
    for (const [method, where] of [
      ['GET', '/v1/invitations/x'],
      ['POST', '/v1/invitations/x/accept'],
    ] as const) {
      expect([where, (await world().app.request(where, { method })).status]).toEqual([where, 401])
    }
  })

  it('asked for again with the same key, an invitation is the same, works, and lies nowhere in clear', async () => {
    const { owner, path } = await company()
    const key = { 'idempotency-key': 'invite-0001' }
    const ask = (role: string) => owner.ask('POST', `${path}/invitations`, { role }, key)
    const first = await ask('agent')
    const again = await ask('agent')
    const [one, two] = [await first.json(), await again.json()]
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true'])
    expect(two).toEqual(one)
    expect((await ask('owner')).status).toBe(409)
    const { queries } = world().database
    expect(await queries.selectFrom('company_invitations').selectAll().execute()).toHaveLength(1)
    const kept = await queries.selectFrom('idempotency_keys').selectAll().execute()
    expect(kept).toHaveLength(1)
    for (const secret of [one.token, Buffer.from(one.token).toString('base64url')]) {
      expect(JSON.stringify([kept, world().lines])).not.toContain(secret)
    }
    expect((await accept(await world().person(), two.token)).status).toBe(200)
  })

  it('whom an owner asked is listed, with what became of it, and never with a token', async () => {
    const { owner, path } = await company()
    await keptPhone(world(), owner.id, '13800138000')
    const [used, back, open] = [
      await invitation(owner, path),
      await invitation(owner, path, 'owner'),
      await invitation(owner, path),
    ]
    await accept(await world().person(), used.token)
    await owner.ask('DELETE', `${path}/invitations/${back.id}`)
    const listed = async () => (await owner.ask('GET', `${path}/invitations`)).json()
    const states = async () => {
      const { invitations } = await listed()
      const of = ({ id, state }: { id: string; state: string }) => [id, state]
      return Object.fromEntries(invitations.map(of))
    }
    expect(await states()).toEqual({ [used.id]: 'used', [back.id]: 'withdrawn', [open.id]: 'open' })
    const text = JSON.stringify(await listed())
    for (const { token } of [used, back, open]) expect(text).not.toContain(token)
    const { invitations } = await listed()
    expect(invitations.find(({ id }: { id: string }) => id === back.id)).toEqual({
      id: back.id,
      role: 'owner',
      invitedBy: { phoneMasked: '138****8000', me: true },
      expiresAt: back.expiresAt,
      state: 'withdrawn',
      endedAt: world().clock.now.toISOString(),
    })
    world().clock.forward(WEEK_MS)
    expect(await states()).toEqual({ [used.id]: 'used', [back.id]: 'withdrawn', [open.id]: 'expired' })
    const agent = await joined(owner, path)
    expect((await agent.ask('GET', `${path}/invitations`)).status).toBe(403)
  })

  it('are not invited without end', async () => {
    const { owner, path } = await company()
    for (let n = 0; n < 20; n += 1) await invitation(owner, path)
    expect((await owner.ask('POST', `${path}/invitations`, { role: 'agent' })).status).toBe(409)
    world().clock.forward(WEEK_MS)
    await invitation(owner, path)
  })
})
