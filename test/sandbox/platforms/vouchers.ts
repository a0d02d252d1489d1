import { type Fen, wan } from '@suanhui/shared/money'
import type { World } from '../world'
import { casesIn } from './case'

/** 50 million yuan a year. */
export const SHANXI_BUDGET_FEN: Fen = wan(5000)

/** Vouchers that were issued and have not lapsed. */
export const issuedFen = ({ journal }: World): Fen =>
  casesIn(journal)
    .all()
    .filter(({ kind, state }) => kind === 'voucher' && (state === 'issued' || state === 'redeemed'))
    .reduce((sum, { grantedFen = 0 }) => sum + grantedFen, 0)
