import { View } from '@tarojs/components'
import { Button, buttonClass } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Tick } from '../../../components/tick'
import { canAskWechat, PhoneButton } from '../../../platform/phone-button'
import { loginCopy as copy } from '../copy'
import styles from './index.module.scss'
import type { useLogin } from './use-login'
import { useWechatLogin } from './use-wechat-login'

interface ByWechatProps {
  readonly login: Pick<ReturnType<typeof useLogin>, 'agreed' | 'toggleAgreed' | 'askToAgree' | 'problems'>
}

/** One press instead of a code by SMS; in WeChat only. Without the tick the button says what is missing, and asks nothing. */
export function ByWechat({ login: { agreed, toggleAgreed, askToAgree, problems } }: ByWechatProps) {
  const { busy, problem, enter, none } = useWechatLogin()
  if (!canAskWechat) return null
  return (
    <Card>
      <Tick label={copy.agree} checked={agreed} onChange={toggleAgreed} problem={problems.agreed} />
      {agreed && !busy ? (
        <PhoneButton className={buttonClass('primary')} onCode={enter} onNone={none}>
          {copy.wechat}
        </PhoneButton>
      ) : (
        <Button disabled={busy} onPress={askToAgree}>
          {busy ? copy.entering : copy.wechat}
        </Button>
      )}
      {problem === undefined ? (
        <View className={styles.intro}>{copy.wechatHint}</View>
      ) : (
        <Notice tone="warn" live>
          {problem}
        </Notice>
      )}
    </Card>
  )
}
