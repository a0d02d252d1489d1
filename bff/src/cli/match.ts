import { shanghaiDay } from '@suanhui/shared/date'
import { catalogue } from '@suanhui/shared/policies'
import { versioned } from '../services/version-catalogue'
import { MATCH_USAGE, matchCommand } from './match-command'
import { runOnTerminal } from './terminal'

await runOnTerminal(
  (terminal) => matchCommand(process.argv.slice(2), terminal, versioned(catalogue), shanghaiDay(new Date())),
  MATCH_USAGE,
)
