import type { PlatformClient } from './client'
import { openHunanProjects } from './hunan-projects/adapter'
import { routes as hunanProjects } from './hunan-projects/wire'
import { openHunanScheduling } from './hunan-scheduling/adapter'
import { routes as hunanScheduling } from './hunan-scheduling/wire'
import type { Platform, PlatformId } from './platform'
import { openShanxiDispatch } from './shanxi-dispatch/adapter'
import { routes as shanxiDispatch } from './shanxi-dispatch/wire'
import type { WireRoutes } from './wire/route'

interface Entry {
  readonly name: string
  readonly open: (client: PlatformClient) => Platform
  readonly routes: WireRoutes
}

/** Every platform there is an adapter for: one line each. */
export const registry: Readonly<Record<PlatformId, Entry>> = {
  'hunan-scheduling': { name: '湖南省算力调度平台', open: openHunanScheduling, routes: hunanScheduling },
  'hunan-projects': { name: '湖南省工信厅项目管理系统', open: openHunanProjects, routes: hunanProjects },
  'shanxi-dispatch': { name: '山西省一体化算力调度和监测平台', open: openShanxiDispatch, routes: shanxiDispatch },
}

export const isPlatformId = (text: string): text is PlatformId => Object.hasOwn(registry, text)
export const platformIds: readonly PlatformId[] = Object.keys(registry).filter(isPlatformId)
