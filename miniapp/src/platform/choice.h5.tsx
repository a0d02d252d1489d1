import { createContext, useContext, useId } from 'react'
import type { ChoiceGroupProps, ChoiceProps } from './choice-props'
import { useDescribedBy } from './described-by'

// Pages below the one in front stay in the document: the same question on two of them must not be one group of radios.
const Group = createContext('')

/** A native radio or checkbox that covers its row, unseen: keyboard, screen reader and finger all find it. */
export function Choice({ kind, name, label, checked, onChange, className, children }: ChoiceProps) {
  const group = useContext(Group)
  const describedBy = useDescribedBy()
  return (
    <label className={`choice ${className ?? ''}`}>
      <input
        className="choice-input"
        type={kind}
        name={`${group}${name}`}
        aria-label={label}
        // Radios have it from their group.
        aria-describedby={kind === 'checkbox' ? describedBy : undefined}
        checked={checked}
        onChange={onChange}
        // A second press takes the answer back: a native radio reports no change then.
        onClick={kind === 'radio' && checked ? onChange : undefined}
      />
      {children}
    </label>
  )
}

export function ChoiceGroup({ kind, label, className, children }: ChoiceGroupProps) {
  return (
    <Group.Provider value={useId()}>
      <fieldset
        role={kind === 'radio' ? 'radiogroup' : undefined}
        aria-label={label}
        aria-describedby={useDescribedBy()}
        className="reset-fieldset"
      >
        <div className={className}>{children}</div>
      </fieldset>
    </Group.Provider>
  )
}
