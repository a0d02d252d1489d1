import { healthContract, readinessContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'

const OK = { status: 'ok' }

/** The rules are signed before the server listens, so only the page can be missing, or the database away. */
export const healthRoutes = ({ page, databaseHealth, stopping }: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(healthContract.path, (c) => answerJson(c, OK))
    .get(readinessContract.path, async (c) => {
      if (stopping?.()) throw new AppError('NOT_READY', '正在停止，请找另一台')
      if (page === undefined) throw new AppError('NOT_READY', '网页还没有生成，请先运行 npm run build')
      if (!(await databaseHealth()).ok) throw new AppError('NOT_READY', '数据库现在连不上，稍后会自动恢复')
      return answerJson(c, OK)
    })
