import {
  correctionDueMessage,
  documentEndingMessage,
  filingDueMessage,
  measureMessage,
  roundMessage,
  voucherEndingMessage,
} from './compose-reminder'
import { refusedMessage, statusMessage } from './compose-status'
import type { Message } from './message'
import type { News, NewsContext } from './news'

/** What is told of a piece of news: what happened, what to do, by when; on every channel. */
export function compose(news: News, context: NewsContext): Message {
  switch (news.type) {
    case 'status':
      return statusMessage(news, context)
    case 'refused':
      return refusedMessage(news, context)
    case 'filing_due':
      return filingDueMessage(news, context)
    case 'correction_due':
      return correctionDueMessage(news, context)
    case 'voucher_ending':
      return voucherEndingMessage(news, context)
    case 'round_opens':
    case 'round_closes':
      return roundMessage(news, context)
    case 'document_ending':
      return documentEndingMessage(news, context)
    case 'measure':
      return measureMessage(news, context)
  }
}
