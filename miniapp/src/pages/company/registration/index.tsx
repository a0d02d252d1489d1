import type { SubjectProgress } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { readCompany } from '../../../api/companies'
import { readPapers } from '../../../api/papers'
import { readConsents } from '../../../api/privacy'
import { readRegistrations } from '../../../api/registration'
import { Button } from '../../../components/button'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { useParam } from '../../../navigation'
import { routes } from '../../../routes'
import { whenSaved } from '../../../stores/draft/open-drafts'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { companyCopy, registrationCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { papersFor, platformFor } from './answers'
import { SendRegistration } from './send'
import { RegistrationStatus } from './status'

/** Whether nothing more can come of it, so that the company may try again. */
const isOver = ({ sending, status }: SubjectProgress): boolean => sending === 'refused' || status === 'rejected'

function Registration() {
  const companyId = useParam('company')
  const { value, error, reload } = useLoaded(
    async () => ({
      company: await whenSaved().then(() => readCompany(companyId)),
      registrations: (await readRegistrations(companyId)).registrations,
      papers: papersFor(await readPapers(companyId)),
      consented: (await readConsents()).consents.some(
        ({ purpose, given }) => purpose === 'sharing_with_platform' && given,
      ),
    }),
    companyId,
  )
  useReloadOnReturn(reload)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const { company, registrations, papers, consented } = value
  const platform = platformFor(company.region)
  const here = registrations.filter((one) => one.platform === platform)
  // The one that still counts; else the last that came to nothing.
  const current = here.find((one) => !isOver(one)) ?? here.at(-1)
  return (
    <>
      {current !== undefined && <RegistrationStatus progress={current} />}
      {platform === undefined && <Notice tone="warn">{copy.noPlatform}</Notice>}
      {platform !== undefined && (current === undefined || isOver(current)) && (
        <>
          <View className={styles.quiet}>{copy.intro(copy.platforms[platform])}</View>
          <SendRegistration
            company={company}
            platform={platform}
            papers={papers}
            consented={consented}
            again={current !== undefined}
            onSent={() => reload()}
          />
        </>
      )}
      {current?.status === 'approved' && (
        <Button onPress={() => Taro.redirectTo({ url: `/${routes.cases.path}` })}>{copy.start}</Button>
      )}
      {current !== undefined && (
        <Button kind="secondary" onPress={reload}>
          {copy.refresh}
        </Button>
      )}
    </>
  )
}

export default function RegistrationPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={companyCopy.why}>
        <Registration />
      </SignedIn>
    </Page>
  )
}
