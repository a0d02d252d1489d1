import { isIsoDate } from '../date'
import { isRegionCode } from '../region'
import type { FactDefinition } from './definition'
import type { FactTable, FactValues } from './value'

/** Why a value cannot be taken, in the user's words. */
export interface FactProblem {
  readonly fact: string
  readonly message: string
}

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const options = (definition: { readonly options: Readonly<Record<string, string>> }): string =>
  Object.keys(definition.options).join('、')

function problemOf(definition: FactDefinition, value: unknown): string | undefined {
  switch (definition.type) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : '只能是 true 或 false'
    case 'fen':
      if (!Number.isSafeInteger(value)) return '金额以分为单位，只能是整数'
      return (value as number) < 0 ? '金额不能是负数' : undefined
    case 'int':
      if (!Number.isSafeInteger(value)) return '只能是整数'
      return (value as number) < 0 ? '不能是负数' : undefined
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return '只能是数字'
      return value < 0 ? '不能是负数' : undefined
    case 'ratio':
      if (typeof value !== 'number' || !Number.isFinite(value)) return '只能是小数，15% 写作 0.15'
      return value < 0 && !definition.signed ? '不能是负数' : undefined
    case 'date':
      return isIsoDate(value) ? undefined : '日期要写成 2026-11-03 这样，并且这一天存在'
    case 'code':
      return isRegionCode(value) ? undefined : '地区要用六位行政区划代码'
    case 'one of':
      return typeof value === 'string' && Object.hasOwn(definition.options, value)
        ? undefined
        : `只能是其中之一：${options(definition)}`
    case 'set of':
      return isStringArray(value) && value.every((item) => Object.hasOwn(definition.options, item))
        ? undefined
        : `只能从这些里面选：${options(definition)}`
  }
}

/** Why the value cannot stand for the fact; nothing where it can. `null` says "asked, not known" and is always taken. */
export function checkFact(table: FactTable, id: string, value: unknown): FactProblem | undefined {
  const definition = Object.hasOwn(table, id) ? table[id] : undefined
  if (definition === undefined) return { fact: id, message: `没有“${id}”这一项` }
  if (value === null) return undefined
  const problem = problemOf(definition, value)
  return problem === undefined ? undefined : { fact: id, message: `${definition.label}：${problem}` }
}

/** Checks every given fact; the facts come back only when all of them can be taken. Nothing is corrected or guessed. */
export function checkFacts(
  table: FactTable,
  input: Readonly<Record<string, unknown>>,
): { readonly facts: FactValues } | { readonly problems: readonly FactProblem[] } {
  const problems = Object.entries(input).flatMap(([id, value]) => checkFact(table, id, value) ?? [])
  return problems.length > 0 ? { problems } : { facts: input as FactValues }
}
