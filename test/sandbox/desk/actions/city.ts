import { openCorrections } from '../../platforms/case'
import { moveCase } from '../../platforms/move'
import { type Action, action, type Reviewer } from '../action'
import { Items, itemsBlank, Note, noteBlank, Reason, reasonBlank } from '../inputs'
import { ROLE_NAMES } from '../roles'
import { sendBack } from '../send-back'

const CITY = ['city_industry', 'city_finance'] as const

const passedAlready = ({ role }: Reviewer, { passedBy }: { readonly passedBy: readonly string[] }) =>
  passedBy.includes(role) ? '您已经审核通过，正在等另一个部门' : undefined

/** An application in its city: industry-and-IT and finance, both. */
export const cityActions: readonly Action[] = [
  action({
    name: 'pass',
    label: '审核通过',
    roles: CITY,
    kind: 'application',
    from: ['city_review'],
    blanks: [noteBlank],
    input: Note,
    hindrance: (reviewer, of) =>
      passedAlready(reviewer, of) ?? (openCorrections(of).length > 0 ? '还有没补正的项目' : undefined),
    run: ({ world, who, reviewer }, of, { note }) => {
      const passedBy = [...of.passedBy, reviewer.role]
      const both = CITY.every((role) => passedBy.includes(role))
      const text = `${ROLE_NAMES[reviewer.role]}审核通过${note && `：${note}`}`
      const passed = moveCase(
        world,
        { ...of, passedBy },
        { who, text, passed: reviewer.role === 'city_finance' ? 'finance' : 'industry' },
      )
      return both
        ? moveCase(world, passed, { who: '两个部门', text: '都已通过，推荐到省里', to: 'recommended' })
        : passed
    },
  }),
  action({
    name: 'return',
    label: '退回补正',
    roles: CITY,
    kind: 'application',
    from: ['city_review'],
    tone: 'plain',
    blanks: [itemsBlank],
    input: Items,
    run: (desk, of, { items }) => sendBack(desk, of, items),
  }),
  action({
    name: 'reject',
    label: '不予通过',
    roles: CITY,
    kind: 'application',
    from: ['city_review'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `不予通过：${reason}`, to: 'rejected', reason }),
  }),
]
