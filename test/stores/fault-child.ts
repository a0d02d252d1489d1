import { DurableNodeFS, type NodeFileSystem, openDirectory } from '@suanhui/bff/stores/embedded/durable-node-fs'
import { endOnPanic } from '@suanhui/bff/stores/embedded/end-on-panic'

const [, , directory = '', fault] = process.argv
/** ENOSPC as Emscripten numbers it. */
const NO_SPACE = 51
let broken = false

class FaultyFS extends DurableNodeFS {
  protected override install(files: NodeFileSystem, failure: () => Error): void {
    super.install(files, failure)
    const { fsync, write } = files.stream_ops
    files.stream_ops.fsync = (file) => {
      if (broken && fault === 'fsync fails') throw failure()
      return fsync?.(file) ?? 0
    }
    files.stream_ops.write = (...words) => {
      if (broken && fault === 'the disk is full') throw Object.assign(failure(), { errno: NO_SPACE })
      return write(...words)
    }
  }
}

// Writes rows and says so, one by one; after a while the disk fails. Ends with 1 when the database does, with 3 when it
// goes on as if nothing had happened.
const database = await openDirectory(new FaultyFS(directory), () => undefined)
endOnPanic(database, () => process.exit(1))
await database.exec('create schema suanhuitong; create table suanhuitong.kept (n int)')
for (let n = 1; n <= 100; n += 1) {
  if (n === 50) broken = true
  await database.query('insert into suanhuitong.kept values ($1)', [n]).catch((error: Error) => {
    process.stdout.write(`${error.message}\n`)
    process.exit(4)
  })
  process.stdout.write(`${n}\n`)
}
process.exit(3)
