import { useEffect, useState } from 'react'
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
    inTurn(() => fetchFile(path)).then(
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
