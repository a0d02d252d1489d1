import { View } from '@tarojs/components'
import { Dialog } from '../../platform/dialog'
import { Heading } from '../../platform/heading'
import { AgreeButton, openPrivacyContract, usePrivacyAsk } from '../../platform/privacy'
import type { PrivacyAsk } from '../../platform/privacy-props'
import { privacySheetWords as words } from '../../words/wechat'
import { Button, buttonClass } from '../button'
import styles from './index.module.scss'

const AGREE = 'agree-privacy'

/** What WeChat wants to be asked before camera, files and phone number; nothing where it was agreed to. */
export function PrivacySheet() {
  const ask = usePrivacyAsk()
  return ask === undefined ? null : <PrivacyQuestion ask={ask} />
}

/** The question itself, as long as it waits for its answer. */
export function PrivacyQuestion({ ask }: { readonly ask: PrivacyAsk }) {
  const decline = () => ask.answer({ event: 'disagree' })
  return (
    <Dialog label={words.title} onClose={decline}>
      <Heading level={2} className={styles.title ?? ''}>
        {words.title}
      </Heading>
      <View>{words.why}</View>
      <View>{words.how}</View>
      <View className={styles.without}>{words.without}</View>
      <Button kind="plain" onPress={openPrivacyContract}>
        {words.read}
      </Button>
      <AgreeButton
        id={AGREE}
        className={buttonClass('primary')}
        onAgree={() => ask.answer({ event: 'agree', buttonId: AGREE })}
      >
        {words.agree}
      </AgreeButton>
      <Button kind="secondary" onPress={decline}>
        {words.decline}
      </Button>
    </Dialog>
  )
}
