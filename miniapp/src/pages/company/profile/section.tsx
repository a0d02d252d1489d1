import type { FormValue, FormValues } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
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
  /** The part after this one, offered where this one is filled in. */
  readonly next: ProfileSection | undefined
  readonly onNext: () => void
  readonly onChange: (key: ProfileKey, value: FormValue | undefined) => void
}

export const sectionId = (section: ProfileSection): string => `section-${section}`

/** One part of the profile: closed, it says how far it is. */
export function Section({ section, values, problemOf, open, onToggle, next, onNext, onChange }: SectionProps) {
  const fields = fieldsIn(section)
  const blank = fields.filter(({ key }) => values[key] === undefined).length
  const registered = values.registeredAddress?.value
  const wrong = fields.filter(({ key }) => problemOf(key) !== undefined).length
  return (
    <View id={sectionId(section)} className={styles.section}>
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
              <View key={key} className={styles.asked}>
                <FormFieldView
                  field={field}
                  filled={values[key]}
                  problem={problemOf(key)}
                  onChange={(value) => onChange(key, value)}
                />
                {key === 'officeAddress' && values[key] === undefined && registered !== undefined && (
                  <Button kind="secondary" onPress={() => onChange(key, registered)}>
                    {copy.sameAddress}
                  </Button>
                )}
              </View>
            ))}
            {blank + wrong === 0 && next !== undefined && (
              <Button kind="secondary" onPress={onNext}>
                {copy.goOn(copy.sections[next])}
              </Button>
            )}
          </View>
        )}
      </Card>
    </View>
  )
}
