import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { shanghaiDay } from '@suanhui/shared/date'
import { catalogue } from '@suanhui/shared/policies'
import { paperRules } from '@suanhui/shared/policies/paper-rules'
import type { JWK } from 'jose'
import { createApp } from './app'
import { type Anchors, anchorFile, startAnchors } from './audit/anchors'
import { openChannels } from './channels/index'
import { firstThatWorks } from './channels/sms/first-that-works'
import { openSms } from './channels/sms/index'
import type { Deps } from './deps'
import { openDrawer } from './drawing/drawer'
import { type Env, EnvError, readEnv } from './env'
import { openAccessTokens } from './identity/access-tokens'
import { openKeyRing } from './identity/key-ring'
import { drawFileJob } from './jobs/draw-file'
import { platformOutgoing } from './jobs/platform-outgoing'
import { platformCatchUp, platformPoll, standPolling } from './jobs/platform-poll'
import { platformProviders, standProviders } from './jobs/platform-providers'
import { readPaperJob } from './jobs/read-paper'
import { reminders, standReminders } from './jobs/reminders'
import { type JobRunner, startJobs } from './jobs/runner'
import { sendMessages } from './jobs/send-message'
import { standSweep, sweepJob } from './jobs/sweep'
import { openLine } from './line'
import { createLog, type Log } from './log'
import { countedChannels, countedReader, countedSms } from './metrics/counted'
import { type Metrics, openMetrics } from './metrics/metrics'
import { type MetricsServer, serveMetrics } from './metrics/serve-metrics'
import { watchDatabase } from './metrics/watch-database'
import { watchPlatforms } from './metrics/watch-platforms'
import { watchProcess } from './metrics/watch-process'
import { openGate } from './middleware/gate'
import { tokenBuckets } from './middleware/token-buckets'
import { startPaperwork } from './paperwork/paperwork'
import { connectPlatforms } from './platforms/connect'
import { openReader } from './recognition/reader'
import { httpRegistry } from './registry/http-registry'
import { type RunningServer, serve } from './serve'
import { loadPage } from './services/load-page'
import { tellOfRefusals, tellOfSteps } from './services/messages/listen'
import { openPaperWorld } from './services/papers/open-paper-world'
import { publishCatalogue } from './services/publish-catalogue'
import { keptSigningKey, type SigningKey, signingKeyOf } from './services/signing-key'
import { submissionAnswered, submissionMoved } from './services/submissions/listeners'
import { takeInCatalogue } from './services/take-in-catalogue'
import { type Database, openDatabase } from './stores/database'
import { DatabaseSetupError } from './stores/database-error'
import { migrate } from './stores/migrate'
import { migrations } from './stores/migrations'
import { turnAway } from './turn-away'
import { openExaminer } from './uploads/examiner'
import { sweepUploadsJob } from './uploads/sweep-uploads'
import { keptIndexKey } from './vault/index-key'
import { keptSecret, masterKeysOf } from './vault/master-keys'
import { openVault } from './vault/open-vault'
import { systemSecretsOf } from './vault/system-secrets'
import { openWechat } from './wechat/client'

const signingKey = ({ catalogueSigningKey, dataDir }: Env): Promise<SigningKey> =>
  catalogueSigningKey === undefined
    ? keptSigningKey(dataDir)
    : signingKeyOf(JSON.parse(catalogueSigningKey) as JWK).catch(() => {
        throw new EnvError(['CATALOGUE_SIGNING_KEY 不是一把能用的 P-256 私钥'])
      })

async function openStores({ database: settings }: Env, log: Log, metrics: Metrics): Promise<Database> {
  const onStatement = metrics.statementRan
  const database = await openDatabase(settings, { log, elapsedMs: () => performance.now(), onStatement })
  await migrate(database, migrations)
  return database
}

interface Opened {
  readonly log: Log
  readonly database: Database
  readonly metrics: Metrics
  readonly wakeJobs: () => void
  readonly stopping: () => boolean
}

async function compose(env: Env, { log, database, metrics, wakeJobs, stopping }: Opened): Promise<Deps> {
  const [published, page, secrets] = await Promise.all([
    signingKey(env).then((key) => publishCatalogue(catalogue, key)),
    loadPage(env.pageDir),
    env.masterKeys ?? keptSecret(env.dataDir).then((secret) => [secret]),
  ])
  const masterKeys = masterKeysOf(secrets)
  const world = { clock: () => new Date(), elapsedMs: () => performance.now(), fetch: globalThis.fetch, database }
  const given = { newId: randomUUID, log, random: Math.random }
  const systemSecrets = systemSecretsOf(masterKeys)
  const accessTokens = openAccessTokens(openKeyRing({ ...world, systemSecrets }), world)
  const indexKey = await keptIndexKey({ database, systemSecrets }, masterKeys.indexKey)
  const vault = openVault({ ...masterKeys, indexKey })
  const wechat = env.wechat && openWechat(env.wechat, world)
  const smsVendors = openSms(env.sms, { ...world, ...given })
  const { templates: wechatTemplates, callback: wechatCallback } = env.wechatMessages
  const channels = countedChannels(openChannels({ smsVendors, wechatTemplates }, { ...world, vault, wechat }), metrics)
  const telling = { ...world, ...given, vault, channels }
  const papers = openPaperWorld({
    ...env,
    ...world,
    reader: openReader(),
    examiner: openExaminer(),
    draw: openDrawer(),
  })
  return {
    ...world,
    ...given,
    published,
    vault,
    systemSecrets,
    accessTokens,
    identify: accessTokens.identify,
    wechat,
    sms: countedSms(firstThatWorks(smsVendors), metrics),
    channels,
    messaging: { wechatTemplates, wechatCallback, receiptsPath: env.sms.receiptsPath },
    companyRegistry: env.registry && httpRegistry(env.registry, { ...world, log }),
    smsCodesPerHour: env.smsCodesPerHour,
    rateLimits: {
      addresses: tokenBuckets(10 * env.rateLimitPerMinute, world.elapsedMs),
      people: tokenBuckets(env.rateLimitPerMinute, world.elapsedMs),
    },
    quietHours: env.quietHours,
    trustProxy: env.trustProxy,
    papers: { ...papers, read: countedReader(papers.read, metrics, world.elapsedMs) },
    paperwork: startPaperwork(),
    paperRules,
    platforms: connectPlatforms(
      env.platforms,
      { ...world, ...given, onCalled: metrics.platformCalled },
      {
        statusListeners: [submissionMoved, tellOfSteps(telling)],
        writeListeners: [submissionAnswered, tellOfRefusals(telling)],
      },
    ),
    onAnswered: metrics.answered,
    wakeJobs,
    stopping,
    databaseHealth: () => database.health(),
    page,
  }
}

