import { documentsContract, measureContract } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { checked } from '../middleware/checked'
import { describeMeasure } from '../services/describe-measure'
import { listDocuments } from '../services/list-documents'

/** The policy library: documents and measures as they are, whoever asks. */
export const libraryRoutes = ({ published: { catalogue }, clock }: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(documentsContract.path, checked('query', documentsContract.query), (c) => {
      const { asOf = shanghaiDay(clock()) } = c.req.valid('query')
      return answerJson(c, listDocuments(catalogue, asOf))
    })
    // A measure's id holds a slash; the pattern takes it plain, and Hono decodes %2F.
    .get('/v1/measures/:id{.+}', checked('query', measureContract.query), (c) => {
      const { asOf = shanghaiDay(clock()) } = c.req.valid('query')
      const measure = describeMeasure(catalogue, c.req.param('id'), asOf)
      if (measure === undefined) throw new AppError('NOT_FOUND', '没有这项政策措施，可能编号写错了')
      return answerJson(c, measure)
    })
