import type { Measure } from '@suanhui/shared/rules'
import { type Comparison, type Dialect, sumIn } from './dialect'
import { sumOf } from './paid'
import type { Plain } from './plain'

type Closure = (company: Plain) => number | boolean

const COMPARE: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '>=': (left, right) => left >= right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '<': (left, right) => left < right,
}

const binary =
  (work: (left: number, right: number) => number | boolean) =>
  (left: Closure, right: Closure): Closure =>
  (company) =>
    work(left(company) as number, right(company) as number)

/** Plain JavaScript, for engines whose conditions are functions and for the sums of those without arithmetic. */
export const closures: Dialect<Closure> = {
  fact: (name) => (company) => company[name] as number,
  value: (value) => () => value,
  is: (name, value) => (company) => company[name] === value,
  compare: (left, comparison, right) => binary(COMPARE[comparison])(left, right),
  and: (parts) => (company) => parts.every((part) => part(company)),
  or: (parts) => (company) => parts.some((part) => part(company)),
  plus: (parts) => (company) => parts.reduce((sum, part) => sum + (part(company) as number), 0),
  minus: binary((left, right) => left - right),
  times: binary((left, right) => left * right),
  over: binary((left, right) => left / right),
  least: binary(Math.min),
  most: binary(Math.max),
  choose: (condition, then, otherwise) => (company) => (condition(company) ? then(company) : otherwise(company)),
}

/** The sum of a measure for a company, in plain JavaScript. */
export const sumOutside = (measure: Measure): ((company: Plain) => number) =>
  sumIn(closures, sumOf(measure)) as (company: Plain) => number
