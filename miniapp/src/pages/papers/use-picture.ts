import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error'
import { fetchFile } from '../../api/files'
import { forget } from '../../platform/download'

/** WeChat allows ten downloads at a time; a list of papers asks for more. */
const AT_ONCE = 4
let flying = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (flying >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn))
  flying += 1
  try {
    return await work()
  } finally {
    flying -= 1
    waiting.shift()?.()
  }
}

/** What the server could not give now, it can in a while; what is not there never comes. */
const AGAIN_MS = [5_000, 10_000, 20_000, 40_000, 60_000]

const passes = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'OFFLINE' || (error.httpStatus ?? 0) >= 500)

async function fetchPatiently(path: string, isGone: () => boolean): Promise<string> {
  for (const pause of AGAIN_MS) {
    try {
      return await inTurn(() => fetchFile(path))
    } catch (error) {
      if (!passes(error)) throw error
      await new Promise((done) => setTimeout(done, pause))
      if (isGone()) throw error
    }
  }
  return inTurn(() => fetchFile(path))
}

/**
 * A picture of the server as this phone can show it; undefined until it is here, and where there is none.
 * @param file what lies under the path now: pages change places.
 */
export function usePicture(path: string | undefined, file: string | undefined): string | undefined {
  const [picture, setPicture] = useState<{ readonly file: string; readonly src: string }>()
  useEffect(() => {
    if (path === undefined || file === undefined) return undefined
    let gone = false
    let mine: string | undefined
    fetchPatiently(path, () => gone).then(
      (src) => {
        mine = src
        if (gone) forget(src)
        else setPicture({ file, src })
      },
      // A picture that does not come leaves the words beside it.
      () => undefined,
    )
    return () => {
      gone = true
      if (mine !== undefined) forget(mine)
    }
  }, [path, file])
  return picture?.file === file ? picture?.src : undefined
}

/** A picture by its name, and where it lies on the server now. */
export interface Wanted {
  readonly name: string
  readonly path: string
}

/** Several pictures, as many as are wanted, by name; each is fetched once and kept as long as the page is open. */
export function usePictures(wanted: readonly Wanted[]): ReadonlyMap<string, string> {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map())
  const held = useRef({ gone: false, asked: new Set<string>(), sources: new Set<string>() })
  const list = wanted.map(({ name, path }) => `${name} ${path}`).join('\n')
  useEffect(() => {
    const { asked, sources } = held.current
    for (const [name = '', path = ''] of list.split('\n').map((line) => line.split(' '))) {
      if (path === '' || asked.has(name)) continue
      asked.add(name)
      fetchPatiently(path, () => held.current.gone).then(
        (src) => {
          if (held.current.gone) return forget(src)
          sources.add(src)
          setPictures((before) => new Map(before).set(name, src))
        },
        // It is asked for again when the page looks again.
        () => void asked.delete(name),
      )
    }
  }, [list])
  useEffect(() => {
    const all = held.current
    return () => {
      all.gone = true
      for (const src of all.sources) forget(src)
    }
  }, [])
  return pictures
}
