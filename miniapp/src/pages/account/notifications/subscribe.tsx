import { View } from '@tarojs/components'
import { useState } from 'react'
import { keepSubscriptions, readSubscriptions } from '../../../api/messages'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { problemWords } from '../../../components/problem'
import { askToSubscribe, canSubscribe } from '../../../platform/subscribe'
import { randomKey } from '../../../random-key'
import { useLoaded } from '../../../use-loaded'
import { notificationsCopy as copy } from '../copy'
import styles from '../index.module.scss'

/** What a failed try is told as. */
interface Said {
  readonly tone: 'good' | 'warn' | 'bad'
  readonly words: string
}

function Templates() {
  const { value, replace } = useLoaded(readSubscriptions, '')
  const [said, setSaid] = useState<Said>()
  // Where it cannot be asked for there is nothing to offer; the choices above still hold.
  if (value === undefined || value.templates.length === 0) return null
  // Those of which the fewest are left first: WeChat takes three at a time.
  const wanted = [...value.templates].sort((a, b) => a.left - b.left).map(({ templateId }) => templateId)
  const report = async (asked: ReturnType<typeof askToSubscribe>): Promise<void> => {
    const results = await asked.catch(() => undefined)
    if (results === undefined || results.length === 0) return setSaid({ tone: 'bad', words: copy.wechatFailed })
    try {
      replace(await keepSubscriptions([...results], randomKey()))
      const agreed = results.some(({ result }) => result.startsWith('accept'))
      setSaid(agreed ? { tone: 'good', words: copy.kept } : { tone: 'warn', words: copy.refused })
    } catch (error) {
      setSaid({ tone: 'bad', words: problemWords(error) })
    }
  }
  return (
    <Card title={copy.wechat}>
      <View className={styles.intro}>{copy.wechatIntro}</View>
      {value.templates.map(({ templateId, name, left }) => (
        <View key={templateId}>{copy.left(name, left)}</View>
      ))}
      {said !== undefined && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
      {/* WeChat shows its question only in the tap itself: nothing may come before. */}
      <Button kind="secondary" onPress={() => void report(askToSubscribe(wanted))}>
        {copy.subscribe}
      </Button>
    </Card>
  )
}

/** The kinds of WeChat's messages that can be agreed to; nothing on the web. */
export function WechatMessages() {
  return canSubscribe ? <Templates /> : null
}
