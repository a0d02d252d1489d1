import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { clausesOf, unplaced } from './clauses'

describe.each(catalogue.documents.map((document) => [document.id, document] as const))('%s', (_id, document) => {
  it('shows each measure once, under its first clause', () => {
    const shown = [...clausesOf(document).flatMap((clause) => clause.measures), ...unplaced(document)]
    expect(shown.map((measure) => measure.slug).sort()).toEqual(document.measures.map((measure) => measure.slug).sort())
  })
})
