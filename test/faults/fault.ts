/** What one fault did to the whole, in numbers: a line of the table. */
export interface Outcome {
  /** What was done, with how often. */
  readonly done: string
  /** Answers that promised something. */
  readonly acknowledged: number
  /** Promised, and not there or not so. */
  readonly lost: number
  /** Sent again although the server knew that it was sent. */
  readonly twice: number
  /** A second copy where the answer to the first was lost on the way. */
  readonly explained: number
  readonly note: string
  /** What has to be zero, and is not; each in words. */
  readonly wrong: readonly string[]
}

export interface Options {
  /** How often, where a fault is done many times; a short run does few. */
  readonly times: (usual: number) => number
  readonly short: boolean
  say(text: string): void
}

export type Fault = (options: Options) => Promise<readonly Outcome[]>
