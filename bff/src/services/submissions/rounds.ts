import type { RoundList } from '@suanhui/shared/api'
import { type IsoDate, shanghaiDay } from '@suanhui/shared/date'
import type { Deps } from '../../deps'
import { AppError, invalidInput } from '../../errors'
import type { Platform, Round } from '../../platforms/platform'
import type { PlatformWorld } from '../../platforms/world'

type World = Pick<Deps, 'platforms' | 'elapsedMs' | 'clock'>

/** Rounds change a few times a year, and everyone who opens the page asks. */
const FRESH_MS = 5 * 60_000

interface Kept {
  readonly at: number
  readonly rounds: readonly Round[]
}
const kept = new WeakMap<PlatformWorld, Kept>()
/** Whoever comes while the platform is being asked waits for that answer: anyone may ask us, at any pace. */
const asking = new WeakMap<PlatformWorld, ReturnType<Platform['listRounds']>>()

function askOnce(platforms: PlatformWorld, platform: Platform): ReturnType<Platform['listRounds']> {
  const asked = asking.get(platforms) ?? platform.listRounds().finally(() => asking.delete(platforms))
  asking.set(platforms, asked)
  return asked
}

type Known =
  | { readonly state: 'fresh' | 'stale'; readonly rounds: readonly Round[] }
  | { readonly state: 'unknown' | 'absent' }

/** The rounds of the project system; those of the last time where it does not answer. */
async function knownRounds({ platforms, elapsedMs }: World): Promise<Known> {
  const platform = platforms.connected['hunan-projects']
  if (platform === undefined) return { state: 'absent' }
  const last = kept.get(platforms)
  if (last !== undefined && elapsedMs() - last.at < FRESH_MS) return { state: 'fresh', rounds: last.rounds }
  const read = await askOnce(platforms, platform)
  if (read.result === 'read') {
    kept.set(platforms, { at: elapsedMs(), rounds: read.value })
    return { state: 'fresh', rounds: read.value }
  }
  return last === undefined ? { state: 'unknown' } : { state: 'stale', rounds: last.rounds }
}

export const isOpen = ({ opensOn, closesOn }: Pick<Round, 'opensOn' | 'closesOn'>, on: IsoDate): boolean =>
  opensOn <= on && on <= closesOn

const NOTICES = {
  fresh: null,
  stale: '平台暂时连不上，下面是之前查到的轮次',
  unknown: '平台暂时连不上，请过一会儿再看申报轮次',
  absent: '还没有接通申报平台，现在看不到申报轮次',
} as const

/** Rounds for whoever asks, the open ones first. */
export async function listRounds(world: World): Promise<RoundList> {
  const known = await knownRounds(world)
  const today = shanghaiDay(world.clock())
  const rounds = ('rounds' in known ? known.rounds : []).map(
    ({ id, name, opensOn, closesOn, settledFrom, settledTo }) => ({
      id,
      platform: 'hunan-projects',
      name,
      opensOn,
      closesOn,
      settledFrom,
      settledTo,
      open: isOpen({ opensOn, closesOn }, today),
    }),
  )
  rounds.sort((a, b) => Number(b.open) - Number(a.open) || (a.closesOn < b.closesOn ? 1 : -1))
  return { rounds, notice: NOTICES[known.state] }
}

/**
 * The round that an application begins in: it may be prepared before it opens.
 * @throws {AppError} INVALID_INPUT no such round, or over; CONFLICT while rounds cannot be asked for.
 */
export async function roundToApplyIn(world: World, roundId: string | undefined): Promise<Round> {
  if (roundId === undefined) throw invalidInput([{ field: 'roundId', message: '请选是哪一轮申报' }])
  const known = await knownRounds(world)
  if (!('rounds' in known)) throw new AppError('CONFLICT', `${NOTICES[known.state]}，所以还不能开始申请`)
  const round = known.rounds.find(({ id }) => id === roundId)
  if (round === undefined) throw invalidInput([{ field: 'roundId', message: '没有这一轮申报，请重新选' }])
  if (round.closesOn < shanghaiDay(world.clock())) {
    throw invalidInput([{ field: 'roundId', message: '这一轮已经截止了，请选别的轮次' }])
  }
  return round
}
