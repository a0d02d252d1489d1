import { shanghaiDay } from '@suanhui/shared/date'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Journal } from '../journal'
import type { World } from '../world'
import { bearer } from './bearer'

const Line = z.object({
  name: z.string(),
  specification: z.string().optional(),
  unit: z.string().optional(),
  quantity: z.number().optional(),
  amountFen: z.number().int(),
  taxRate: z.number().optional(),
  taxFen: z.number().int(),
})

/** An invoice as the tax authority keeps it. */
export const OfficialInvoice = z.object({
  type: z.string(),
  code: z.string().optional(),
  number: z.string(),
  issuedOn: z.string(),
  checkCode: z.string().optional(),
  buyerName: z.string(),
  buyerCode: z.string(),
  sellerName: z.string(),
  sellerCode: z.string(),
  amountFen: z.number().int(),
  taxFen: z.number().int(),
  totalFen: z.number().int(),
  remark: z.string().optional(),
  red: z.boolean().default(false),
  blueNumber: z.string().optional(),
  voided: z.boolean().default(false),
  lines: z.array(Line).default([]),
})
export type OfficialInvoice = z.infer<typeof OfficialInvoice>

const Question = z.object({
  number: z.string().regex(/^(\d{8}|\d{20})$/),
  code: z
    .string()
    .regex(/^(\d{10}|\d{12})$/)
    .optional(),
  issuedOn: z.iso.date(),
  amountFen: z.number().int().optional(),
  totalFen: z.number().int().optional(),
  checkCode: z.string().optional(),
})
type Question = z.infer<typeof Question>

const Tries = z.object({ count: z.number() })
const TRIES_A_DAY = 5

const invoicesIn = (journal: Journal) => journal.collection('invoices', OfficialInvoice)
const keyOf = ({ code, number }: { readonly code?: string | undefined; readonly number: string }): string =>
  `${code ?? ''} ${number}`

function agrees(invoice: OfficialInvoice, asked: Question): boolean {
  const sums = [
    [asked.amountFen, invoice.amountFen],
    [asked.totalFen, invoice.totalFen],
  ] as const
  const sumsAgree = sums.every(([told, official]) => told === undefined || told === official)
  // The last six digits are what one types in.
  const checkCode = asked.checkCode?.slice(-6)
  const codeAgrees = checkCode === undefined || invoice.checkCode?.endsWith(checkCode) === true
  return sumsAgree && codeAgrees && invoice.issuedOn === asked.issuedOn
}

/** 发票查验: five tries an invoice a day; with all that is asked for right, the whole official content. */
export function invoiceRoutes({ journal, secrets, clock }: World): Hono {
  const routes = new Hono()
  const invoices = invoicesIn(journal)
  const tries = journal.collection('invoice-tries', Tries)
  routes.use(bearer(secrets.invoiceKey))
  routes.post('/verify', async (c) => {
    const asked = Question.safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success) return c.json({ result: '参数不对', message: '发票号码、代码或日期写得不对' }, 422)
    if (asked.data.amountFen === undefined && asked.data.totalFen === undefined) {
      return c.json({ result: '参数不对', message: '要写金额' }, 422)
    }
    const id = `${shanghaiDay(clock())} ${keyOf(asked.data)}`
    const count = (tries.get(id)?.count ?? 0) + 1
    if (count > TRIES_A_DAY) return c.json({ result: '超过次数', message: '这张发票今天已经查了5次，请明天再查' }, 429)
    journal.commit(() => tries.put(id, { count }))
    const invoice = invoices.get(keyOf(asked.data))
    if (invoice === undefined) return c.json({ result: '查无此票' })
    return agrees(invoice, asked.data) ? c.json({ result: '一致', invoice }) : c.json({ result: '不一致' })
  })
  return routes
}

/** For tests: the tax authority's side, where invoices are issued and voided. */
export function invoiceAdminRoutes({ journal }: World): Hono {
  const routes = new Hono()
  routes.post('/invoices', async (c) => {
    const invoice = OfficialInvoice.safeParse(await c.req.json().catch(() => undefined))
    if (!invoice.success) return c.json({ message: '发票内容不完整' }, 422)
    journal.commit(() => invoicesIn(journal).put(keyOf(invoice.data), invoice.data))
    return c.json(invoice.data, 201)
  })
  return routes
}
