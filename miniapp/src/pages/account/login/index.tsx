import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { ProblemsAbove } from '../../../components/problem'
import { TextField } from '../../../components/text-field'
import { Tick } from '../../../components/tick'
import { goTo } from '../../../navigation'
import { canAskWechat } from '../../../platform/phone-button'
import { loginCopy as copy } from '../copy'
import { ByWechat } from './by-wechat'
import styles from './index.module.scss'
import { useLogin } from './use-login'

export default function LoginPage() {
  const login = useLogin()
  const { problems, waitSeconds } = login
  return (
    <Page title={copy.title}>
      <View className={styles.intro}>{copy.intro}</View>
      <ByWechat login={login} />
      <Card title={canAskWechat ? copy.bySms : undefined}>
        <TextField
          label={copy.phone}
          keyboard="digits"
          value={login.phone}
          onChange={login.setPhone}
          hint={copy.phoneHint}
          problem={problems.phone}
        />
        <Button kind="secondary" disabled={waitSeconds > 0} onPress={login.sendCode}>
          {waitSeconds > 0 ? copy.again(waitSeconds) : copy.getCode}
        </Button>
        {login.sent && (
          <Notice tone="good" live>
            {copy.sent}
          </Notice>
        )}
        {problems.sending !== undefined && (
          <Notice tone="bad" live>
            {problems.sending}
          </Notice>
        )}
        <TextField
          label={copy.code}
          keyboard="digits"
          value={login.code}
          onChange={login.setCode}
          hint={copy.codeHint}
          problem={problems.code}
        />
        {/* In WeChat it stands above, for both ways. */}
        {!canAskWechat && (
          <Tick label={copy.agree} checked={login.agreed} onChange={login.toggleAgreed} problem={problems.agreed} />
        )}
        {problems.form !== undefined && (
          <Notice tone="bad" live>
            {problems.form}
          </Notice>
        )}
        <ProblemsAbove count={[problems.phone, problems.code].filter((one) => one !== undefined).length} />
        <Button kind={canAskWechat ? 'secondary' : 'primary'} disabled={login.busy} onPress={login.enter}>
          {login.busy ? copy.entering : copy.enter}
        </Button>
      </Card>
      <Card flush>
        <Cell icon="document" title={copy.terms} onPress={() => goTo('terms')} />
        <Cell icon="lock" title={copy.privacy} onPress={() => goTo('privacyPolicy')} />
      </Card>
    </Page>
  )
}
