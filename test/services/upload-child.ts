import { randomUUID } from 'node:crypto'
import { serve } from '@suanhui/bff/serve'
import { USUAL_STORAGE } from '@suanhui/bff/services/papers/ports'
import { fileBlobs } from '@suanhui/bff/storage/file-blobs'
import { openDatabase } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { openExaminer } from '@suanhui/bff/uploads/examiner'
import { testServer } from '../contract/server'
import { quiet } from '../stores/quiet'

// The real server over a directory, until it is killed. Says its address once it listens.
const [directory = '', files = ''] = process.argv.slice(2)
const database = await openDatabase({ engine: 'embedded', directory }, quiet)
await migrate(database, migrations)
const { app } = await testServer({
  clock: () => new Date(),
  newId: randomUUID,
  database,
  identify: async (token) => ({ personId: token, sessionId: token }),
  papers: {
    blobs: fileBlobs(files),
    examine: openExaminer().examine,
    read: () => Promise.reject(new Error('this server reads nothing')),
    draw: () => Promise.reject(new Error('this server draws nothing')),
    limits: USUAL_STORAGE,
  },
})
const person = '00000000-0000-4000-8000-000000000001'
const company = '00000000-0000-4000-8000-000000000002'
const { queries } = database
await queries
  .insertInto('people')
  .values({ id: person })
  .onConflict((conflict) => conflict.doNothing())
  .execute()
await queries
  .insertInto('companies')
  .values({ id: company, credit_code: '91430104MA0TEXT0XX', name: '长沙测试智能科技有限公司', region: '430104' })
  .onConflict((conflict) => conflict.doNothing())
  .execute()
await queries
  .insertInto('company_members')
  .values({ company_id: company, person_id: person, role: 'owner' })
  .onConflict((conflict) => conflict.doNothing())
  .execute()
const { url } = await serve({
  fetch: app.fetch,
  host: '127.0.0.1',
  port: 0,
  newId: randomUUID,
  log: quiet.log as never,
})
process.stdout.write(`${url}\n`)
