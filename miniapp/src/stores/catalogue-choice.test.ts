import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { newer, readCatalogue, versionDay } from './catalogue-choice'

const of = (version: string) => ({ ...catalogue, version })

describe('which catalogue is used', () => {
  it('reads one that went through JSON', () => {
    expect(readCatalogue(JSON.parse(JSON.stringify(catalogue)))).toEqual(JSON.parse(JSON.stringify(catalogue)))
  })

  it.each([
    ['a later format', { ...catalogue, format: 2 }],
    ['no version', { ...catalogue, version: undefined }],
    ['a version without a day', of('next')],
    ['no documents', { ...catalogue, documents: undefined }],
    ['text', 'catalogue'],
    ['nothing', undefined],
  ])('refuses %s', (_name, value) => expect(readCatalogue(value)).toBeUndefined())

  it('takes a newer one and one of the same day, and never an older one', () => {
    const here = of('2026-11-21+aaaaaaaa')
    expect(newer(here, of('2026-11-22+bbbbbbbb')).version).toBe('2026-11-22+bbbbbbbb')
    expect(newer(here, of('2026-11-21+cccccccc')).version).toBe('2026-11-21+cccccccc')
    expect(newer(here, of('2026-11-20+dddddddd'))).toBe(here)
    expect(newer(here, undefined)).toBe(here)
    expect(versionDay(here)).toBe('2026-11-21')
  })
})
