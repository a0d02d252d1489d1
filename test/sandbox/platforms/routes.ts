import { Hono } from 'hono'
import type { World } from '../world'
export function platformRoutes(_world: World): Hono {
  return new Hono()
}
