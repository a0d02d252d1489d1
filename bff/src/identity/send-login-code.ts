import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LoginCodeSent } from '@suanhui/shared/api'
import type { SmsOutcome } from '../channels/sms/sms'
import type { Deps } from '../deps'
import { AppError } from '../errors'
import type { Transaction } from '../stores/database'
import { keepCode } from '../stores/identity-codes'
import { type Rate, takeOne } from '../stores/identity-rates'
import { LOGIN_CODE_MS, LOGIN_CODE_TRIES } from './lifetimes'
import { codeHmac, phoneIndexOf } from './phone'
import { comeAgain } from './waiting'

type World = Pick<Deps, 'database' | 'vault' | 'sms' | 'clock' | 'newId' | 'log' | 'smsCodesPerHour'>

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const AGAIN_AFTER_MS = MINUTE
const VENDOR_TIMEOUT_MS = 5 * SECOND

const OFTEN = '这个手机号要验证码太频繁了'

/** `burst + time / everyMs`: at most 1 a minute, 3 + 2 = 5 an hour, 5 + 5 = 10 a day, counted over any such stretch. */
const phoneRates = (phoneIndex: string): readonly (Rate & { readonly why: string })[] => [
  {
    key: `sms minute ${phoneIndex}`,
    burst: 1,
    everyMs: AGAIN_AFTER_MS,
    why: '刚刚已经发过一条验证码，请看看短信；没有收到的话',
  },
  { key: `sms hour ${phoneIndex}`, burst: 3, everyMs: HOUR / 2, why: OFTEN },
  { key: `sms day ${phoneIndex}`, burst: 5, everyMs: (24 * HOUR) / 5, why: OFTEN },
]

/** Many people share one address of a mobile network. */
const addressRate = (addressIndex: string) => ({
  key: `sms address ${addressIndex}`,
  burst: 60,
  everyMs: 30 * SECOND,
  why: '这个网络上要验证码的人太多',
})

/** Whatever happens, no more than this leaves: each message costs money. */
const everyoneRate = (perHour: number) => ({
  key: 'sms everyone',
  burst: Math.max(1, Math.floor(perHour / 2)),
  everyMs: HOUR / Math.max(1, Math.ceil(perHour / 2)),
  why: '现在要验证码的人太多',
})

/** @throws {AppError} 429; then nothing is taken of any allowance. */
async function takeAllowance(
  transaction: Transaction,
  rates: readonly (Rate & { readonly why: string })[],
  now: Date,
): Promise<void> {
  for (const rate of rates) {
    const waitMs = await takeOne(transaction, rate, now)
    if (waitMs > 0) throw comeAgain(rate.why, waitMs)
  }
}

const inTime = (sending: Promise<SmsOutcome>): Promise<SmsOutcome> => {
  const stop = new AbortController()
  const late = sleep(VENDOR_TIMEOUT_MS, { outcome: 'retry', reason: 'no answer in time' } as const, {
    signal: stop.signal,
  })
  late.catch(() => undefined)
  return Promise.race([sending, late]).finally(() => stop.abort())
}

/**
 * Sends a login code to the number. Whether anyone signed in with it before makes no difference.
 * @throws {AppError} 429 by number, by network address and by the ceiling; 503 where the message could not be sent.
 */
export async function sendLoginCode(
  world: World,
  { phone, address }: { readonly phone: string; readonly address: string },
): Promise<LoginCodeSent> {
  const { database, vault, sms, clock, newId, log, smsCodesPerHour } = world
  const now = clock()
  const phoneIndex = phoneIndexOf(vault, phone)
  const rates = [
    ...phoneRates(phoneIndex),
    addressRate(vault.blindIndex('address', address)),
    everyoneRate(smsCodesPerHour),
  ]
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const salt = newId()
  await database.transaction(async (transaction) => {
    await takeAllowance(transaction, rates, now)
    await keepCode(
      transaction,
      { phoneIndex, salt, hmac: codeHmac(vault, salt, code) },
      { tries: LOGIN_CODE_TRIES, expiresAt: new Date(now.getTime() + LOGIN_CODE_MS) },
    )
  })
  const minutes = String(LOGIN_CODE_MS / MINUTE)
  const outcome = await inTime(sms.send({ phone, template: 'login_code', values: { code, minutes }, key: salt }))
  if (outcome.outcome === 'sent') {
    return { retryAfterSeconds: AGAIN_AFTER_MS / SECOND, expiresInSeconds: LOGIN_CODE_MS / SECOND }
  }
  log.warn({ outcome: outcome.outcome, reason: outcome.reason }, 'a login code could not be sent')
  if (outcome.outcome === 'undeliverable') {
    throw new AppError('INVALID_INPUT', '这个手机号收不到短信', {
      fields: [{ field: 'phone', message: '短信发不到这个号码，请核对一下，或者换一个手机号' }],
    })
  }
  throw new AppError('PLATFORM_UNAVAILABLE', '短信暂时发不出去，请过1分钟再试', {
    headers: { 'retry-after': String(AGAIN_AFTER_MS / SECOND) },
  })
}
