import type { FormValue, FormValues } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { FormFieldView } from '../../../components/form-field'
import { profileCopy as copy } from '../copy'
import { fieldsIn, type ProfileKey, type ProfileSection } from '../fields'
import styles from '../index.module.scss'

interface SectionProps {
  readonly section: ProfileSection
  readonly values: FormValues
  readonly problemOf: (key: ProfileKey) => string | undefined
  readonly open: boolean
  readonly onToggle: () => void
  readonly onChange: (key: ProfileKey, value: FormValue | undefined) => void
}

/** One part of the profile: closed, it says how far it is. */
export function Section({ section, values, problemOf, open, onToggle, onChange }: SectionProps) {
  const fields = fieldsIn(section)
  const blank = fields.filter(({ key }) => values[key] === undefined).length
  const wrong = fields.filter(({ key }) => problemOf(key) !== undefined).length
  return (
    <Card flush>
      <Cell
        icon={blank + wrong === 0 ? 'check' : 'edit'}
        title={copy.sections[section]}
        detail={wrong > 0 ? copy.wrong(wrong) : copy.left(blank)}
        expanded={open}
        onPress={onToggle}
      />
      {open && (
        <View className={styles.inside}>
          {fields.map(({ key, field }) => (
            <FormFieldView
              key={key}
              field={field}
              filled={values[key]}
              problem={problemOf(key)}
              onChange={(value) => onChange(key, value)}
            />
          ))}
        </View>
      )}
    </Card>
  )
}
