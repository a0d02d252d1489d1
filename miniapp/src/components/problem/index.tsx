import { ApiError } from '../../api/send'
import { Button } from '../button'
import { Notice } from '../notice'

interface ProblemProps {
  /** What was thrown; words of the server are shown as they are. */
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What a person reads when something went wrong. */
export const problemWords = (error: unknown): string =>
  error instanceof ApiError ? error.message : '出了点问题，请再试一次'

/** Says what went wrong, and offers to try again. */
export function Problem({ error, onRetry }: ProblemProps) {
  return (
    <>
      <Notice tone="bad" live>
        {problemWords(error)}
      </Notice>
      {onRetry !== undefined && (
        <Button kind="secondary" onPress={onRetry}>
          再试一次
        </Button>
      )}
    </>
  )
}
