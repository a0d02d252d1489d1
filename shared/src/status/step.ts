import type { Status } from './subject'

/** Who has it now. */
export type Holder = 'applicant' | 'city' | 'province' | 'experts' | 'public' | 'nobody'

/** What the applicant may do there. */
export type ApplicantAct =
  | 'submit'
  | 'resubmit'
  | 'withdraw'
  /** Say why the result is wrong, during public notice. */
  | 'object'
  /** Answer a demand for an explanation. */
  | 'explain'
  /** Apply anew, as a new subject. */
  | 'start_over'
  /** Hand in the proofs for an issued voucher. */
  | 'redeem'
  /** Pay the money back. */
  | 'repay'

/** One state of one kind of subject. */
export interface Step<S extends Status = Status> {
  /** In two to six characters: 市级初审. */
  readonly label: string
  /** What it means, and what happens next: one or two short sentences. */
  readonly meaning: string
  /** Who has it, as people say it: 市工信局和市财政局. */
  readonly holderName: string
  readonly holder: Holder
  /** What comes next, in words. */
  readonly next: string
  readonly successors: readonly S[]
  readonly acts: readonly ApplicantAct[]
  /** A reviewer decides here: not while a correction item is open. */
  readonly review?: true
}

export type StepTable<S extends Status> = Readonly<Record<S, Step<S>>>
