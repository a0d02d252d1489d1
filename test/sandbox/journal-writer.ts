import { writeSync } from 'node:fs'
import { z } from 'zod'
import { openJournal } from './journal'

// Killed by its test: writes for as long as it lives, and says what is kept.
const journal = openJournal(process.argv[2] ?? '')
const pairs = journal.collection('pairs', z.object({ left: z.number(), right: z.number() }))
for (let index = 0; ; index++) {
  journal.commit(() => {
    pairs.put(String(index), { left: index, right: index })
    pairs.put(`twin ${index}`, { left: index, right: index })
  })
  writeSync(1, `${index}\n`)
}
