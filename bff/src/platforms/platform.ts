import type { CreditCode } from '@suanhui/shared/credit-code'
import type { IsoDate } from '@suanhui/shared/date'
import type { Fen } from '@suanhui/shared/money'
import type { RegionCode } from '@suanhui/shared/region'
import type { Change, SubjectKind } from '@suanhui/shared/status'

/** The systems behind us; a new one is one more name here, a folder, and a line in `index.ts`. */
export type PlatformId = 'hunan-scheduling' | 'hunan-projects' | 'shanxi-dispatch'

/** What was answered on a form, by field. */
export type FormAnswers = Readonly<Record<string, string | number | boolean | null>>

/** A paper of a submission; its bytes go first, by `uploadPaper`. */
export interface SentPaper {
  readonly id: string
  readonly kind: string
  /** Hex. */
  readonly sha256: string
  readonly mediaType: string
  readonly name: string
}

interface Sender {
  readonly companyName: string
  readonly creditCode: CreditCode
  readonly region: RegionCode | null
}

/** What is written to a platform. Those without a `platformId` begin a subject; the others are about one. */
export type Write =
  | ({
      readonly verb: 'submitRegistration'
      readonly form: FormAnswers
      readonly papers: readonly SentPaper[]
    } & Sender)
  | {
      readonly verb: 'submitFiling' | 'resubmitFiling'
      readonly companyName: string
      readonly creditCode: CreditCode
      readonly providerCreditCode: CreditCode
      readonly contractSignedOn: IsoDate
      readonly contractAmountFen: Fen
      readonly form: FormAnswers
      readonly papers: readonly SentPaper[]
    }
  | ({
      readonly verb: 'submitApplication' | 'resubmitApplication'
      readonly roundId: string
      readonly measureId: string
      readonly filingReceipts: readonly string[]
      readonly settledFen: Fen
      readonly requestedFen: Fen
      readonly form: FormAnswers
      readonly papers: readonly SentPaper[]
      readonly catalogueVersion: string
    } & Sender)
  | { readonly verb: 'withdrawApplication'; readonly reason: string }
  | { readonly verb: 'raiseObjection' | 'explain'; readonly text: string; readonly papers: readonly SentPaper[] }
  | ({
      readonly verb: 'claimVoucher'
      readonly roundId?: string
      readonly requestedFen: Fen
      readonly form: FormAnswers
      readonly papers: readonly SentPaper[]
    } & Sender)
  | {
      readonly verb: 'redeemVoucher'
      readonly settledFen: Fen
      readonly form: FormAnswers
      readonly papers: readonly SentPaper[]
    }

export type Verb = Write['verb']

/** Which subject a write is about. */
export interface WriteSubject {
  /** Ours: the platform gives it back as `reference`. */
  readonly subjectId: string
  /** Theirs; undefined for a write that begins the subject. */
  readonly platformId: string | undefined
}

/** The platform could not be asked, or did not answer in a way that means anything. Trying again may help. */
export interface Unavailable {
  readonly result: 'unavailable'
  readonly retryAfterMs?: number
}

export type WriteAnswer =
  | { readonly result: 'accepted'; readonly platformId: string; readonly receiptNumber: string }
  /** In words for the applicant. Trying again does not help. */
  | {
      readonly result: 'refused'
      readonly reason: string
      readonly fields: readonly { readonly field: string; readonly message: string }[]
      /** Nobody there answered, and we stopped trying. */
      readonly unreached?: true
    }
  | Unavailable

export type ReadAnswer<T> = { readonly result: 'read'; readonly value: T } | { readonly result: 'absent' } | Unavailable

/** A piece of news, in our words. */
export interface PlatformEvent {
  readonly eventId: string
  readonly type: string
  readonly occurredAt: string
  readonly subject: { readonly kind: SubjectKind | undefined; readonly platformId: string; readonly subjectId?: string }
  readonly sequence: number
  readonly change: Change
  readonly amountFen?: Fen
  readonly dueOn?: IsoDate
}

export interface Provider {
  readonly platform: PlatformId
  readonly platformProviderId: string
  readonly name: string
  readonly creditCode: CreditCode
  readonly region: RegionCode
  readonly chips: readonly string[]
  readonly domesticChips: boolean
  readonly prices: readonly { readonly item: string; readonly unit: string; readonly priceFen: Fen }[]
  /** 0 to 100; null where it was not rated yet. */
  readonly qualityScore: number | null
  /** When it was registered; `to` is the last day, null while it still is. */
  readonly registered: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[]
}

/** A round of applications. Settlements from `settledFrom` to `settledTo` count, both included. */
export interface Round {
  readonly id: string
  readonly name: string
  readonly opensOn: IsoDate
  readonly closesOn: IsoDate
  readonly settledFrom: IsoDate
  readonly settledTo: IsoDate
  readonly budgetFen: Fen
  readonly committedFen: Fen | null
}

export interface Notice {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly publishedAt: string
}

export interface SubjectReading {
  readonly platformId: string
  readonly receiptNumber: string
  readonly change: Change
  readonly sequence: number
}

/** One system behind us. Answers are values: nothing here throws for what a platform does. */
export interface Platform {
  readonly id: PlatformId
  /** As people say it: 湖南省算力调度平台. */
  readonly name: string
  /** What it takes. Anything else is refused in words, and not sent. */
  readonly verbs: ReadonlySet<Verb>
  /** @param idempotencyKey names the write: sent again with the same one, it gets the first answer. */
  send(write: Write, subject: WriteSubject, idempotencyKey: string): Promise<WriteAnswer>
  /** @param sha256 of the bytes, hex. */
  uploadPaper(
    sha256: string,
    mediaType: string,
    bytes: Uint8Array,
  ): Promise<{ readonly result: 'uploaded' } | Exclude<WriteAnswer, { result: 'accepted' }>>
  readSubject(kind: SubjectKind, platformId: string): Promise<ReadAnswer<SubjectReading>>
  /** In the order in which they happened there; `''` begins at the first. */
  eventsAfter(
    cursor: string,
  ): Promise<ReadAnswer<{ readonly events: readonly PlatformEvent[]; readonly cursor: string }>>
  /** Reads a webhook's body; undefined where it is not of the contract. */
  readEvent(body: unknown): PlatformEvent | undefined
  /** A page of the registry; a null cursor is the last one. `absent` where this platform keeps none. */
  listProviders(
    cursor: string | undefined,
  ): Promise<ReadAnswer<{ readonly providers: readonly Provider[]; readonly cursor: string | null }>>
  listRounds(): Promise<ReadAnswer<readonly Round[]>>
  listNotices(): Promise<ReadAnswer<readonly Notice[]>>
}
