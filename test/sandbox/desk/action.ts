import type { z } from 'zod'
import type { Case, CaseKind } from '../platforms/case'
import type { World } from '../world'
import type { Role } from './roles'

/** Who sits at the desk. */
export interface Reviewer {
  readonly role: Role
  /** Of an expert. */
  readonly expertId?: string
}

/** One thing to fill in. */
export interface Blank {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'number' | 'date' | 'items'
  readonly required?: boolean
}

/** Something a reviewer can do with a case: a button for people, an address for tests. */
export interface Action<T = unknown> {
  /** Part of the address: POST /desk/api/cases/{id}/{name}. */
  readonly name: string
  /** On the button. */
  readonly label: string
  readonly roles: readonly Role[]
  readonly kind: CaseKind
  readonly from: readonly string[]
  readonly tone?: 'bad' | 'plain'
  readonly blanks: readonly Blank[]
  readonly input: z.ZodType<T>
  /** Further conditions; the sentence says why not. */
  readonly hindrance?: (reviewer: Reviewer, of: Case) => string | undefined
  readonly run: (desk: Desk, of: Case, input: T) => Case
}

export interface Desk {
  readonly world: World
  readonly reviewer: Reviewer
  /** As the history names them. */
  readonly who: string
}

/** Keeps the input's type between its schema and what is run with it. */
export function action<T>(definition: Action<T>): Action {
  return {
    ...definition,
    run: (desk, of, input) => definition.run(desk, of, definition.input.parse(input)),
  }
}
