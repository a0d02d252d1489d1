import type { Measure } from '../../rules'
import { applications } from './applications'
import { computePower } from './compute-power'
import { models } from './models'
import { supply } from './supply'

export const measures: readonly Measure[] = [...computePower, ...applications, ...models, ...supply]
