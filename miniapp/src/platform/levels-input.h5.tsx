import { platformCopy as copy } from './copy'
import type { LevelsInputProps } from './levels-input-props'

/** One native list a level: the phone opens its own picker, a keyboard finds each. */
export function LevelsInput({ label, levelsOf, chosen, onChange, className }: LevelsInputProps) {
  return (
    <fieldset className="reset-fieldset levels" aria-label={label}>
      {levelsOf(chosen).map((level, index) => (
        <select
          key={level.name}
          className={`reset-input ${className ?? ''}`}
          aria-label={`${label}：${level.name}`}
          value={chosen[index] ?? ''}
          onChange={(event) =>
            onChange(
              event.target.value === '' ? chosen.slice(0, index) : [...chosen.slice(0, index), event.target.value],
            )
          }
        >
          <option value="">{copy.chooseLevel(level.name)}</option>
          {level.options.map((option) => (
            <option key={option.code} value={option.code}>
              {option.name}
            </option>
          ))}
        </select>
      ))}
    </fieldset>
  )
}
