import { daysBetween, shanghaiDay } from '@suanhui/shared/date'
import { REMIND_DAYS, type RoundNews, reminderFor } from '@suanhui/shared/notifications'
import { listRounds } from '../../submissions/rounds'
import { companiesIn, type RemindingWorld, tellCompany } from './companies'

/** 湖南省: whose rounds these are. */
const REGION = '43'

/** What is to be told of the rounds today. */
async function roundNews(world: RemindingWorld): Promise<readonly RoundNews[]> {
  const today = shanghaiDay(world.clock())
  return (await listRounds(world)).rounds.flatMap(({ id: roundId, name, opensOn, closesOn }) => {
    const opens: RoundNews = { type: 'round_opens', roundId, name, on: opensOn }
    const closes: RoundNews = { type: 'round_closes', roundId, name, on: closesOn }
    return [
      ...(reminderFor(REMIND_DAYS.round_opens, daysBetween(today, opensOn)) === undefined ? [] : [opens]),
      ...(reminderFor(REMIND_DAYS.round_closes, daysBetween(today, closesOn)) === undefined ? [] : [closes]),
    ]
  })
}

/** Tells the companies of the province when a round opens, and when it is about to close. */
export async function remindOfRounds(world: RemindingWorld): Promise<void> {
  const news = await roundNews(world)
  if (news.length === 0) return
  for await (const companyId of companiesIn(world.database.queries, REGION)) await tellCompany(world, companyId, news)
}
