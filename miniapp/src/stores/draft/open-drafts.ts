import { useDidHide } from '@tarojs/taro'
import { useEffect } from 'react'
import { currentPerson, onSessionChange } from '../session'
import { readStored, writeStored } from '../storage'
import { useStore } from '../store'
import { createDraft, type Draft, type DraftOf, type DraftState } from './draft'
import { type Edits, isEmpty, keptBeside } from './edits'

/** Something that is edited, under the name that the phone keeps it by: `draft:` and its own. */
export type Kind<T> = Omit<DraftOf<T>, 'kept'> & { readonly name: `draft:${string}` }

const open = new Map<string, Pick<Draft<unknown>, 'flush' | 'end'>>()
let person = currentPerson()

onSessionChange(() => {
  const now = currentPerson()
  // A renewed token is the same person.
  if (now === person) return
  person = now
  for (const draft of open.values()) draft.end()
  open.clear()
})

function keptUnder(name: string): DraftOf<unknown>['kept'] {
  const stored = (): Edits => {
    const kept = readStored(name)
    return typeof kept === 'object' && kept !== null ? (kept as Edits) : {}
  }
  let mine: Edits = {}
  return {
    read() {
      mine = stored()
      return mine
    },
    write(edits) {
      const kept = keptBeside(stored(), mine, edits)
      mine = edits
      writeStored(name, isEmpty(kept) ? null : kept)
    },
  }
}

export interface UsedDraft<T> extends DraftState<T>, Pick<Draft<T>, 'reload' | 'change' | 'decide'> {}

/**
 * The draft of something, for a page. Pages that show the same share one draft: each with its own would write over the
 * other's.
 */
export function draftsOf<Which, T>(kindOf: (which: Which) => Kind<T>): (which: Which) => UsedDraft<T> {
  const drafts = new Map<string, Draft<T>>()
  function draftOf(which: Which): Draft<T> {
    const kind = kindOf(which)
    const known = drafts.get(kind.name)
    if (known !== undefined && open.get(kind.name) === known) return known
    const draft = createDraft({ ...kind, kept: keptUnder(kind.name) })
    drafts.set(kind.name, draft)
    open.set(kind.name, draft)
    return draft
  }
  return (which) => {
    const draft = draftOf(which)
    useEffect(() => {
      draft.reload()
      // Whoever leaves the page before the pause is over has typed it all the same.
      return () => void draft.flush()
    }, [draft])
    useDidHide(() => void draft.flush())
    const { reload, change, decide } = draft
    return { ...useStore(draft.state), reload, change, decide }
  }
}

/**
 * When what was typed on other pages has reached the server, or could not: a page that reads it waits for that. The
 * page that is left is heard a moment later, so this looks a moment later.
 */
export const whenSaved = (): Promise<unknown> =>
  new Promise((done) => {
    setTimeout(() => Promise.all([...open.values()].map((draft) => draft.flush())).then(done, done), 0)
  })
