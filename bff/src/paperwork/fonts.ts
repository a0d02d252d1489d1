import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The whole font: slices for the web leave out characters of names, 䶮 and 㛃 among them. */
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))

export type Weight = 400 | 700

const FILES: Readonly<Record<Weight, string>> = {
  400: '400Regular/NotoSansSC_400Regular.ttf',
  700: '700Bold/NotoSansSC_700Bold.ttf',
}

const loaded = new Map<Weight, Buffer>()

/** Noto Sans SC as TrueType, read once a thread: 30,000 characters, all of 通用规范汉字表 among them. */
export function fontOf(weight: Weight): Buffer {
  const known = loaded.get(weight)
  if (known !== undefined) return known
  const font = readFileSync(join(folder, FILES[weight]))
  loaded.set(weight, font)
  return font
}
