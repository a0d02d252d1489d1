import type { FormValue } from '@suanhui/shared/forms'
import { describe, expect, it } from 'vitest'
import { afterSaving, asSent, conflictsOf, isEmpty, keptBeside, settled, withEdit } from './edits'

const standing =
  (has: Readonly<Record<string, FormValue>>) =>
  (name: string): FormValue | null =>
    has[name] ?? null
const before = standing({ legalName: '测试甲' })
const edited = withEdit({}, before, 'legalName', '测试乙')
const valuesOf = (edits: typeof edited) =>
  Object.fromEntries(Object.entries(edits).map(([name, { value }]) => [name, value]))

describe('what was changed here', () => {
  it('keeps what stood there when the person began, however often it is changed', () => {
    expect(withEdit(edited, standing({ legalName: '测试丁' }), 'legalName', null)).toEqual({
      legalName: { value: null, base: '测试甲' },
    })
    const begunEmpty = withEdit({}, before, 'contactName', '测试丙')
    expect(
      withEdit(begunEmpty, standing({ contactName: '测试丁' }), 'contactName', '测试戊').contactName?.base,
    ).toBeNull()
  })

  it('stays where it was changed again while it was on its way, on top of that', () => {
    const later = withEdit(withEdit(edited, before, 'legalName', '测试丙'), before, 'contactName', '测试戊')
    expect(afterSaving(later, edited)).toEqual({
      legalName: { value: '测试丙', base: '测试乙' },
      contactName: { value: '测试戊', base: null },
    })
    expect(isEmpty(afterSaving(edited, edited))).toBe(true)
  })

  it('never meets what was sent from here, though the app was closed before the answer came', () => {
    const later = withEdit(asSent(edited, edited), before, 'legalName', '测试丙')
    expect(conflictsOf(later, standing({ legalName: '测试乙' }))).toEqual([])
    expect(conflictsOf(later, standing({ legalName: '测试丁' }))).toHaveLength(1)
  })

  it('does not meet rows whose cells merely come back in another order', () => {
    const rows = withEdit({}, standing({}), 'shareholders', [{ name: '测试甲', ratio: 1 }])
    expect(conflictsOf(rows, standing({ shareholders: [{ ratio: 1, name: '测试甲' }] }))).toEqual([])
  })

  it('meets what somebody else saved: both are shown, and the person decides', () => {
    const theirs = standing({ legalName: '测试丁' })
    const [conflict, ...others] = conflictsOf(withEdit(edited, before, 'contactName', '测试戊'), theirs)
    expect(others).toEqual([])
    expect(conflict).toEqual({ name: 'legalName', mine: '测试乙', theirs: '测试丁' })
    if (conflict === undefined) return
    expect(conflictsOf(settled(edited, conflict, 'mine'), theirs)).toEqual([])
    expect(valuesOf(settled(edited, conflict, 'mine'))).toEqual({ legalName: '测试乙' })
    expect(settled(edited, conflict, 'theirs')).toEqual({})
    expect(conflictsOf(edited, standing({ legalName: '测试乙' }))).toEqual([])
  })
})

describe('what two pages of one browser keep of the same form', () => {
  const here = withEdit({}, before, 'legalName', '测试乙')
  const there = withEdit({}, before, 'contactName', '测试丙')

  it('is what both changed, whichever writes last', () => {
    expect(valuesOf(keptBeside(here, {}, there))).toEqual({ legalName: '测试乙', contactName: '测试丙' })
  })

  it('keeps what the other one changed when this one’s has reached the server', () => {
    const both = { ...here, ...there }
    expect(valuesOf(keptBeside(both, there, {}))).toEqual({ legalName: '测试乙' })
    expect(keptBeside(here, here, {})).toEqual({})
  })

  it('keeps what the other one typed later into the same field', () => {
    const later = withEdit(here, before, 'legalName', '测试丁')
    expect(valuesOf(keptBeside(later, here, {}))).toEqual({ legalName: '测试丁' })
    expect(valuesOf(keptBeside(later, here, { ...here, ...there }))).toEqual({
      legalName: '测试丁',
      contactName: '测试丙',
    })
  })

  it('does not bring back what the other one has sent', () => {
    expect(valuesOf(keptBeside({}, here, { ...here, ...there }))).toEqual({ contactName: '测试丙' })
  })
})
