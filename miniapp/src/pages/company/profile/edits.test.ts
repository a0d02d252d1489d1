import { describe, expect, it } from 'vitest'
import { valuesOf } from '../fields'
import { afterSaving, asSent, bodyOf, conflictsOf, type Edits, savable, settled, shown, withEdit } from './edits'

const profile = { legalName: '测试甲', contactPhone: '13800000000' } as const
const edited = withEdit({}, profile, 'legalName', '测试乙')

describe('changes to the company profile', () => {
  it('stand over what the server has', () => {
    expect(shown(valuesOf(profile), edited).legalName?.value).toBe('测试乙')
    expect(shown(valuesOf(profile), edited).contactPhone?.value).toBe('13800000000')
  })

  it('clear a part that was emptied', () => {
    const cleared = withEdit({}, profile, 'legalName', ' ')
    expect(shown(valuesOf(profile), cleared).legalName).toBeUndefined()
    expect(bodyOf(cleared)).toEqual({ legalName: null })
  })

  it('are sent once they are whole; what is half typed waits', () => {
    const edits = withEdit(edited, profile, 'contactPhone', '138')
    const values = shown(valuesOf(profile), edits)
    const sent = savable(edits, values)
    expect(bodyOf(sent)).toEqual({ legalName: '测试乙' })
    expect(bodyOf(afterSaving(edits, sent))).toEqual({ contactPhone: '138' })
  })

  it('made while others were on their way stay, on top of those', () => {
    const later = withEdit(edited, profile, 'legalName', '测试丙')
    expect(afterSaving(later, edited)).toEqual({ legalName: { value: '测试丙', base: '测试乙' } })
  })

  it('never meet what was sent from here, though the page was closed before the answer came', () => {
    const onItsWay = asSent(edited, edited)
    const later = withEdit(onItsWay, profile, 'legalName', '测试丙')
    expect(conflictsOf(later, { ...profile, legalName: '测试乙' })).toEqual([])
    expect(conflictsOf(later, { ...profile, legalName: '测试丁' })).toHaveLength(1)
  })

  it('meet what somebody else saved: both are shown, and the person decides', () => {
    const theirs = { ...profile, legalName: '测试丁' }
    const [conflict] = conflictsOf(edited, theirs)
    expect(conflict).toEqual({ key: 'legalName', mine: '测试乙', theirs: '测试丁' })
    if (conflict === undefined) return
    expect(conflictsOf(settled(edited, conflict, 'mine'), theirs)).toEqual([])
    expect(settled(edited, conflict, 'theirs')).toEqual({} satisfies Edits)
    expect(conflictsOf(edited, { ...profile, legalName: '测试乙' })).toEqual([])
  })
})
