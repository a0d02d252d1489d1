import type { Subscriptions } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { keepSubscriptions, readSubscriptions } from '../../api/messages'
import { askToSubscribe, canSubscribe } from '../../platform/subscribe'
import { randomKey } from '../../random-key'
import { useLoaded } from '../../use-loaded'
import { Button } from '../button'
import { Card } from '../card'
import { wechatMessagesCopy as copy } from '../copy'
import { Notice } from '../notice'
import { problemWords } from '../problem'
import styles from './index.module.scss'

/** What a failed try is told as. */
interface Said {
  readonly tone: 'good' | 'warn' | 'bad'
  readonly words: string
}

type Template = Subscriptions['templates'][number]
type Topic = Template['topics'][number]

interface AgreementProps {
  readonly templates: readonly Pick<Template, 'templateId' | 'name' | 'left'>[]
  readonly said: Said | undefined
  /** In the tap itself: WeChat shows its question only then, and nothing may come before. */
  readonly onAgree: () => void
}

/** How many messages of each kind may still come, and the way to more. */
export function Agreement({ templates, said, onAgree }: AgreementProps) {
  return (
    <Card title={copy.title}>
      <View className={styles.intro}>{copy.intro}</View>
      {templates.map(({ templateId, name, left }) => (
        <View key={templateId}>{copy.left(name, left)}</View>
      ))}
      {said !== undefined && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
      <Button kind="secondary" onPress={onAgree}>
        {copy.agree}
      </Button>
    </Card>
  )
}

function Agreeing({ about }: WechatMessagesProps) {
  const { value, replace } = useLoaded(readSubscriptions, '')
  const [said, setSaid] = useState<Said>()
  // Where it cannot be asked for there is nothing to offer; messages come by SMS then.
  const templates = value?.templates.filter(
    ({ topics }) => about === undefined || topics.some((one) => about.includes(one)),
  )
  if (templates === undefined || templates.length === 0) return null
  if (about !== undefined && said === undefined && templates.every(({ left }) => left > 0)) return null
  // Those of which the fewest are left first: WeChat takes three at a time.
  const wanted = [...templates].sort((a, b) => a.left - b.left).map(({ templateId }) => templateId)
  const report = async (asked: ReturnType<typeof askToSubscribe>): Promise<void> => {
    const results = await asked.catch(() => undefined)
    if (results === undefined || results.length === 0) return setSaid({ tone: 'bad', words: copy.failed })
    try {
      replace(await keepSubscriptions([...results], randomKey()))
      const agreed = results.some(({ result }) => result.startsWith('accept'))
      setSaid(agreed ? { tone: 'good', words: copy.kept } : { tone: 'warn', words: copy.refused })
    } catch (error) {
      setSaid({ tone: 'bad', words: problemWords(error) })
    }
  }
  return <Agreement templates={templates} said={said} onAgree={() => void report(askToSubscribe(wanted))} />
}

interface WechatMessagesProps {
  /** On a page whose news one waits for: only these, and only where those of a kind are used up. */
  readonly about?: readonly Topic[]
}

/** The kinds of WeChat's messages that can be agreed to; nothing on the web. */
export function WechatMessages({ about }: WechatMessagesProps) {
  return canSubscribe ? <Agreeing about={about} /> : null
}
