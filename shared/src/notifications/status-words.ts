import { formatDate, type IsoDate } from '../date'
import { DEPARTMENTS, type Department, isStatusOf, openItems, stepOf, UNKNOWN_LABEL } from '../status'
import type { StatusNews } from './news'

/** What a step says: `state` is short enough for a template's phrase. */
export interface StatusWords {
  readonly state: string
  readonly lines: readonly string[]
  /** What to do, or what comes next. */
  readonly hint: string
  /** The applicant has to do something. */
  readonly toDo: boolean
}

const DEPARTMENT_NAMES: Readonly<Record<Department, string>> = { industry: '市工信局', finance: '市财政局' }
/** Five characters, as many as a template's phrase holds. */
const PASSED: Readonly<Record<Department, string>> = { industry: '工信局通过', finance: '财政局通过' }

/** The platform's words, where a Chinese reader can read them. */
const quoted = (words: string | undefined): readonly string[] =>
  words !== undefined && /\p{Script=Han}/u.test(words) ? [`平台写的是：${words}`] : []

const openWords = (news: StatusNews): readonly string[] => {
  const open = openItems(news.to).length
  return open > 0 ? [`一共有${open}处要改。`] : []
}

const byWhen = (dueOn: IsoDate | undefined): string =>
  dueOn === undefined ? '请尽快办理' : `请在${formatDate(dueOn)}前办好`

function movedWords(news: StatusNews, note: string | undefined, dueOn: IsoDate | undefined): StatusWords {
  const { label, meaning, next, holder, acts } = stepOf(news.to)
  const toDo = holder === 'applicant' && acts.length > 0
  return {
    state: label,
    lines: [
      meaning,
      ...quoted(note),
      ...(toDo ? openWords(news) : []),
      ...(toDo && dueOn !== undefined ? [`${byWhen(dueOn)}。`] : []),
      `接下来：${next}`,
    ],
    hint: toDo ? byWhen(dueOn) : next,
    toDo,
  }
}

function passedWords({ to }: StatusNews, department: Department): StatusWords {
  const left = DEPARTMENTS.filter((one) => !to.passed.includes(one)).map((one) => DEPARTMENT_NAMES[one])
  const hint = left.length === 0 ? '等市里推荐到省里。' : `还要等${left.join('、')}审核。`
  return {
    state: PASSED[department],
    lines: [`${DEPARTMENT_NAMES[department]}已经审核通过，${hint}`, '现在不用做什么。'],
    hint: `${DEPARTMENT_NAMES[department]}通过，${hint}`,
    toDo: false,
  }
}

function strangeWords(news: StatusNews): StatusWords {
  const { change } = news.event
  const known =
    change.type === 'moved' && isStatusOf(news.to.kind, change.to)
      ? stepOf({ kind: news.to.kind, status: change.to }).label
      : undefined
  const words = change.type === 'unknown' ? change.words : change.type === 'moved' ? (change.note ?? known) : undefined
  return {
    state: UNKNOWN_LABEL,
    lines: ['平台有了新的说法，我们还不认识。', ...quoted(words), '请打开进度看看，不清楚的可以打电话问平台。'],
    hint: '请打开进度看看',
    toDo: false,
  }
}

/** What a step means to the applicant, in words. */
export function statusWords(news: StatusNews, dueOn: IsoDate | undefined): StatusWords {
  const { to, event } = news
  if (to.unknown !== undefined) return strangeWords(news)
  switch (event.change.type) {
    case 'moved':
      return movedWords(news, event.change.note, dueOn)
    case 'passed':
      return passedWords(news, event.change.department)
    case 'item_opened':
      return {
        state: '有处要改',
        lines: ['审核的人请您改一处。', ...quoted(event.change.item.note), ...openWords(news), `${byWhen(dueOn)}。`],
        hint: byWhen(dueOn),
        toDo: true,
      }
    case 'item_withdrawn': {
      const open = openItems(to).length
      const left = open === 0 ? '现在不用改什么了。' : `还有${open}处要改。`
      return { state: '减少补正', lines: ['有一处不用改了。', left], hint: left, toDo: false }
    }
    case 'unknown':
      return strangeWords(news)
  }
}
