import { describe, expect, it } from 'vitest'
import { utf8Bytes } from './utf8'

describe('utf8Bytes', () => {
  it.each([
    '',
    'abc',
    '算力券',
    '〔2026〕168号',
    '\u007f\u0080\u07ff\u0800\uffff',
    '😀 混 é',
    '\ud800',
    'a\udc00b',
    '\ud83dx',
  ])('gives what the Encoding Standard gives for %j', (text) => {
    expect([...utf8Bytes(text)]).toEqual([...new TextEncoder().encode(text)])
  })
})
