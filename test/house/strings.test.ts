import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../miniapp/src')

const views = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))

/** What a file says in Chinese outside its comments. A mark between two texts, such as a comma, is no word. */
const wordsOf = (text: string): readonly string[] =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{(])\/\/.*$/gm, '').match(/\p{Script=Han}+/gu) ?? []

it('finds words where there are some, and passes over comments', () => {
  expect(wordsOf("const a = '好' // 不算\n/** 也不算 */\n{/* 不算 */}<View>再试一次</View>")).toEqual([
    '好',
    '再试一次',
  ])
})

it.each(views)('%s has its words from words/ or a copy.ts', (file) => {
  expect(wordsOf(readFileSync(join(root, file), 'utf8'))).toEqual([])
})
