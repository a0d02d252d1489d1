import { ErrorEnvelope } from '@suanhui/shared/api'
import type { Attempt, Must } from './attack'
import type { Route } from './route'
import { PLANTED, type Scene } from './scene'
import type { Answered } from './send'
import { MARK } from './values'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INNARDS = /\n\s+at |node_modules|\/bff\/src|DatabaseError|SQLSTATE|relation "|syntax error at|ZodError/

const fits = (status: number, must: Must): boolean => {
  if (must === 'bearable') return status < 500
  return must === 'refused' ? status >= 400 && status < 500 : must.includes(status)
}

function envelope(text: string): boolean {
  try {
    return ErrorEnvelope.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

/** Everything that is wrong with an answer; empty where it is bearable. */
export function complaints(route: Route, { what, asked, must }: Attempt, answer: Answered, scene: Scene): string[] {
  const { status, headers, text } = answer
  const found: string[] = []
  const say = (wrong: string): void => void found.push(`${route.key}: ${what}: ${wrong}`)
  // Without a page built beside it the server of the tests says that it is not ready: that is an answer.
  const notReady = route.key === 'GET /readyz' && status === 503
  if (!notReady && !fits(status, must)) say(`${status} instead of ${must}: ${text.slice(0, 200)}`)
  if (headers['x-content-type-options'] !== 'nosniff') say(`${status} without nosniff`)
  const type = headers['content-type']?.split(';')[0]
  const allowed = status < 300 ? ['application/json', ...(route.contract.answerBytes ?? [])] : ['application/json']
  if (type !== undefined && !allowed.includes(type)) say(`${status} as ${type}`)
  if (status >= 400 && asked.method !== 'HEAD' && !envelope(text))
    say(`${status} without the envelope: ${text.slice(0, 200)}`)
  if (headers['set-cookie'] !== undefined || headers['x-injected'] !== undefined) say('a header of theirs came back')
  if (INNARDS.test(text)) say(`shows its innards: ${text.slice(0, 300)}`)
  for (const secret of secretsOf(scene)) if (text.includes(secret)) say(`shows what is somebody else's: ${secret}`)
  for (const id of idsOf(scene)) {
    const named = asked.path.includes(id) || String(asked.body ?? '').includes(id)
    if (!named && text.includes(id)) say(`lists what is somebody else's: ${id}`)
  }
  const token = /^Bearer (.{20,})$/.exec(asked.headers?.authorization ?? '')?.[1]
  if (token !== undefined && text.includes(token)) say('repeats the token')
  return found
}

const secretsOf = ({ victim }: Scene): readonly string[] => [
  ...Object.values(PLANTED),
  victim.tokens.accessToken,
  victim.tokens.refreshToken,
]

/** Everything the victim has; whoever did not name it learns of none of it. */
const idsOf = ({ victim }: Scene): readonly string[] => Object.values(victim.ids).filter((id) => UUID.test(id))

/** What must not stand in any line of the log. */
export const unspeakable = (scene: Scene): readonly string[] => [
  ...secretsOf(scene),
  scene.attacker.tokens.accessToken,
  scene.attacker.tokens.refreshToken,
  '19900000002',
  '19900000003',
  '19900000009',
  '长沙测试其他有限公司',
  MARK,
]
