import type { CreditCode } from '@suanhui/shared/credit-code'
import { isCreditCode, normaliseCreditCode } from '@suanhui/shared/credit-code'
import type { IsoDate } from '@suanhui/shared/date'
import { type FormField, type FormValue, fieldOf, forms, isBlank, rowsOf, valueText } from '@suanhui/shared/forms'
import type { Fen } from '@suanhui/shared/money'
import { dateOf, numberOf, textOf } from '@suanhui/shared/papers'
import type { FormAnswers, SentPaper, Write } from '../../platforms/platform'
import type { Assembled } from './assemble'
import { formsOf } from './steps'

/** Numbers, dates and texts as they are; choices and rows as the tables print them. */
function answerOf(field: FormField, value: FormValue): string | number | boolean {
  if (typeof value === 'object' || field.type === 'one of') return valueText(field, value)
  return value
}

/** Every field of the step's forms, by form and field: `application.bankName`. */
const flatForm = ({ row, forms: filled }: Assembled): FormAnswers =>
  Object.fromEntries(
    formsOf[row.step].flatMap((id) =>
      Object.entries(filled[id] ?? {}).flatMap(([name, { value }]) => {
        const field = fieldOf(forms[id], name)
        return field === undefined || isBlank(value) ? [] : [[`${id}.${name}`, answerOf(field, value)] as const]
      }),
    ),
  )

interface Purchase {
  readonly providerCreditCode: CreditCode | undefined
  readonly contractSignedOn: IsoDate | undefined
  readonly contractAmountFen: Fen
}

const codeOf = (text: unknown): CreditCode | undefined => {
  const code = typeof text === 'string' ? normaliseCreditCode(text) : ''
  return isCreditCode(code) ? code : undefined
}

/** What a filing is about. More than one contract: the first signed day, and the whole sum. */
export function filedPurchase({ papers, forms: filled, context }: Assembled): Purchase {
  const contracts = papers.filter(({ kind }) => kind === 'contract')
  const [first] = contracts
  const seller = first && textOf(first, 'sellerName')
  const inRegister = context.providers?.find(({ name }) => name === seller)?.creditCode
  const planned = filled.filing?.plannedFen?.value
  const sum = contracts.reduce((fen, contract) => fen + (numberOf(contract, 'totalFen') ?? 0), 0)
  const rows = rowsOf(filled.filing?.contracts?.value)
  const inForm = rows.reduce((fen, { totalFen }) => fen + (typeof totalFen === 'number' ? totalFen : 0), 0)
  return {
    providerCreditCode: codeOf(first && textOf(first, 'sellerCode')) ?? codeOf(inRegister),
    contractSignedOn: contracts
      .flatMap((contract) => dateOf(contract, 'signedOn') ?? [])
      .sort()
      .at(0),
    contractAmountFen: sum > 0 ? sum : inForm > 0 ? inForm : typeof planned === 'number' ? planned : 0,
  }
}

/** What goes to the platform. @throws {RangeError} before the check-up has passed. */
export function writeOf(all: Assembled, papers: readonly SentPaper[], again: boolean): Write {
  const { row, company, draft } = all
  const form = flatForm(all)
  const sender = { companyName: company.name, creditCode: company.creditCode }
  if (draft.step === 'filing') {
    const { providerCreditCode, contractSignedOn, contractAmountFen } = filedPurchase(all)
    if (providerCreditCode === undefined || contractSignedOn === undefined) {
      throw new RangeError('a filing without seller or day of signing')
    }
    const verb = again ? 'resubmitFiling' : 'submitFiling'
    return { verb, ...sender, providerCreditCode, contractSignedOn, contractAmountFen, form, papers }
  }
  if (draft.step === 'claim') {
    if (draft.claimedFen === undefined) throw new RangeError('a claim without a sum')
    return { verb: 'claimVoucher', ...sender, region: company.region, requestedFen: draft.claimedFen, form, papers }
  }
  if (draft.step === 'redemption') {
    const settled = all.forms.redemption?.settledFen?.value
    return { verb: 'redeemVoucher', settledFen: typeof settled === 'number' ? settled : 0, form, papers }
  }
  const { round } = row
  if (round === null || draft.claimedFen === undefined) throw new RangeError('an application without round or sum')
  const settled = all.forms.application?.settledFen?.value
  return {
    verb: again ? 'resubmitApplication' : 'submitApplication',
    ...sender,
    region: company.region,
    roundId: round.id,
    measureId: row.measure_id,
    filingReceipts: all.filed.filings.flatMap(({ row: { receipt_number } }) => receipt_number ?? []),
    settledFen: typeof settled === 'number' ? settled : (all.base?.baseFen ?? 0),
    requestedFen: draft.claimedFen,
    form,
    papers,
    catalogueVersion: draft.catalogueVersion,
  }
}
