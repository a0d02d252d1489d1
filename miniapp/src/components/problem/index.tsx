import { View } from '@tarojs/components'
import { ApiError } from '../../api/send'
import { goHome } from '../../navigation'
import { Button } from '../button'
import { problemCopy as copy } from '../copy'
import { Notice } from '../notice'
import styles from './index.module.scss'

interface ProblemProps {
  /** What was thrown; words of the server are shown as they are. */
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What a person reads when something went wrong. */
export const problemWords = (error: unknown): string => (error instanceof ApiError ? error.message : copy.unknown)

/** What a person reads while the server does not have what they typed. */
export function waitingWords(error: unknown): string {
  if (!(error instanceof ApiError)) return copy.waiting(problemWords(error))
  if (error.code === 'OFFLINE') return copy.waitingForNetwork
  // Its own words ask to try again: here that happens by itself.
  return (error.httpStatus ?? 0) >= 500 ? copy.waitingForServer : copy.waiting(error.message)
}

/** What is not there is not there the next time either. */
const isGone = (error: unknown): boolean => error instanceof ApiError && error.httpStatus === 404

/** Says what went wrong, and offers to try again. */
export function Problem({ error, onRetry }: ProblemProps) {
  return (
    <>
      <Notice tone="bad" live>
        {problemWords(error)}
      </Notice>
      {onRetry !== undefined && (
        <Button kind="secondary" onPress={isGone(error) ? goHome : onRetry}>
          {isGone(error) ? copy.home : copy.retry}
        </Button>
      )}
    </>
  )
}

/** The same of something that was pressed anywhere on a long page: it stays in sight, wherever one stands. */
export function ProblemInSight({ error }: { readonly error: unknown }) {
  return (
    <View className={styles.stays}>
      <Problem error={error} />
    </View>
  )
}

/** Says beside the button that pressed did nothing, how many fields above it have to be put right. */
export function ProblemsAbove({ count }: { readonly count: number }) {
  if (count === 0) return null
  return <Notice tone="bad">{copy.above(count)}</Notice>
}
