import type { PlatformId } from '@suanhui/bff/platforms/platform'
import { hunanProjects } from './hunan-projects'
import { hunanScheduling } from './hunan-scheduling'
import { shanxiDispatch } from './shanxi-dispatch'
import type { Story } from './story'

/** One a platform: a new one is recorded and replayed as soon as it stands here. */
export const stories: Readonly<Record<PlatformId, Story>> = {
  'hunan-scheduling': hunanScheduling,
  'hunan-projects': hunanProjects,
  'shanxi-dispatch': shanxiDispatch,
}
