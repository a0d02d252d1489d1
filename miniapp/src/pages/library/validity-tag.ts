import type { IsoDate } from '@suanhui/shared/date'
import type { PolicyDocument } from '@suanhui/shared/rules'
import { validityOf, validityWords } from '../../words/deadline'
import type { StatusWords } from '../../words/status'

/** How long a document holds, as a tag. */
export function validityTag(document: PolicyDocument, on: IsoDate): StatusWords {
  const words = validityWords(document, on)
  switch (validityOf(document, on)) {
    case 'ended':
      return { text: `已失效，${words}`, tone: 'mute' }
    case 'not_yet':
      return { text: `还没施行，${words}`, tone: 'mute' }
    case 'ending':
      return { text: words, tone: 'warn' }
    case 'in_force':
      return { text: words, tone: 'good' }
  }
}
