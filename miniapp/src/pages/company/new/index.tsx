import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem, ProblemsAbove } from '../../../components/problem'
import { RegionPicker } from '../../../components/region-picker'
import { SignedIn } from '../../../components/signed-in'
import { TextField } from '../../../components/text-field'
import { Tick } from '../../../components/tick'
import { companyCopy, newCompanyCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { useNewCompany } from './use-new-company'
import type { Registry } from './use-registry'

/** What the register of companies says of the code, and whether that is what stands below. */
function Registered({ registry }: { readonly registry: Registry }) {
  if (registry.state === 'nothing') return null
  if (registry.state === 'asking') return <View className={styles.quiet}>{copy.lookingUp}</View>
  if (registry.state === 'unknown') return <Notice live>{registry.message}</Notice>
  const { company, taken, take } = registry
  return (
    <>
      <Notice tone={company.open ? 'good' : 'warn'} live>
        {copy.found(company.name)}
        {!company.open && copy.closed}
        {company.note}
      </Notice>
      {!taken && (
        <Button kind="secondary" onPress={take}>
          {copy.take}
        </Button>
      )}
    </>
  )
}

function NewCompany() {
  const { typed, change, registry, problems, failed, busy, miscopied, save } = useNewCompany()
  return (
    <>
      <View className={styles.quiet}>{copy.intro}</View>
      <Card>
        <TextField
          label={copy.creditCode}
          hint={copy.creditCodeHint}
          value={typed.creditCode}
          onChange={(creditCode) => change({ creditCode })}
          problem={problems.creditCode}
        />
        {miscopied && (
          <>
            <Notice tone="warn" live>
              {copy.wrongCode}
            </Notice>
            <Tick
              label={copy.confirmCode}
              checked={typed.confirmed}
              onChange={() => change({ confirmed: !typed.confirmed })}
              problem={problems.confirmed}
            />
          </>
        )}
        <Registered registry={registry} />
        <TextField
          label={copy.name}
          hint={copy.nameHint}
          longest={100}
          value={typed.name}
          onChange={(name) => change({ name })}
          problem={problems.name}
        />
        <RegionPicker
          label={copy.region}
          hint={copy.regionHint}
          chosen={typed.region}
          onChange={(region) => change({ region })}
          problem={problems.region}
        />
      </Card>
      {failed !== undefined && <Problem error={failed} />}
      <ProblemsAbove count={Object.keys(problems).length} />
      <Button disabled={busy} onPress={save}>
        {busy ? copy.saving : copy.save}
      </Button>
    </>
  )
}

export default function NewCompanyPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={companyCopy.why}>
        <NewCompany />
      </SignedIn>
    </Page>
  )
}
