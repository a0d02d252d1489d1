import { View } from '@tarojs/components'
import { ApiError } from '../../api/send'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Empty } from '../../components/empty'
import { Icon, type IconName } from '../../components/icon'
import { Loading } from '../../components/loading'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Problem } from '../../components/problem'
import { Progress } from '../../components/progress'
import { SignInFirst } from '../../components/signed-in'
import { Tag } from '../../components/tag'
import { Timeline } from '../../components/timeline'
import { Agreement } from '../../components/wechat-messages'
import { galleryCopy as copy } from './copy'
import styles from './index.module.scss'
import { MarkedPlaces } from './places'
import { State } from './state'

const { states, notices, cells, progress, money, tags } = copy
const nothing = (): void => {}

function Cards() {
  return (
    <>
      <State name={states.normal}>
        <Card>{copy.card}</Card>
      </State>
      <State name={states.title}>
        <Card title={cells.title}>{copy.card}</Card>
      </State>
      <State name={states.tight}>
        <Card tight>
          <View>{copy.card}</View>
          <View>{copy.card}</View>
        </Card>
      </State>
      <State name={states.flush}>
        <Card flush title={states.flush}>
          <Cell title={cells.title} onPress={nothing} />
          <Cell title={cells.title} detail={cells.detail} onPress={nothing} />
        </Card>
      </State>
      <State name={states.long}>
        <Card title={copy.long}>{copy.long}</Card>
      </State>
    </>
  )
}

function Notices() {
  return (
    <>
      <Notice>{notices.info}</Notice>
      <Notice tone="warn">{notices.warn}</Notice>
      <State name={states.said}>
        <Notice tone="good" live>
          {notices.good}
        </Notice>
        <Notice tone="bad" live>
          {notices.bad}
        </Notice>
      </State>
      <State name={states.long}>
        <Notice tone="warn">{copy.long}</Notice>
      </State>
    </>
  )
}

function Problems() {
  return (
    <>
      <State name={states.normal}>
        <Problem error={new Error('anything')} />
      </State>
      <State name={states.server}>
        <Problem error={new ApiError('OFFLINE', copy.noServer)} onRetry={nothing} />
      </State>
    </>
  )
}

function Loadings() {
  return (
    <>
      <State name={states.one}>
        <Loading rows={1} />
      </State>
      <State name={states.several}>
        <Loading />
      </State>
    </>
  )
}

function Empties() {
  return (
    <>
      <Empty title={copy.nothing} />
      <Empty title={copy.nothing}>
        {copy.nothingText}
        <Button onPress={nothing}>{copy.icons.camera}</Button>
      </Empty>
      <Empty title={copy.long}>{copy.long}</Empty>
    </>
  )
}

function Progresses() {
  return (
    <>
      <Progress label={progress.none} done={0} all={0} />
      <Progress label={progress.some} done={2} all={5} />
      <Progress label={progress.all} done={5} all={5} />
      <Progress label={copy.long} done={1} all={3} />
    </>
  )
}

function Tags() {
  const tones = ['good', 'warn', 'bad', 'mute'] as const
  return (
    <View className={styles.row}>
      {tones.map((tone) => (
        <Tag key={tone} tone={tone} text={tags[tone]} />
      ))}
    </View>
  )
}

function Sums() {
  return (
    <>
      <State name={states.normal}>
        <Money words={money.exact} />
        <Money words={money.range} />
      </State>
      <State name={states.large}>
        <Money words={money.ceiling} size="large" />
        <Money words={money.range} size="large" />
      </State>
      <State name={states.noFigure}>
        <Money words={money.none} />
      </State>
    </>
  )
}

function Icons() {
  return (
    <View className={styles.row}>
      {Object.entries(copy.icons).map(([name, words]) => (
        <View key={name} className={styles.icon}>
          <Icon name={name as IconName} />
          <Icon name={name as IconName} small />
          {words}
        </View>
      ))}
    </View>
  )
}

export const telling = {
  card: Cards,
  notice: Notices,
  place: MarkedPlaces,
  problem: Problems,
  loading: Loadings,
  empty: Empties,
  'signed-in': () => <SignInFirst why={copy.why} />,
  progress: Progresses,
  timeline: () => <Timeline entries={copy.timeline} />,
  tag: Tags,
  money: Sums,
  icon: Icons,
  page: () => <View>{copy.page}</View>,
  'wechat-messages': () => <Agreement templates={copy.wechat} said={undefined} onAgree={nothing} />,
} as const
