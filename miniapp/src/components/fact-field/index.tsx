import { View } from '@tarojs/components'
import { memo, useCallback, useState } from 'react'
import { aria } from '../../platform/aria'
import { ChoiceGroup } from '../../platform/choice'
import { Heading } from '../../platform/heading'
import { Island } from '../../platform/island'
import { Pressable } from '../../platform/pressable'
import { answer, useAnswers } from '../../stores/answers'
import { useCatalogue } from '../../stores/catalogue'
import { factFieldCopy as copy } from '../copy'
import { ChoiceField } from './choice-field'
import { ChoicesField } from './choices-field'
import { besideDate, DateField } from './date-field'
import { DontKnow } from './dont-know'
import type { Beside, FieldProps } from './field-props'
import { besideFigure, FigureField } from './figure-field'
import styles from './index.module.scss'
import { besideRegion, RegionField } from './region-field'
import { besideYesNo, YesNoField } from './yes-no-field'

/** Turned but not yet chosen wheels stay with their question; the others' next question of the same type takes their place. */
const OF_ITS_OWN: readonly string[] = ['code']

interface FactFieldProps {
  readonly id: string
  /** The level of its heading: 2 on a page of questions, deeper inside something else. */
  readonly level?: 2 | 3
  /** Said under the question, such as that its answer no longer matters. */
  readonly aside?: string
}

/** The question of one fact with the field that fits its type. What is entered is kept at once. */
export function FactField({ id, ...words }: FactFieldProps) {
  const { answers, drafts } = useAnswers()
  const definition = useCatalogue().facts[id]
  const onAnswer = useCallback<FieldProps['onAnswer']>((value, draft) => answer(id, value, draft), [id])
  if (definition === undefined) return null
  return (
    <Question {...words} id={id} definition={definition} value={answers[id]} draft={drafts[id]} onAnswer={onAnswer} />
  )
}

/** A question with its field, wherever its answer is kept. */
export function FactQuestion({ level = 2, aside, ...field }: FactFieldProps & FieldProps) {
  const { id, definition } = field
  // By fact: the field may be taken over by the next screen's question.
  const [helped, setHelped] = useState<string>()
  const helping = helped === id
  const { echo, wrong = false, turnUnknown } = besideOf(field)
  return (
    <Island>
      <ChoiceGroup kind="checkbox" label={definition.question} titled className={styles.field}>
        <Heading level={level} className={styles.question}>
          {definition.question}
        </Heading>
        {/* What comes and goes has a place of its own: WeChat is sent all that stands beside it. */}
        <View className={styles.place}>
          {definition.help !== undefined && (
            <Pressable className={styles.help} expanded={helping} onPress={() => setHelped(helping ? undefined : id)}>
              {helping ? copy.helpOpen : copy.help}
            </Pressable>
          )}
        </View>
        <View className={styles.place}>{helping && <View className={styles.explained}>{definition.help}</View>}</View>
        <View className={styles.place}>{aside !== undefined && <View className={styles.aside}>{aside}</View>}</View>
        <View className={styles.place}>
          <TypedField key={OF_ITS_OWN.includes(definition.type) ? id : definition.type} {...field} />
        </View>
        <View className={wrong ? styles.problem : styles.echo} {...aria({ live: 'polite' })}>
          {echo}
        </View>
        <View className={styles.place}>
          {turnUnknown !== undefined && <DontKnow id={id} checked={field.value === null} onChange={turnUnknown} />}
        </View>
      </ChoiceGroup>
    </Island>
  )
}

/** An answer to one question draws none of the others anew. */
const Question = memo(FactQuestion)

const NOTHING: Beside = { echo: '' }

function besideOf({ definition, ...props }: FieldProps): Beside {
  switch (definition.type) {
    case 'bool':
      return besideYesNo({ ...props, definition })
    case 'date':
      return besideDate({ ...props, definition })
    case 'code':
      return besideRegion({ ...props, definition })
    case 'fen':
    case 'int':
    case 'number':
    case 'ratio':
      return besideFigure({ ...props, definition })
    default:
      return NOTHING
  }
}

function TypedField({ definition, ...props }: FieldProps) {
  switch (definition.type) {
    case 'bool':
      return <YesNoField {...props} definition={definition} />
    case 'one of':
      return <ChoiceField {...props} definition={definition} />
    case 'set of':
      return <ChoicesField {...props} definition={definition} />
    case 'date':
      return <DateField {...props} definition={definition} />
    case 'code':
      return <RegionField {...props} definition={definition} />
    case 'fen':
    case 'int':
    case 'number':
    case 'ratio':
      return <FigureField {...props} definition={definition} />
  }
}
