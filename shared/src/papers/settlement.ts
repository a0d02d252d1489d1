import type { Fen } from '../money'
import type { Given } from './checks/check'
import type { Party } from './context'
import { duplicatesOf } from './duplicates'
import { cancels, invoicedFen, invoiceKey, isRed } from './invoice'
import { dateOf, isTrue, numberOf, type Paper, textOf } from './paper'
import { alike, buyerOn, closest, partyOf, payeeOn, payerOn, sellerOn } from './parties'
import { registrationOf } from './registration'
import { sameParty } from './same-party'

/** Why an invoice does not count at all. */
export type NotCounted = 'repeated' | 'voided' | 'red' | 'other buyer' | 'no seller' | 'no total' | 'used' | 'provider'

/** An invoice that stands, and how much of it was paid. */
export interface Settled {
  readonly invoice: Paper
  /** After what red invoices took back. */
  readonly netFen: Fen
  readonly paidFen: Fen
}

/** Invoices in the order in which payments are set against them, and those that do not stand. */
export interface Settlement {
  readonly settled: readonly Settled[]
  readonly notCounted: readonly { readonly invoice: Paper; readonly why: NotCounted }[]
}

interface Group {
  readonly seller: Party
  readonly invoices: Paper[]
}

/** The same order whatever the order in which papers were handed in. */
function orderKey(invoice: Paper): string {
  return `${dateOf(invoice, 'issuedOn') ?? '9999'} ${textOf(invoice, 'number') ?? ''} ${invoice.id}`
}

const inOrder = (papers: readonly Paper[]): readonly Paper[] =>
  [...papers].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1))

/** Registered on the day of the invoice; undefined where the register is not at hand. */
function registered(invoice: Paper, given: Given): boolean | undefined {
  const { providers, rules } = given.context
  const issuedOn = dateOf(invoice, 'issuedOn')
  if (providers === undefined || rules.clauses.provider === undefined || issuedOn === undefined) return undefined
  const { state } = registrationOf(sellerOn(invoice), issuedOn, providers)
  return state === 'registered' || state === 'near'
}

function whyNot(invoice: Paper, repeats: ReadonlyMap<string, Paper>, given: Given): NotCounted | undefined {
  const { company, usedInvoices } = given.context
  const key = invoiceKey(invoice)
  if (repeats.has(invoice.id)) return 'repeated'
  if (isTrue(invoice, 'voided')) return 'voided'
  if (isRed(invoice)) return 'red'
  if (numberOf(invoice, 'totalFen') === undefined) return 'no total'
  if (!alike(sameParty(buyerOn(invoice), company))) return 'other buyer'
  if (partyOf(sellerOn(invoice)) === undefined) return 'no seller'
  if (key !== undefined && usedInvoices && Object.hasOwn(usedInvoices, key)) return 'used'
  return registered(invoice, given) === false ? 'provider' : undefined
}

/** The group whose seller fits best: the same before one that is misread. */
function groupFor(on: { readonly name?: string; readonly code?: string }, groups: readonly Group[]): Group | undefined {
  const { party, sameness } = closest(
    on,
    groups.map(({ seller }) => seller),
  )
  return alike(sameness) ? groups.find(({ seller }) => seller === party) : undefined
}

function groupsOf(invoices: readonly Paper[]): readonly Group[] {
  const groups: Group[] = []
  for (const invoice of invoices) {
    const seller = partyOf(sellerOn(invoice))
    if (seller === undefined) continue
    const group = groupFor(sellerOn(invoice), groups)
    if (group) group.invoices.push(invoice)
    else groups.push({ seller, invoices: [invoice] })
  }
  return groups
}

/**
 * What was paid out of the company's account, each slip to one seller only; money that came back counts against it.
 */
function paidTo(groups: readonly Group[], repeats: ReadonlyMap<string, Paper>, given: Given): ReadonlyMap<Group, Fen> {
  const paid = new Map<Group, Fen>()
  for (const slip of given.payments) {
    if (repeats.has(slip.id) || !alike(sameParty(payerOn(slip), given.context.company))) continue
    const group = groupFor(payeeOn(slip), groups)
    if (group) paid.set(group, (paid.get(group) ?? 0) + (numberOf(slip, 'amountFen') ?? 0))
  }
  return paid
}

/**
 * Each invoice less what red ones took back: first the one a red names, else the seller's earliest ones. A red one
 * that names an invoice which was not handed in takes nothing from the others.
 */
function netOf(group: Group, reds: readonly Paper[]): ReadonlyMap<string, Fen> {
  const net = new Map(group.invoices.map((invoice) => [invoice.id, invoicedFen(invoice)]))
  for (const red of reds) {
    let left = -invoicedFen(red)
    const named = textOf(red, 'blueNumber') !== undefined
    for (const blue of group.invoices) {
      if (named && !cancels(red, blue)) continue
      const standing = net.get(blue.id) ?? 0
      const taken = Math.min(standing, left)
      net.set(blue.id, standing - taken)
      left -= taken
    }
  }
  return net
}

/** Payments are set against the earliest invoices first, as debts are (民法典 五百六十条). */
function settle(group: Group, reds: readonly Paper[], paid: Fen): readonly Settled[] {
  const net = netOf(group, reds)
  let left = Math.max(0, paid)
  return group.invoices.map((invoice) => {
    const netFen = net.get(invoice.id) ?? 0
    const paidFen = Math.min(netFen, left)
    left -= paidFen
    return { invoice, netFen, paidFen }
  })
}

/** What was invoiced and paid, by invoice. */
export function settlementOf(given: Given): Settlement {
  const repeats = duplicatesOf(given.papers)
  const judged = inOrder(given.invoices).map((invoice) => ({ invoice, why: whyNot(invoice, repeats, given) }))
  const reds = judged.flatMap(({ invoice, why }) => (why === 'red' ? [invoice] : []))
  const standing = judged.flatMap(({ invoice, why }) => (why === undefined ? [invoice] : []))
  const groups = groupsOf(standing)
  const paid = paidTo(groups, repeats, given)
  return {
    settled: groups.flatMap((group) => {
      const taken = reds.filter((red) => groupFor(sellerOn(red), groups) === group)
      return settle(group, taken, paid.get(group) ?? 0)
    }),
    notCounted: judged.flatMap(({ invoice, why }) => (why === undefined ? [] : [{ invoice, why }])),
  }
}
