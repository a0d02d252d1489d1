import { View } from '@tarojs/components'
import { useState } from 'react'
import { ChoiceGroup } from '../../platform/choice'
import { Heading } from '../../platform/heading'
import { Island } from '../../platform/island'
import { Pressable } from '../../platform/pressable'
import { answer, useAnswers } from '../../stores/answers'
import { useCatalogue } from '../../stores/catalogue'
import { factFieldCopy as copy } from '../copy'
import { ChoiceField } from './choice-field'
import { ChoicesField } from './choices-field'
import { DateField } from './date-field'
import type { FieldProps } from './field-props'
import { FigureField } from './figure-field'
import styles from './index.module.scss'
import { RegionField } from './region-field'
import { YesNoField } from './yes-no-field'

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
  if (definition === undefined) return null
  return (
    <FactQuestion
      {...words}
      id={id}
      definition={definition}
      value={answers[id]}
      draft={drafts[id]}
      onAnswer={(value, draft) => answer(id, value, draft)}
    />
  )
}

/** A question with its field, wherever its answer is kept. */
export function FactQuestion({ level = 2, aside, ...field }: FactFieldProps & FieldProps) {
  const { id, definition } = field
  // By fact: the field may be taken over by the next screen's question.
  const [helped, setHelped] = useState<string>()
  const helping = helped === id
  return (
    <Island>
      <ChoiceGroup kind="checkbox" label={definition.question} className={styles.field}>
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
      </ChoiceGroup>
    </Island>
  )
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
