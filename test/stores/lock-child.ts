import { lockDirectory } from '@suanhui/bff/stores/embedded/directory-lock'

// Holds the directory until it is killed.
await lockDirectory(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => undefined, 60_000)
