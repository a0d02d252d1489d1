import { z } from 'zod'
import { type FieldValue, type PaperKind, paperFields, type Reading } from '../papers'
import type { ReadOnly, SameShape } from './shape'

const kinds = Object.keys(paperFields) as [PaperKind, ...PaperKind[]]
export const PaperKindName = z.enum(kinds, { error: '没有这种材料' }).meta({ description: '哪一种材料' })

export const FieldAnswer = z.union([z.string(), z.number(), z.boolean()])

const PagePlace = z
  .strictObject({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .meta({ description: '在哪一页的哪一块；从左上角量，占整页宽和高的几分之几，页从 0 数起' })

const ReadField = z.strictObject({
  value: FieldAnswer,
  source: z.enum(['xml', 'ofd', 'pdf', 'qr', 'ocr', 'table', 'verification', 'person']),
  confidence: z.number().min(0).max(1),
  status: z.enum(['verified', 'suggested']).meta({ description: 'suggested 要人看一眼' }),
  place: z.exactOptional(PagePlace),
})

const lineShape = {
  name: z.string().max(500),
  quantity: z.exactOptional(z.number()),
  unit: z.exactOptional(z.string().max(50)),
  amountFen: z.exactOptional(z.int()),
  taxFen: z.exactOptional(z.int()),
  taxRate: z.exactOptional(z.string().max(50)),
  from: z.exactOptional(z.string().max(50)),
  to: z.exactOptional(z.string().max(50)),
}

/** A line as a person confirms it; `excluded` is their word on whether it counts. */
export const ConfirmedLine = z.strictObject({ ...lineShape, excluded: z.exactOptional(z.boolean()) })

export const PaperReading = z
  .strictObject({
    kind: PaperKindName,
    kindConfidence: z.number(),
    fields: z.record(z.string(), ReadField),
    lines: z.array(z.strictObject(lineShape)),
    seals: z.array(z.strictObject({ place: PagePlace, coverage: z.number() })),
    pages: z.array(
      z.strictObject({
        width: z.number(),
        height: z.number(),
        problems: z.array(z.enum(['too_small', 'blurred', 'dark', 'glare', 'cut_off', 'grey', 'empty'])),
      }),
    ),
    disagreements: z.array(z.string()).meta({ description: '两处写得不一样的项，请先看这些' }),
  })
  .meta({ description: '从材料上读出来的；没读到的项就没有' })
export type PaperReading = ReadOnly<z.output<typeof PaperReading>>

true satisfies SameShape<PaperReading, Reading>
true satisfies SameShape<z.output<typeof FieldAnswer>, FieldValue>
