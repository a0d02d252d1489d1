import { zValidator } from '@hono/zod-validator'
import type { FieldError } from '@suanhui/shared/error'
import type { z } from 'zod'
import { invalidInput } from '../errors'
import { unstorableFields } from './unstorable'

const WHERE = { json: '请求里', query: '地址里' } as const

/** The issues of a schema as the envelope lists them: one for each fact or field, named as the client wrote it. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], target: keyof typeof WHERE): readonly FieldError[] {
  return issues.flatMap((issue): FieldError | readonly FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((field) => ({ field, message: `${WHERE[target]}没有“${field}”这一项` }))
    }
    // A fact stands in the envelope under its own id, everything else under the top-level field it belongs to.
    const [top, fact] = issue.path
    const field = top === 'facts' && fact !== undefined ? fact : (top ?? 'body')
    return { field: String(field), message: issue.message }
  })
}

/** Parses a part of the request by its contract. Everything that is wrong leaves together, as one INVALID_INPUT. */
export const checked = <Target extends keyof typeof WHERE, Schema extends z.ZodType>(target: Target, schema: Schema) =>
  zValidator(target, schema, (result) => {
    if (!result.success) throw invalidInput(fieldErrors(result.error.issues, target))
    const unstorable = unstorableFields(result.data)
    if (unstorable.length > 0) throw invalidInput(unstorable)
  })
