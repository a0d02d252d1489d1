import type { Hono } from 'hono'
import type { Bindings } from '../deps'
import { AppError } from '../errors'

export const methodNotAllowed = (methods: readonly string[]): AppError =>
  new AppError('METHOD_NOT_ALLOWED', '这个地址不支持这种请求方法', { headers: { allow: methods.join(', ') } })

/** Answers every method that a known path does not serve, naming those it does. Comes after all routes. */
export function refuseOtherMethods(app: Hono<Bindings>): void {
  const methodsOf = new Map<string, Set<string>>()
  for (const { path, method } of app.routes) {
    if (method === 'ALL' || path === '/*') continue
    const methods = methodsOf.get(path) ?? new Set()
    // Hono answers HEAD from GET.
    for (const served of method === 'GET' ? ['GET', 'HEAD'] : [method]) methods.add(served)
    methodsOf.set(path, methods)
  }
  for (const [path, methods] of methodsOf) {
    app.all(path, () => {
      throw methodNotAllowed([...methods])
    })
  }
}
