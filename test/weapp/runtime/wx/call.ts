import { plain, weapp } from '../record'
import { privacyGate } from './privacy'
import { WxFailure } from './wx-failure'

export { WxFailure } from './wx-failure'

export interface Callbacks {
  readonly success?: (result: object) => void
  readonly fail?: (error: object) => void
  readonly complete?: (result: object) => void
}

export type Options = Callbacks & Readonly<Record<string, unknown>>

/** Written down, and refused: an argument that WeChat would not take. */
export function refuse(name: string, reason: string): never {
  weapp.refusals.push(`${name}: ${reason}`)
  throw new WxFailure(`parameter error: ${reason}`, 1001)
}

/** Uses that the declaration of privacy covers: nothing of it before the person has accepted. */
const PRIVATE = new Set(['chooseMedia', 'chooseMessageFile', 'chooseImage', 'getPhoneNumber', 'saveImageToPhotosAlbum'])

const withoutFunctions = (options: Options): unknown => {
  const { success: _success, fail: _fail, complete: _complete, ...rest } = options
  return 'data' in rest && rest.data instanceof ArrayBuffer
    ? { ...rest, data: `${rest.data.byteLength} bytes` }
    : plain(rest)
}

/** A function of `wx`: answers by callbacks where any is given, else by a promise; always later, as on a phone. */
export function wxFunction(name: string, work: (options: Options) => object | undefined | Promise<object | undefined>) {
  return (options: Options = {}): Promise<object> | undefined => {
    weapp.calls.push({ name, given: withoutFunctions(options) })
    const answer = (async () => {
      await Promise.resolve()
      if (PRIVATE.has(name)) await privacyGate(name)
      return { errMsg: `${name}:ok`, ...(await work(options)) }
    })().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      const errno = error instanceof WxFailure ? error.errno : undefined
      throw { errMsg: `${name}:fail ${reason}`, ...(errno !== undefined && { errno }) }
    })
    if (!options.success && !options.fail && !options.complete) return answer
    answer.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: object) => {
        options.fail?.(error)
        options.complete?.(error)
      },
    )
    return undefined
  }
}
