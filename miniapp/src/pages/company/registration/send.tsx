import type { BodyOf, CompanyDetail, registerCompanyContract, SubjectProgress } from '@suanhui/shared/api'
import { fieldsOf, valueText } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { sendRegistration } from '../../../api/registration'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Fold } from '../../../components/fold'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { Tick } from '../../../components/tick'
import { goTo } from '../../../navigation'
import { randomKey } from '../../../random-key'
import { registrationCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { answersFrom, problemsIn, registrationForm, sentForm } from './answers'

type Platform = BodyOf<typeof registerCompanyContract>['platform']

interface SendProps {
  readonly company: CompanyDetail
  readonly platform: Platform
  /** It was refused before. */
  readonly again: boolean
  readonly onSent: (progress: SubjectProgress) => void
}

function Missing({ company }: { readonly company: CompanyDetail }) {
  const problems = problemsIn(answersFrom(company))
  return (
    <>
      <Notice tone="warn">{copy.missing(problems.length)}</Notice>
      <Card tight>
        {problems.map(({ field, row, column, message }) => (
          <View key={`${field} ${row} ${column}`}>{message}</View>
        ))}
      </Card>
      <Button onPress={() => goTo('companyProfile', { company: company.id })}>{copy.fill}</Button>
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
export function SendRegistration({ company, platform, again, onSent }: SendProps) {
  const [promised, setPromised] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const key = useRef(randomKey())
  const values = answersFrom(company)
  if (problemsIn(values).length > 0) return <Missing company={company} />
  const send = async (): Promise<void> => {
    setProblem(promised ? undefined : copy.needPromise)
    if (!promised) return
    setBusy(true)
    setFailed(undefined)
    try {
      onSent(await sendRegistration(company.id, { platform, form: sentForm(values) }, key.current))
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
        <Cell icon="edit" title={copy.fill} onPress={() => goTo('companyProfile', { company: company.id })} />
      </Card>
      {company.role === 'owner' ? (
        <>
          <Tick
            label={copy.promise}
            checked={promised}
            onChange={() => {
              setPromised(!promised)
              setProblem(undefined)
            }}
            problem={problem}
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
