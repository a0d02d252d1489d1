import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'
import { Note, noteBlank, Reason, reasonBlank } from '../inputs'

/** Registration on the scheduling platform: the city's review, then the province's. */
export const registrationActions: readonly Action[] = [
  action({
    name: 'city-pass',
    label: '初审通过',
    roles: ['city_industry', 'shanxi'],
    kind: 'registration',
    from: ['city_review'],
    blanks: [noteBlank],
    input: Note,
    run: ({ world, who }, of, { note }) =>
      moveCase(world, of, { who, text: `初审通过${note && `：${note}`}`, to: 'province_review' }),
  }),
  action({
    name: 'province-pass',
    label: '复审通过',
    roles: ['province', 'shanxi'],
    kind: 'registration',
    from: ['province_review'],
    blanks: [noteBlank],
    input: Note,
    run: ({ world, who }, of, { note }) =>
      moveCase(world, of, { who, text: `复审通过${note && `：${note}`}`, to: 'approved' }),
  }),
  action({
    name: 'reject',
    label: '不予通过',
    roles: ['city_industry', 'province', 'shanxi'],
    kind: 'registration',
    from: ['city_review', 'province_review'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    hindrance: ({ role }, { state }) =>
      role === 'shanxi' || (state === 'city_review') === (role === 'city_industry') ? undefined : '现在不归您审核',
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `不予通过：${reason}`, to: 'rejected', reason }),
  }),
]
