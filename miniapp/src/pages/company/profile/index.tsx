import { valueText } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { FormFieldView } from '../../../components/form-field'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goTo, useParam } from '../../../navigation'
import { aria } from '../../../platform/aria'
import { Heading } from '../../../platform/heading'
import { instantWords } from '../../../words/instant'
import { companyCopy, profileCopy as copy } from '../copy'
import { profileFields, SECTIONS, sectionOf } from '../fields'
import styles from '../index.module.scss'
import type { Conflict } from './edits'
import { type Saving, useProfile } from './use-profile'

const savingWords = (saving: Saving): string => {
  if (saving.state === 'saving') return copy.saving
  if (saving.state === 'waiting') return copy.waiting(saving.why)
  return saving.at === undefined ? copy.keptHere : copy.saved(instantWords(saving.at).split(' ')[1] ?? '')
}

interface ConflictCardProps {
  readonly conflict: Conflict
  readonly onDecide: (which: 'mine' | 'theirs') => void
}

function ConflictCard({ conflict, onDecide }: ConflictCardProps) {
  const field = profileFields.find(({ key }) => key === conflict.key)?.field
  if (field === undefined) return null
  const text = (value: Conflict['mine']): string => (value === null ? copy.empty : valueText(field, value))
  return (
    <Card title={copy.conflict}>
      <View>{`${field.group ?? ''}${field.label}`}</View>
      <Button kind="secondary" onPress={() => onDecide('mine')}>
        {copy.mine(text(conflict.mine))}
      </Button>
      <Button kind="secondary" onPress={() => onDecide('theirs')}>
        {copy.theirs(text(conflict.theirs))}
      </Button>
    </Card>
  )
}

function Profile() {
  const companyId = useParam('company')
  const {
    value: company,
    error,
    reload,
    values,
    saving,
    overtaken,
    conflicts,
    problemOf,
    change,
    decide,
  } = useProfile(companyId)
  if (company === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const open = profileFields.filter(({ key }) => values[key] === undefined).length
  return (
    <>
      <Card tight>
        <Heading level={2} className={styles.name}>
          {company.name}
        </Heading>
        <View className={styles.code}>{copy.code(company.creditCode)}</View>
        <View className={styles.quiet}>{copy.intro}</View>
        <View className={styles.strong} {...aria({ live: 'polite' })}>
          {copy.left(open)} · {savingWords(saving)}
        </View>
      </Card>
      {overtaken && (
        <Notice tone="warn" live>
          {copy.changed}
        </Notice>
      )}
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.key} conflict={conflict} onDecide={(which) => decide(conflict, which)} />
      ))}
      {SECTIONS.map((section) => (
        <Card key={section} title={copy.sections[section]}>
          {profileFields
            .filter(({ key }) => sectionOf(key) === section)
            .map(({ key, field }) => (
              <FormFieldView
                key={key}
                field={field}
                filled={values[key]}
                problem={problemOf(key)}
                onChange={(value) => change(key, value)}
              />
            ))}
        </Card>
      ))}
      <Button onPress={() => goTo('companyRegistration', { company: companyId })}>{copy.registration}</Button>
    </>
  )
}

export default function ProfilePage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={companyCopy.why}>
        <Profile />
      </SignedIn>
    </Page>
  )
}
