import type { BodyOf, CompanyDetail, PaperSummary, registerCompanyContract, SubjectProgress } from '@suanhui/shared/api'
import { fieldsOf, valueText } from '@suanhui/shared/forms'
import { paperNames } from '@suanhui/shared/papers'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { changeConsent } from '../../../api/privacy'
import { sendRegistration } from '../../../api/registration'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Fold } from '../../../components/fold'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { Tick } from '../../../components/tick'
import { LEGAL_VERSION } from '../../../legal-version'
import { goTo } from '../../../navigation'
import { randomKey } from '../../../random-key'
import { registrationCopy as copy, profileCopy } from '../copy'
import { SECTIONS } from '../fields'
import styles from '../index.module.scss'
import { answersFrom, missingIn, problemsIn, registrationForm, sentForm } from './answers'

type Platform = BodyOf<typeof registerCompanyContract>['platform']

interface SendProps {
  readonly company: CompanyDetail
  readonly platform: Platform
  readonly papers: readonly PaperSummary[]
  /** The person has agreed before that platforms get what was filled in. */
  readonly consented: boolean
  /** It was refused before. */
  readonly again: boolean
  readonly onSent: (progress: SubjectProgress) => void
}

/** What has to be filled in first, part by part; each leads to its place. */
function Missing({ company }: { readonly company: CompanyDetail }) {
  const problems = problemsIn(answersFrom(company))
  const parts = SECTIONS.map((section) => ({ section, fields: missingIn(section, problems) }))
  return (
    <>
      <Notice tone="warn">{copy.missing(problems.length)}</Notice>
      <Card flush>
        {parts
          .filter(({ fields }) => fields.length > 0)
          .map(({ section, fields }) => (
            <Cell
              key={section}
              icon="edit"
              title={profileCopy.sections[section]}
              detail={fields.join('、')}
              onPress={() => goTo('companyProfile', { company: company.id, section })}
            />
          ))}
      </Card>
    </>
  )
}

/** All that will be sent, to be looked at. */
function Review({ company }: { readonly company: CompanyDetail }) {
  const values = answersFrom(company)
  return (
    <Fold title={copy.review} detail={copy.ready}>
      {fieldsOf(registrationForm).map((field) => (
        <View key={field.id} className={styles.pair}>
          <View className={styles.small}>{`${field.group ?? ''}${field.label}`}</View>
          <View>{valueText(field, values[field.id]?.value)}</View>
        </View>
      ))}
    </Fold>
  )
}

/** Sends the company's own answers to the platform, once everything is there and a person has promised it is true. */
export function SendRegistration({ company, platform, papers, consented, again, onSent }: SendProps) {
  const [agreed, setAgreed] = useState(consented)
  const [promised, setPromised] = useState(false)
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const key = useRef(randomKey())
  const values = answersFrom(company)
  if (problemsIn(values).length > 0) return <Missing company={company} />
  const send = async (): Promise<void> => {
    setTried(true)
    if (!promised || !agreed) return
    setBusy(true)
    setFailed(undefined)
    try {
      if (!consented) await changeConsent({ purpose: 'sharing_with_platform', version: LEGAL_VERSION, given: true })
      const body = { platform, form: sentForm(values), paperIds: papers.map(({ id }) => id) }
      onSent(await sendRegistration(company.id, body, key.current))
      key.current = randomKey()
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Review company={company} />
      <Card flush>
        <Cell
          icon="edit"
          title={copy.change}
          onPress={() => goTo('companyProfile', { company: company.id, section: '' })}
        />
        <Cell
          icon="camera"
          title={copy.papersTitle}
          detail={copy.papers(papers.map(({ kind }) => paperNames[kind ?? 'other']))}
          onPress={() => goTo('papers', { company: company.id })}
        />
      </Card>
      {company.role === 'owner' ? (
        <>
          {!consented && (
            <Tick
              label={copy.consent(copy.platforms[platform])}
              checked={agreed}
              onChange={() => setAgreed(!agreed)}
              problem={tried && !agreed ? copy.needConsent : undefined}
            />
          )}
          <Tick
            label={copy.promise}
            checked={promised}
            onChange={() => setPromised(!promised)}
            problem={tried && !promised ? copy.needPromise : undefined}
          />
          {failed !== undefined && <Problem error={failed} />}
          <Button disabled={busy} onPress={() => void send()}>
            {busy ? copy.sending : again ? copy.again : copy.send}
          </Button>
        </>
      ) : (
        <Notice>{copy.ownerOnly}</Notice>
      )}
    </>
  )
}
