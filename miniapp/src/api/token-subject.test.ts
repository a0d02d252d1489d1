import { describe, expect, it } from 'vitest'
import { subjectOf } from './token-subject'

const token = (payload: string): string => `e30.${Buffer.from(payload).toString('base64url')}.sig`

describe('subjectOf', () => {
  it('reads whose token it is', () => {
    expect(subjectOf(token('{"sub":"person-1","exp":1}'))).toBe('person-1')
  })
  it.each(['', 'a', 'a.b', token('{}'), token('{"sub":3}'), token('null'), token('not json'), 'x.!!.y'])(
    'knows nothing of %j',
    (text) => expect(subjectOf(text)).toBeUndefined(),
  )
})
