import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'
import { Items, itemsBlank, Note, noteBlank } from '../inputs'
import { sendBack } from '../send-back'

/** The filing of a contract made outside the platform (附件2). */
export const filingActions: readonly Action[] = [
  action({
    name: 'accept',
    label: '受理备案',
    roles: ['city_industry', 'province'],
    kind: 'filing',
    from: ['submitted'],
    blanks: [noteBlank],
    input: Note,
    run: ({ world, who }, of, { note }) =>
      moveCase(world, of, { who, text: `备案受理${note && `：${note}`}`, to: 'accepted' }),
  }),
  action({
    name: 'return',
    label: '退回补正',
    roles: ['city_industry', 'province'],
    kind: 'filing',
    from: ['submitted'],
    tone: 'plain',
    blanks: [itemsBlank],
    input: Items,
    run: (desk, of, { items }) => sendBack(desk, of, items),
  }),
]
