import { expect, it } from 'vitest'
import { writeAnswer } from './answers'

const reason = { reason: '时间相差超过5分钟' }
const said = (status: number, body: unknown) => writeAnswer({ result: 'answered', status, body }).result

it('takes no word about our keys or our clock for a refusal of what an applicant sent', () => {
  expect(said(401, reason)).toBe('unavailable')
  expect(said(401, undefined)).toBe('unavailable')
  expect(said(403, undefined)).toBe('unavailable')
  expect(said(422, reason)).toBe('refused')
  expect(said(409, reason)).toBe('refused')
  expect(said(503, reason)).toBe('unavailable')
})
