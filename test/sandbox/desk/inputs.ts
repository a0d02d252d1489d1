import { z } from 'zod'
import { CorrectionKind } from '../platforms/case'
import type { Blank } from './action'

export const Nothing = z.object({})
export const Reason = z.object({ reason: z.string().trim().min(1, '请写明原因').max(500) })
export const Note = z.object({ note: z.string().trim().max(500).default('') })
export const Items = z.object({
  items: z
    .array(
      z.object({
        target: z.string().trim().min(1),
        kind: CorrectionKind,
        note: z.string().trim().min(1, '请写明要怎么改').max(300),
        dueOn: z.iso.date(),
      }),
    )
    .min(1, '至少写一项要补正的'),
})
export const Score = z.object({
  score: z.coerce.number().min(0).max(100),
  comment: z.string().trim().max(500).default(''),
})

export const reasonBlank: Blank = { name: 'reason', label: '原因', kind: 'text', required: true }
export const noteBlank: Blank = { name: 'note', label: '意见（可不填）', kind: 'text' }
export const itemsBlank: Blank = { name: 'items', label: '要补正的', kind: 'items', required: true }
