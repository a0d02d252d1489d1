import { Text, View } from '@tarojs/components'
import { Choice, ChoiceGroup } from '../../platform/choice'
import { TextInput } from '../../platform/text-input'
import type { Draft } from '../../stores/answers-state'
import { factFieldCopy as copy } from '../copy'
import type { Beside, FieldProps } from './field-props'
import { draftOf, echoOf, FEN_UNITS, type FigureDefinition, readFigure } from './figures'
import styles from './index.module.scss'

const unitOf = (definition: FigureDefinition): string =>
  definition.type === 'ratio' ? '%' : 'unit' in definition ? definition.unit : ''

/** What stands in the field, what is kept of it while it is not known, and what it reads as. */
function figureOf({ id, definition, value, draft }: Omit<FieldProps<FigureDefinition>, 'onAnswer'>) {
  const start: Draft = definition.type === 'fen' ? { text: '', unit: FEN_UNITS[0] } : { text: '' }
  const typed = draft ?? (typeof value === 'number' ? draftOf(definition, value) : start)
  const shown = value === null ? start : typed
  const read = readFigure({ [id]: definition }, id, shown)
  return { typed, shown, read, problem: read !== 'empty' && 'problem' in read ? read.problem : undefined }
}

function type({ id, definition, onAnswer }: FieldProps<FigureDefinition>, next: Draft): void {
  const found = readFigure({ [id]: definition }, id, next)
  onAnswer(found !== 'empty' && 'value' in found ? found.value : undefined, next)
}

export function besideFigure(props: FieldProps<FigureDefinition>): Beside {
  const { definition, value, onAnswer } = props
  const { typed, shown, read, problem } = figureOf(props)
  const isWorth = read !== 'empty' && 'value' in read && definition.type === 'fen'
  return {
    echo: problem ?? (isWorth ? copy.worth(echoOf(definition, read.value, shown.unit)) : ''),
    wrong: problem !== undefined,
    turnUnknown: () => (value === null ? type(props, typed) : onAnswer(null, typed)),
  }
}

/** A sum, a count, a share. It is read as one types; what cannot be read stays as it is, with a hint. */
export function FigureField(props: FieldProps<FigureDefinition>) {
  const { id, definition } = props
  const { shown, problem } = figureOf(props)
  const isMoney = definition.type === 'fen'
  return (
    <View className={styles.line}>
      <View className={`${styles.box} ${problem === undefined ? '' : styles.wrong}`}>
        <TextInput
          className={styles.input}
          label={definition.label}
          value={shown.text}
          keyboard={definition.type === 'ratio' && definition.signed ? 'text' : 'decimal'}
          invalid={problem !== undefined}
          placeholder={copy.number}
          onChange={(text) => type(props, { ...shown, text })}
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
              onChange={() => type(props, { ...shown, unit })}
              className={`${styles.segment} ${shown.unit === unit ? styles.chosen : ''}`}
            >
              {unit}
            </Choice>
          ))}
        </ChoiceGroup>
      )}
    </View>
  )
}
