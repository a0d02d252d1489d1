/** A command is a function of its arguments and of this. */
export interface Terminal {
  /** The text of a file, or of standard input for `-`. */
  readonly read: (path: string) => Promise<string>
  readonly print: (text: string) => void
}

/** What the person at the keyboard did wrong; leaves as text on standard error, with exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Something is wrong with what was looked at, and has been printed; exit code 1. */
export class Failed extends Error {
  constructor() {
    super('failed')
    this.name = 'Failed'
  }
}

export const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')

/** Node's complaint about an option, which it quotes, in our words. */
export const parseArgsMessage = ({ message }: Error): string => `选项 ${/--?[\w-]+/.exec(message)?.[0] ?? ''} 写得不对`

/** The exit code of a command, and the text for standard error where it failed. */
export async function outcomeOf(command: () => Promise<void>, usage: string): Promise<readonly [number, string]> {
  try {
    await command()
    return [0, '']
  } catch (error) {
    if (error instanceof Failed) return [1, '']
    if (error instanceof UsageError) return [2, `${error.message}\n`]
    if (isParseArgsError(error)) return [2, `${parseArgsMessage(error)}\n\n${usage}`]
    throw error
  }
}