/** What goes to the systems behind us, and what they say. */
const platformJobs = (deps: Deps) => [
  platformOutgoing(deps),
  platformPoll(deps),
  platformCatchUp(deps),
  platformProviders(deps),
]

/** Finds out whom new rules touch, while the server answers already: it may take minutes for very many companies. */
function tellOfNewRules(database: Database, { published, clock, log }: Deps): Promise<void> {
  return takeInCatalogue(database, published.catalogue, shanghaiDay(clock())).then(
    (taken) => {
      if (taken.from !== taken.to) log.info(taken, 'rules taken in')
    },
    (err: unknown) => log.error({ err }, 'rules could not be taken in; the next start tries again'),
  )
}

function greet({ url }: RunningServer, { page, published }: Deps): void {
  console.log(`算惠通已启动：${url}`)
  console.log(`接口说明：${url}/openapi.json　规则版本：${published.catalogue.version}`)
  if (page === undefined) console.log('网页还没有生成，现在只有接口能用；生成网页请运行 npm run build')
}

/** The metrics' own port, where the operator wants one. */
function showMetrics(
  env: Env,
  { registry }: Metrics,
  { database, platforms }: Deps,
): Promise<MetricsServer> | undefined {
  if (env.metrics === undefined) return undefined
  watchProcess(registry)
  watchDatabase(registry, database)
  watchPlatforms(registry, platforms)
  return serveMetrics({ registry, ...env.metrics })
}

/** What runs, and ends when the server stops. */
interface Running {
  readonly server: RunningServer
  readonly jobs: JobRunner
  readonly anchors: Anchors
  readonly underWay: Promise<void>
  readonly stop: StopSwitch
}

interface StopSwitch {
  pressed: boolean
  /** How long requests are still answered after it. */
  readonly drainMs: number
}

/** Stops at the first signal, letting what is under way finish; a second one stops at once. */
function stopOnSignal({ database, paperwork }: Deps, { server, jobs, anchors, underWay, stop }: Running): void {
  const end = () => {
    if (stop.pressed) process.exit(1)
    stop.pressed = true
    console.log('正在停止，等手上的请求办完……')
    void sleep(stop.drainMs)
      .then(() => server.close())
      .then(() => Promise.all([underWay, jobs.stop(), paperwork.close()]))
      .then(() => anchors.stop())
      .then(() => database.close())
      .then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

function explainFailure(error: unknown): string {
  if (error instanceof EnvError || error instanceof DatabaseSetupError) return error.message
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number }
  if (code === 'EADDRINUSE') return `端口 ${port} 已经被别的程序占用：关掉那个程序，或者换一个端口：PORT=8790 npm start`
  if (code === 'EACCES') return `没有权限：${message}`
  return `启动失败：${message}`
}

async function main(): Promise<void> {
  const env = readEnv(process.env)
  const log = createLog(env.logLevel)
  const metrics = openMetrics()
  const database = await openStores(env, log, metrics)
  try {
    let jobs: JobRunner | undefined
    const stop: StopSwitch = { pressed: false, drainMs: env.drainMs }
    const deps = await compose(env, {
      log,
      database,
      metrics,
      wakeJobs: () => jobs?.wake(),
      stopping: () => stop.pressed,
    })
    await standPolling(database)
    await standProviders(database)
    await standSweep(database)
    await standReminders(database)
    jobs = startJobs(
      [
        readPaperJob(deps),
        drawFileJob(deps),
        sweepUploadsJob(deps),
        sweepJob(deps),
        ...platformJobs(deps),
        ...sendMessages(deps),
        ...reminders(deps),
      ],
      {
        ...deps,
        onJobEnded: metrics.jobEnded,
      },
    )
    const line = openLine()
    const gate = openGate({ standing: line.length })
    const app = createApp({ ...deps, gate })
    const server = await serve({ ...env, ...deps, fetch: app.fetch, line, turnAway: turnAway({ ...deps, gate }) })
    const shown = await showMetrics(env, metrics, deps)
    if (shown) console.log(`运行指标：${shown.url}`)
    const anchors = startAnchors(deps, anchorFile(env.dataDir))
    stopOnSignal(deps, { server, jobs, anchors, underWay: tellOfNewRules(database, deps), stop })
    greet(server, deps)
  } catch (error) {
    await database.close()
    throw error
  }
}

main().catch((error: unknown) => {
  console.error(explainFailure(error))
  process.exit(1)
})
