import { describe, expect, it } from 'vitest'
import { withEdit } from '../../../stores/draft/edits'
import { valuesOf } from '../fields'
import { savable, shown } from './edited'

const saved = valuesOf({ legalName: '测试甲', contactPhone: '13800000000' })
const edited = withEdit({}, () => '测试甲', 'legalName', '测试乙')

describe('the profile as it is edited', () => {
  it('shows what was changed here over what the server has', () => {
    expect(shown(saved, edited).legalName?.value).toBe('测试乙')
    expect(shown(saved, edited).contactPhone?.value).toBe('13800000000')
    expect(
      shown(
        saved,
        withEdit({}, () => '测试甲', 'legalName', null),
      ).legalName,
    ).toBeUndefined()
  })

  it('sends what is whole; what is half typed waits', () => {
    const edits = withEdit(edited, () => '13800000000', 'contactPhone', '138')
    expect(Object.keys(savable(edits, shown(saved, edits)))).toEqual(['legalName'])
  })
})
