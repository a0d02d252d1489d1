import type { NotificationChoices } from '@suanhui/shared/api'
import { isTopic, QUIET_HOURS_WORDS, topicIds, topics } from '@suanhui/shared/notifications'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { keepChoice } from '../../stores/notification-choices'
import { wantsOf } from './wants'

type World = Pick<Deps, 'database' | 'channels'>
type Switches = Readonly<Record<string, boolean>>

/** It goes nowhere, whatever was chosen. */
const TAKEN_BACK = '您收回了“给我发通知”的同意，现在不发。要收的话，请到“隐私”里重新同意。'

/** What someone may choose, and has chosen. */
export async function describeChoices({ database, channels }: World, personId: string): Promise<NotificationChoices> {
  const { queries } = database
  const wants = await wantsOf(queries, personId)
  const shown = Object.entries(channels).map(async ([id, channel]) => {
    const able = await channel.reaches(queries, personId)
    const { name, locked } = channel
    const available = able && (locked || wants.sent)
    const explanation = able && !available ? TAKEN_BACK : channel.explain(available)
    return { id, name, explanation, on: locked || wants.channel(id), available, locked }
  })
  return {
    channels: await Promise.all(shown),
    topics: topicIds.map((id) => {
      const { name, explanation, locked } = topics[id]
      return { id, name, explanation, on: wants.topic(id), locked }
    }),
    quietHours: QUIET_HOURS_WORDS,
  }
}

const problem = (field: string, message: string): AppError =>
  new AppError('INVALID_INPUT', '有的选择改不了', { fields: [{ field, message }] })

/** Keeps what was switched, and leaves the rest. @throws {AppError} for what there is not, and what is locked. */
export async function choose(
  world: World,
  personId: string,
  {
    channels = {},
    topics: switched = {},
  }: { readonly channels?: Switches | undefined; readonly topics?: Switches | undefined },
): Promise<NotificationChoices> {
  for (const [id, wanted] of Object.entries(channels)) {
    const channel = Object.hasOwn(world.channels, id) ? world.channels[id] : undefined
    if (channel === undefined) throw problem('channels', '没有这种通知方式')
    if (channel.locked && !wanted) throw problem('channels', `${channel.name}不能关`)
  }
  for (const [id, wanted] of Object.entries(switched)) {
    if (!isTopic(id)) throw problem('topics', '没有这类消息')
    if (topics[id].locked && !wanted) throw problem('topics', `“${topics[id].name}”按规定一定要告诉您，不能关`)
  }
  await world.database.transaction(async (transaction) => {
    for (const [id, wanted] of Object.entries(channels)) {
      await keepChoice(transaction, personId, { kind: 'channel', id, wanted })
    }
    for (const [id, wanted] of Object.entries(switched)) {
      await keepChoice(transaction, personId, { kind: 'topic', id, wanted })
    }
  })
  return describeChoices(world, personId)
}
