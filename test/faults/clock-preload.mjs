// Sets this program's clock wrong, by as many milliseconds as stand in the file that FAULTY_CLOCK names: what a machine
// shows whose clock was changed under the running program. Loaded before the server.
import { readFileSync } from 'node:fs'

const RealDate = Date
let offset = 0
let readAt = 0

function now() {
  const real = RealDate.now()
  if (real - readAt > 100) {
    readAt = real
    try {
      offset = Number(readFileSync(process.env.FAULTY_CLOCK ?? '', 'utf8')) || 0
    } catch {
      offset = 0
    }
  }
  return real + offset
}

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }
  static now() {
    return now()
  }
}
