import { Text, View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { Choice, ChoiceGroup } from '../../platform/choice'
import { TextInput } from '../../platform/text-input'
import type { Draft } from '../../stores/answers-state'
import { factFieldCopy as copy } from '../copy'
import { DontKnow } from './dont-know'
import type { FieldProps } from './field-props'
import { draftOf, echoOf, FEN_UNITS, type FigureDefinition, readFigure } from './figures'
import styles from './index.module.scss'

const unitOf = (definition: FigureDefinition): string =>
  definition.type === 'ratio' ? '%' : 'unit' in definition ? definition.unit : ''

/** A sum, a count, a share. It is read as one types; what cannot be read stays as it is, with a hint. */
export function FigureField({ id, definition, value, draft, onAnswer }: FieldProps<FigureDefinition>) {
  const isMoney = definition.type === 'fen'
  const start: Draft = isMoney ? { text: '', unit: FEN_UNITS[0] } : { text: '' }
  const typed = draft ?? (typeof value === 'number' ? draftOf(definition, value) : start)
  const shown = value === null ? start : typed
  const read = readFigure({ [id]: definition }, id, shown)
  const problem = read !== 'empty' && 'problem' in read ? read.problem : undefined
  const type = (next: Draft) => {
    const found = readFigure({ [id]: definition }, id, next)
    onAnswer(found !== 'empty' && 'value' in found ? found.value : undefined, next)
  }
  const echo =
    read !== 'empty' && 'value' in read && isMoney ? copy.worth(echoOf(definition, read.value, shown.unit)) : ''
  return (
    <>
      <View className={styles.line}>
        <View className={`${styles.box} ${problem === undefined ? '' : styles.wrong}`}>
          <TextInput
            className={styles.input}
            label={definition.label}
            value={shown.text}
            keyboard={definition.type === 'ratio' && definition.signed ? 'text' : 'decimal'}
            invalid={problem !== undefined}
            placeholder={copy.number}
            onChange={(text) => type({ ...shown, text })}
          />
          {!isMoney && <Text className={styles.unit}>{unitOf(definition)}</Text>}
        </View>
        {isMoney && (
          <ChoiceGroup kind="radio" label={copy.unitOf(definition.label)} className={styles.units}>
            {FEN_UNITS.map((unit) => (
              <Choice
                key={unit}
                kind="radio"
                name={`${id}-unit`}
                label={unit}
                checked={shown.unit === unit}
                onChange={() => type({ ...shown, unit })}
                className={`${styles.segment} ${shown.unit === unit ? styles.chosen : ''}`}
              >
                {unit}
              </Choice>
            ))}
          </ChoiceGroup>
        )}
      </View>
      <View className={problem === undefined ? styles.echo : styles.problem} {...aria({ live: 'polite' })}>
        {problem ?? echo}
      </View>
      <DontKnow
        id={id}
        checked={value === null}
        onChange={() => (value === null ? type(typed) : onAnswer(null, typed))}
      />
    </>
  )
}
