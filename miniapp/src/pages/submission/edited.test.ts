import { describe, expect, it } from 'vitest'
import { type Edits, withEdit } from '../../stores/draft/edits'
import { bodyOf, shown } from './edited'

const filled = (value: string) => ({ value, source: 'company' as const, confirmed: false })
const forms = { application: { bankName: filled('测试银行'), bankAccount: filled('622') } }
const changed = (value: string | null): Edits => withEdit({}, () => '622', 'application.bankAccount', value)

describe('what is typed into a form', () => {
  it('stands over what the server has, as the person’s own, in its form only', () => {
    expect(shown(forms, changed('623'), 'application')).toEqual({
      bankName: filled('测试银行'),
      bankAccount: { value: '623', source: 'person', confirmed: true, known: { value: '622', source: 'company' } },
    })
    expect(shown(forms, changed('623'), 'report')).toEqual({})
    expect(bodyOf(changed('623'))).toEqual({ application: { bankAccount: '623' } })
  })

  it('taken back, what is known stands there again, and null is sent', () => {
    const known = { value: '622', source: 'company' as const }
    const mine = { value: '623', source: 'person' as const, confirmed: true }
    const after = (own: object) =>
      shown({ application: { bankAccount: { ...mine, ...own } } }, changed(null), 'application')
    expect(after({ known }).bankAccount).toEqual({ ...known, confirmed: false })
    expect(after({}).bankAccount).toBeUndefined()
    expect(bodyOf(changed(null))).toEqual({ application: { bankAccount: null } })
  })
})
