import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { RegionPicker } from '../../../components/region-picker'
import { SignedIn } from '../../../components/signed-in'
import { TextField } from '../../../components/text-field'
import { Tick } from '../../../components/tick'
import { companyCopy, newCompanyCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { useNewCompany } from './use-new-company'

function NewCompany() {
  const { typed, change, problems, failed, busy, miscopied, save } = useNewCompany()
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
