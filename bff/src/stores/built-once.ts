import type { Compilable, CompiledQuery } from 'kysely'
import type { Queries } from './database'

/** Stands for the value at this place among those of a call. Whoever looks into it would build another text. */
class Placeholder {
  constructor(readonly place: number) {}

  [Symbol.toPrimitive](): never {
    throw new TypeError('a statement that is built once cannot depend on its values')
  }

  toJSON(): never {
    return this[Symbol.toPrimitive]()
  }
}

/**
 * For reads that are asked all the time: the statement is built at the first call, and only gets its values at each.
 * Building one costs as much as a third of all that we do for it.
 * @param build writes the statement; the values that it gets are placeholders, to be put in and not to be looked at.
 */
export function builtOnce<Values extends readonly unknown[], Row>(
  build: (queries: Queries, ...values: Values) => Compilable<Row>,
): (queries: Queries, ...values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined
  return async function run(queries, ...values) {
    // The one place where a placeholder passes for a value: a parameter of the driver may be anything.
    built ??= build(queries, ...(values.map((_, place) => new Placeholder(place)) as unknown as Values)).compile()
    const parameters = built.parameters.map((given) => (given instanceof Placeholder ? values[given.place] : given))
    const { rows } = await queries.executeQuery<Row>({ ...built, parameters })
    return rows
  }
}
