import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Route, routes } from './routes'

const src = fileURLToPath(new URL('.', import.meta.url))
const all: readonly Route[] = Object.values(routes)

/** Folders below pages/ that hold a page. */
function pagesIn(folder: string): readonly string[] {
  const entries = readdirSync(path.join(src, folder), { withFileTypes: true })
  const own = entries.some((entry) => entry.name === 'index.config.ts') ? [`${folder}/index`] : []
  return [
    ...own,
    ...entries.filter((entry) => entry.isDirectory()).flatMap((entry) => pagesIn(`${folder}/${entry.name}`)),
  ]
}

/** For developers only: app.config.ts adds it, and no release has it. */
const GALLERY = 'pages/gallery/index'

describe('routes', () => {
  it('name every page folder, and no page that is not there', () => {
    expect(all.map((route) => route.path).sort()).toEqual(
      pagesIn('pages')
        .filter((page) => page !== GALLERY)
        .sort(),
    )
  })

  it.each(all.map((route) => [route.path, route] as const))(
    '%s has its view and lies in its package',
    (_path, route) => {
      expect(existsSync(path.join(src, `${route.path}.tsx`))).toBe(true)
      expect(route.package === 'main' || route.path.startsWith(`${route.package}/`)).toBe(true)
    },
  )
})
