import { afterEach, expect, it, vi } from 'vitest'

const hasOwn = Object.hasOwn

afterEach(() => {
  Object.hasOwn = hasOwn
})

it('gives an old phone Object.hasOwn', async () => {
  Reflect.deleteProperty(Object, 'hasOwn')
  vi.resetModules()
  const polyfill = './polyfill'
  await import(polyfill)
  expect(Object.hasOwn).not.toBe(hasOwn)
  expect(Object.hasOwn({ own: 1 }, 'own')).toBe(true)
  expect(Object.hasOwn({}, 'toString')).toBe(false)
})
