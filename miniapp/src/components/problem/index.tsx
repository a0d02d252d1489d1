import { ApiError } from '../../api/send'
import { Button } from '../button'
import { problemCopy as copy } from '../copy'
import { Notice } from '../notice'

interface ProblemProps {
  /** What was thrown; words of the server are shown as they are. */
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What a person reads when something went wrong. */
export const problemWords = (error: unknown): string => (error instanceof ApiError ? error.message : copy.unknown)

/** Says what went wrong, and offers to try again. */
export function Problem({ error, onRetry }: ProblemProps) {
  return (
    <>
      <Notice tone="bad" live>
        {problemWords(error)}
      </Notice>
      {onRetry !== undefined && (
        <Button kind="secondary" onPress={onRetry}>
          {copy.retry}
        </Button>
      )}
    </>
  )
}
