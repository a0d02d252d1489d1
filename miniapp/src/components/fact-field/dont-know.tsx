import { Choice } from '../../platform/choice'
import { DONT_KNOW } from '../../words/fact'
import styles from './index.module.scss'

interface DontKnowProps {
  readonly id: string
  readonly checked: boolean
  readonly onChange: () => void
}

/** "Asked, and I do not know", beside a field one would fill in. What was filled in comes back when it is unticked. */
export function DontKnow({ id, checked, onChange }: DontKnowProps) {
  return (
    <Choice
      kind="checkbox"
      name={`${id}-unknown`}
      label={DONT_KNOW}
      checked={checked}
      onChange={onChange}
      className={`${styles.chip} ${styles.lone}${checked ? ` ${styles.chosen}` : ''}`}
    >
      {DONT_KNOW}
    </Choice>
  )
}
