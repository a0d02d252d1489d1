// What phones from 2018 on (iOS 12, Chrome 66) lack of the language we write. The build turns syntax into older syntax,
// but leaves the library alone; core-js would bring a hundred times as much, and `Function`.

function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

// biome-ignore lint/suspicious/noPrototypeBuiltins: this is what stands in where there is no hasOwn to call
define(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key))

define(Object, 'fromEntries', (entries: Iterable<readonly [PropertyKey, unknown]>) => {
  const result: Record<PropertyKey, unknown> = {}
  for (const [key, value] of entries) result[key] = value
  return result
})

define(Array.prototype, 'at', function at(this: readonly unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})

define(Array.prototype, 'flat', function flat(this: readonly unknown[], depth = 1): unknown[] {
  return this.reduce<unknown[]>(
    (all, item) => all.concat(Array.isArray(item) && depth > 1 ? (item as unknown[]).flat(depth - 1) : item),
    [],
  )
})

define(
  Array.prototype,
  'flatMap',
  function flatMap(this: readonly unknown[], map: (item: unknown, index: number) => unknown) {
    return ([] as unknown[]).concat(...this.map(map))
  },
)
