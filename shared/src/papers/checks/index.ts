import { buyerIsCompany } from './buyer-is-company'
import type { Check } from './check'
import { claimedElsewhere } from './claimed-elsewhere'
import { contractPages } from './contract-pages'
import { contractSeals } from './contract-seals'
import { creditCode } from './credit-code'
import { datesInOrder } from './dates-in-order'
import { excludedLines } from './excluded-lines'
import { fieldMissing } from './field-missing'
import { fieldUnconfirmed } from './field-unconfirmed'
import { filingInTime } from './filing-in-time'
import { formSeal } from './form-seal'
import { futureDate } from './future-date'
import { invoiceNumber } from './invoice-number'
import { invoiceStands } from './invoice-stands'
import { invoiceSums } from './invoice-sums'
import { invoiceUsed } from './invoice-used'
import { paperRepeated } from './paper-repeated'
import { partiesSwapped } from './parties-swapped'
import { paymentParties } from './payment-parties'
import { paymentsCover } from './payments-cover'
import { pictureQuality } from './picture-quality'
import { price } from './price'
import { relatedParty } from './related-party'
import { resold } from './resold'
import { sellerIsContractParty } from './seller-is-contract-party'
import { sellerRegistered } from './seller-registered'
import { taxRate } from './tax-rate'
import { withinContract } from './within-contract'
import { withinWindow } from './within-window'

/** Every check, in the order in which findings about one paper are told. To add one: its file, and a line here. */
export const checks: readonly Check[] = [
  fieldMissing,
  fieldUnconfirmed,
  pictureQuality,
  contractPages,
  contractSeals,
  formSeal,
  paperRepeated,
  invoiceUsed,
  claimedElsewhere,
  invoiceNumber,
  invoiceSums,
  invoiceStands,
  taxRate,
  creditCode,
  futureDate,
  datesInOrder,
  partiesSwapped,
  buyerIsCompany,
  sellerRegistered,
  sellerIsContractParty,
  relatedParty,
  resold,
  withinWindow,
  excludedLines,
  price,
  withinContract,
  paymentsCover,
  paymentParties,
  filingInTime,
]
