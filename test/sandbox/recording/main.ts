import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXCHANGES, fileName } from '../../contract/platforms/exchange'
import { hmacPair } from '../../contract/platforms/signing-keys'
import { stories } from '../../contract/platforms/stories'
import { record } from './record'

// Writes what the contract tests replay: every operation of every adapter against the sandbox.
for (const story of Object.values(stories)) {
  const folder = join(EXCHANGES, story.platform)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, { exchange }] of (await record(story, hmacPair(9))).entries()) {
    writeFileSync(join(folder, fileName(index, exchange.operation)), `${JSON.stringify(exchange, undefined, 2)}\n`)
  }
  console.log(`${story.platform}: ${story.operations.length}`)
}
