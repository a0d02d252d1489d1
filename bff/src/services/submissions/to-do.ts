import type { ToDoList } from '@suanhui/shared/api'
import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import { textOf } from '@suanhui/shared/papers'
import { isTerminal } from '@suanhui/shared/status'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { subjectsOf } from '../../stores/platforms'
import { type SubmissionRow, submissionsOf } from '../../stores/submissions'
import type { FlowWorld } from './assemble'
import { contractsToFile } from './contracts-to-file'
import { describeSummary } from './describe'
import { isEditable } from './standing'

type World = FlowWorld & Pick<Deps, 'platforms'>
type Item = ToDoList['items'][number]
type Matter = Omit<Item, 'companyId' | 'companyName'>

/** What one submission wants of the company now. */
async function ofSubmission(world: World, queries: Queries, row: SubmissionRow): Promise<readonly Matter[]> {
  const { summary, progress } = await describeSummary(world, queries, row)
  const { title, dueOn, standing } = summary
  const at = { title, submissionId: row.id, ...(dueOn !== undefined && { dueOn }) }
  if (isTerminal(progress.state)) return []
  if (row.sending === 'refused') return [{ ...at, kind: 'refused', text: `平台没有收：${row.refusal ?? '没有写原因'}` }]
  if (progress.state.status === 'explanation_demanded') {
    return [{ ...at, kind: 'explain', text: '主管部门要您说明情况，请在期限以前答复。' }]
  }
  if (progress.state.status === 'returned' && isEditable(row, progress)) {
    const open = standing.items.filter(({ resolved }) => !resolved).length
    return [{ ...at, kind: 'correct', text: open === 0 ? '退回来了，请改好再交。' : `有${open}处要改，改好再交。` }]
  }
  if (row.step === 'redemption' && isEditable(row, progress)) {
    const by = dueOn === undefined ? '' : `，最晚${formatDate(dueOn)}`
    return [{ ...at, kind: 'redeem', text: `算力券发下来了，请来兑付${by}。` }]
  }
  if (row.sending !== 'draft') return []
  if (row.step === 'filing') return [{ ...at, kind: 'file', text: '备案还没有交。' }]
  return [{ ...at, kind: 'finish_draft', text: row.step === 'claim' ? '申领还没有交。' : '申请还没有交。' }]
}

/** Contracts with a day of signing that somebody has looked at, and that stand in no filing. */
async function ofContracts(
  world: World,
  queries: Queries,
  companyId: string,
  rows: readonly SubmissionRow[],
): Promise<readonly Matter[]> {
  const today = shanghaiDay(world.clock())
  const toFile = await contractsToFile(world, queries, companyId, rows)
  return toFile.map(({ contract, dueOn }): Matter => {
    const late = dueOn < today ? '已经过了期限，还可以补交。' : `最晚${formatDate(dueOn)}交。`
    const title = textOf(contract, 'title') ?? '合同'
    return { kind: 'file', title, text: `这份合同还没有备案，${late}`, dueOn, paperId: contract.id }
  })
}

/** 山西省: its vouchers need no registration in Hunan. */
const SHANXI = '14'

async function ofRegistration(
  world: World,
  queries: Queries,
  companyId: string,
  region: string | null,
): Promise<readonly Matter[]> {
  if (world.platforms.connected['hunan-scheduling'] === undefined || region?.startsWith(SHANXI)) return []
  const subjects = await subjectsOf(queries, companyId, 'registration')
  if (subjects.some(({ platform, status }) => platform === 'hunan-scheduling' && status !== 'rejected')) return []
  const text = '备案和申请以前，公司要先在湖南省算力调度平台上注册。'
  return [{ kind: 'register', title: '在算力调度平台注册', text }]
}

/** What a person has to do for any of their companies: what is due first stands first. */
export async function listToDo(world: World, queries: Queries, personId: string): Promise<ToDoList> {
  const companies = await queries
    .selectFrom('company_members')
    .innerJoin('companies', 'companies.id', 'company_members.company_id')
    .select(['companies.id', 'companies.name', 'companies.region'])
    .where('person_id', '=', personId)
    .orderBy('joined_at', 'desc')
    .orderBy('companies.id')
    .execute()
  const items: Item[] = []
  for (const { id: companyId, name: companyName, region } of companies) {
    const rows = await submissionsOf(queries, companyId)
    const matters = [
      ...(await ofRegistration(world, queries, companyId, region)),
      ...(await ofContracts(world, queries, companyId, rows)),
    ]
    for (const row of rows) matters.push(...(await ofSubmission(world, queries, row)))
    items.push(...matters.map((matter) => ({ companyId, companyName, ...matter })))
  }
  const last = '9999-12-31'
  return {
    items: items.sort((a, b) =>
      (a.dueOn ?? last) < (b.dueOn ?? last) ? -1 : (a.dueOn ?? last) === (b.dueOn ?? last) ? 0 : 1,
    ),
  }
}
