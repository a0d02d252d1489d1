import { shanghaiDay } from '@suanhui/shared/date'
import { catalogue } from '@suanhui/shared/policies'
import { versioned } from '../services/version-catalogue'
import { CATALOGUE_USAGE, catalogueCommand } from './catalogue-command'
import { runOnTerminal } from './terminal'

await runOnTerminal(
  (terminal) => catalogueCommand(process.argv.slice(2), terminal, versioned(catalogue), shanghaiDay(new Date())),
  CATALOGUE_USAGE,
)
