import { routes as projectRoutes } from '@suanhui/bff/platforms/hunan-projects/wire'
import { routes as schedulingRoutes } from '@suanhui/bff/platforms/hunan-scheduling/wire'
import { routes as dispatchRoutes } from '@suanhui/bff/platforms/shanxi-dispatch/wire'
import { Hono } from 'hono'
import type { World } from '../world'
import { hunanProjects } from './hunan-projects'
import { hunanScheduling } from './hunan-scheduling'
import type { AllPlatformKeys } from './platform-keys'
import { servePlatform } from './serve'
import { shanxiDispatch } from './shanxi-dispatch'

/** The three systems, each under its name. */
export function platformRoutes(world: World, keys: AllPlatformKeys): Hono {
  const app = new Hono()
  const [scheduling, projects, dispatch] = ['hunan-scheduling', 'hunan-projects', 'shanxi-dispatch'] as const
  app.route(`/${scheduling}`, servePlatform(world, scheduling, keys[scheduling], schedulingRoutes, hunanScheduling))
  app.route(`/${projects}`, servePlatform(world, projects, keys[projects], projectRoutes, hunanProjects))
  app.route(`/${dispatch}`, servePlatform(world, dispatch, keys[dispatch], dispatchRoutes, shanxiDispatch))
  return app
}
