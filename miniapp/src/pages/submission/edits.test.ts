import { describe, expect, it } from 'vitest'
import { afterSaving, asSent, bodyOf, conflictsOf, isEmpty, settled, shown, withEdit } from './edits'

const filled = (value: string) => ({ value, source: 'company' as const, confirmed: false })
const forms = { application: { bankName: filled('测试银行'), bankAccount: filled('622') } }

describe('what is typed into a form', () => {
  it('stands over what the server has, as the person’s own', () => {
    const edits = withEdit({}, forms, 'application', 'bankAccount', '623')
    expect(shown(forms, edits, 'application')).toEqual({
      bankName: filled('测试银行'),
      bankAccount: { value: '623', source: 'person', confirmed: true, known: { value: '622', source: 'company' } },
    })
    expect(bodyOf(edits)).toEqual({ application: { bankAccount: '623' } })
  })

  it('taken back, what is known stands there again, and null is sent', () => {
    const known = { value: '622', source: 'company' as const }
    const mine = { value: '623', source: 'person' as const, confirmed: true }
    const edits = withEdit({}, forms, 'application', 'bankAccount', undefined)
    const after = (own: object) => shown({ application: { bankAccount: { ...mine, ...own } } }, edits, 'application')
    expect(after({ known }).bankAccount).toEqual({ ...known, confirmed: false })
    expect(after({}).bankAccount).toBeUndefined()
    expect(bodyOf(edits)).toEqual({ application: { bankAccount: null } })
  })

  it('what was sent from here is no conflict, though the page was closed before the answer came', () => {
    const onItsWay = withEdit({}, forms, 'application', 'bankAccount', '623')
    const later = withEdit(asSent(onItsWay, onItsWay), forms, 'application', 'bankAccount', '624')
    const standing = (value: string) => ({ application: { ...forms.application, bankAccount: filled(value) } })
    expect(conflictsOf(later, standing('623'))).toEqual([])
    expect(conflictsOf(later, standing('999'))).toHaveLength(1)
  })

  it('what is typed while it is being saved is not lost', () => {
    const sent = withEdit({}, forms, 'application', 'bankAccount', '623')
    const typed = withEdit(
      withEdit(sent, forms, 'application', 'bankAccount', '6234'),
      forms,
      'application',
      'bankName',
      '另一家',
    )
    const left = afterSaving(typed, sent)
    expect(bodyOf(left)).toEqual({ application: { bankAccount: '6234', bankName: '另一家' } })
    expect(isEmpty(afterSaving(sent, sent))).toBe(true)
  })

  it('is a conflict only where somebody else changed the same field to something else', () => {
    const edits = withEdit(
      withEdit({}, forms, 'application', 'bankAccount', '623'),
      forms,
      'application',
      'bankName',
      '另一家',
    )
    const theirs = { application: { bankName: filled('另一家'), bankAccount: filled('999') } }
    expect(conflictsOf(edits, forms)).toEqual([])
    const [conflict, ...others] = conflictsOf(edits, theirs)
    expect(others).toEqual([])
    expect(conflict).toEqual({ form: 'application', field: 'bankAccount', mine: '623', theirs: '999' })
    if (conflict === undefined) return
    expect(conflictsOf(settled(edits, conflict, 'mine'), theirs)).toEqual([])
    expect(bodyOf(settled(edits, conflict, 'mine')).application?.bankAccount).toBe('623')
    expect(bodyOf(settled(edits, conflict, 'theirs')).application?.bankAccount).toBeUndefined()
  })
})
