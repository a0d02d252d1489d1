import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem, waitingWords } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { AddressContext, goTo, useAddress, useParam } from '../../../navigation'
import { aria } from '../../../platform/aria'
import { bringIntoSight } from '../../../platform/bring'
import { Heading } from '../../../platform/heading'
import type { Saving } from '../../../stores/draft/draft'
import { useSignedIn } from '../../../stores/session'
import { instantWords } from '../../../words/instant'
import { companyCopy, profileCopy as copy } from '../copy'
import { type ProfileSection, SECTIONS } from '../fields'
import styles from '../index.module.scss'
import { ConflictCard } from './conflict-card'
import { Section, sectionId } from './section'
import { useProfile } from './use-profile'

const savingWords = (saving: Saving): string => {
  if (saving.state === 'saving') return copy.saving
  if (saving.state === 'waiting') return waitingWords(saving.error)
  return saving.at === undefined ? copy.keptHere : copy.saved(instantWords(saving.at).split(' ')[1] ?? '')
}

function Parts({ profile }: { readonly profile: ReturnType<typeof useProfile> }) {
  const { company, error, reload, values, overtaken, conflicts, problemOf, change, decide } = profile
  const asked = useParam('section')
  const [open, setOpen] = useState(SECTIONS.find((section) => section === asked))
  const turnTo = (section: ProfileSection | undefined) => {
    setOpen(section)
    // What closes above it is long: without this the page would stand far below.
    if (section !== undefined) bringIntoSight(sectionId(section))
  }
  if (company === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  return (
    <>
      <Card tight>
        <Heading level={2} className={styles.name}>
          {company.name}
        </Heading>
        <View className={styles.code}>{copy.code(company.creditCode)}</View>
        <View className={styles.quiet}>{copy.intro}</View>
      </Card>
      {overtaken && (
        <Notice tone="warn" live>
          {copy.changed}
        </Notice>
      )}
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.name} conflict={conflict} onDecide={(which) => decide(conflict, which)} />
      ))}
      {SECTIONS.map((section, index) => (
        <Section
          key={section}
          section={section}
          values={values}
          problemOf={problemOf}
          open={section === open}
          onToggle={() => setOpen(section === open ? undefined : section)}
          next={SECTIONS[index + 1]}
          onNext={() => turnTo(SECTIONS[index + 1])}
          onChange={change}
        />
      ))}
      <Button onPress={() => goTo('companyRegistration', { company: company.id })}>{copy.registration}</Button>
    </>
  )
}

/** Whether it is saved stays in sight, however far down one types. */
function ProfileView() {
  const profile = useProfile(useParam('company'))
  const said = (
    <View className={styles.saving} {...aria({ live: 'polite' })}>
      {profile.conflicts.length > 0 ? copy.conflicts(profile.conflicts.length) : savingWords(profile.saving)}
    </View>
  )
  return (
    <Page title={copy.title} bar={said}>
      <Parts profile={profile} />
    </Page>
  )
}

export default function ProfilePage() {
  const address = useAddress()
  return (
    <AddressContext.Provider value={address}>
      {useSignedIn() ? (
        <ProfileView />
      ) : (
        <Page title={copy.title}>
          <SignedIn why={companyCopy.why}>{null}</SignedIn>
        </Page>
      )}
    </AddressContext.Provider>
  )
}
