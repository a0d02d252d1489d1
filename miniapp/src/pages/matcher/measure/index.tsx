import { daysBetween, formatDate } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { Button, buttonClass } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Money } from '../../../components/money'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { addressOf, goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { ShareButton, useSharing } from '../../../platform/share'
import { amountWords, ruleWords, workedWords } from '../../../words/amount'
import { daysLeft, validityOf, validityWords } from '../../../words/deadline'
import { shortfallWords } from '../../../words/shortfall'
import { statusWords } from '../../../words/status'
import { whyDisplaced } from '../combination/reasons'
import { measureCopy as copy } from '../copy'
import { Criteria, FactRow } from './criteria'
import styles from './index.module.scss'
import { type OpenMeasure, useMeasure } from './use-measure'

function Head({ open }: { readonly open: OpenMeasure }) {
  const { decision, document, measure, today } = open
  const validity = validityOf(document, today)
  return (
    <Card>
      <Heading level={2} className={styles.name}>
        {measure.title}
      </Heading>
      <View className={styles.tags}>
        <Tag {...statusWords(decision)} />
        {validity === 'ending' && <Tag text={validityWords(document, today)} tone="warn" />}
      </View>
      <View>{measure.summary}</View>
      <View className={styles.quiet}>给谁：{measure.audience}</View>
    </Card>
  )
}

function Warnings({ open }: { readonly open: OpenMeasure }) {
  const { decision, document, today } = open
  const unmet = (decision.criteria ?? []).filter((criterion) => criterion.status === 'unmet')
  return (
    <>
      {decision.status === 'inactive' && (
        <Notice tone="warn">
          {decision.inactiveReason === 'expired'
            ? `${formatDate(document.inForce.to)}已到期，只作历史查看，不能申报。`
            : `${formatDate(document.inForce.from)}才开始施行，还有${daysBetween(today, document.inForce.from)}天。`}
        </Notice>
      )}
      {unmet.length > 0 && decision.status === 'ineligible' && (
        <Notice tone="bad">
          {unmet.map((criterion) => (
            <View key={criterion.id}>
              {copy.unmet}
              {criterion.text}
              {criterion.shortfall !== undefined && `。${shortfallWords(criterion.shortfall, open.catalogue.facts)}`}
            </View>
          ))}
        </Notice>
      )}
      {decision.warnings.map((warning) => (
        <Notice
          key={warning.code}
          tone={warning.code === 'filing_late' || decision.status === 'ineligible' ? 'bad' : 'warn'}
          live
        >
          {warning.text}
          {warning.code === 'filing_due' && warning.dueOn !== undefined && (
            <View className={styles.left}>{daysLeft(warning.dueOn, today)}</View>
          )}
        </Notice>
      ))}
      {open.displaced !== undefined && (
        <Notice>
          {copy.displaced}
          {whyDisplaced(open.catalogue, open.displaced)}
        </Notice>
      )}
    </>
  )
}

function AmountCard({ open }: { readonly open: OpenMeasure }) {
  const { decision, measure, catalogue, facts, amountFacts } = open
  const rule = ruleWords(measure.amount, catalogue)
  const worked = decision.amount === null ? undefined : workedWords(measure.amount, facts)
  return (
    <Card title={copy.amount}>
      {decision.amount !== null && <Money words={amountWords(decision.amount)} size="large" />}
      {worked !== undefined && <View className={styles.worked}>{worked}</View>}
      {rule !== undefined && <View>文件规定：{rule}</View>}
      {rule === undefined && decision.amount === null && <View>{copy.noFigure}</View>}
      {measure.amountNote !== undefined && <View className={styles.quiet}>{measure.amountNote}</View>}
      {amountFacts.length > 0 && (
        <View className={styles.rows}>
          <View className={styles['rows-title']}>{copy.amountFacts}</View>
          {amountFacts.map((fact) => (
            <FactRow key={fact} open={open} fact={fact} />
          ))}
        </View>
      )}
    </Card>
  )
}

function HowTo({ open }: { readonly open: OpenMeasure }) {
  const { measure, document, today } = open
  return (
    <Card title={copy.howTo}>
      <Item name={copy.materials}>
        {measure.materials.length === 0
          ? copy.noMaterials
          : measure.materials.map((paper, index) => (
              <View key={paper}>
                {index + 1}. {paper}
              </View>
            ))}
      </Item>
      <Item name={copy.applyAt}>{measure.applyAt}</Item>
      <Item name={copy.handledBy}>{measure.handledBy}</Item>
      <Item name={copy.deadline}>
        {measure.deadline}
        <View className={styles.quiet}>文件{validityWords(document, today)}</View>
      </Item>
    </Card>
  )
}

function Item({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <View className={styles.item}>
      <Heading level={3} className={styles['item-name']}>
        {name}
      </Heading>
      <View>{children}</View>
    </View>
  )
}

function Rivals({ open }: { readonly open: OpenMeasure }) {
  if (open.rivals.length === 0) return null
  return (
    <Card flush title={copy.rivals}>
      {open.rivals.map(({ group, other }) =>
        other === undefined ? null : (
          <Cell
            key={`${group.title} ${other.id}`}
            title={other.measure.title}
            detail={`${group.title} · ${other.document.documentNo}`}
            onPress={() => goTo('measure', { id: other.id })}
          />
        ),
      )}
    </Card>
  )
}

export default function MeasurePage() {
  const open = useMeasure()
  const address = addressOf('measure', { id: open?.decision.measureId ?? '' })
  useSharing({ title: open?.measure.title ?? copy.title, path: address })
  if (open === undefined) {
    return (
      <Page title={copy.title}>
        <Empty title={copy.gone}>
          <Button onPress={() => goTo('library')}>{copy.library}</Button>
        </Empty>
      </Page>
    )
  }
  const history = open.decision.status === 'inactive' && open.decision.inactiveReason === 'expired'
  return (
    <Page title={copy.title}>
      <Head open={open} />
      <Warnings open={open} />
      {!history && <AmountCard open={open} />}
      {open.filing.length > 0 && !history && (
        <Card flush title={copy.filing}>
          <View className={styles.lead}>{copy.filingDetail}</View>
          {open.filing.map((fact) => (
            <FactRow key={fact} open={open} fact={fact} />
          ))}
        </Card>
      )}
      {open.decision.total > 0 && <Criteria open={open} />}
      {!history && <HowTo open={open} />}
      <Card flush title={copy.document}>
        <Cell
          icon="document"
          title={open.document.title}
          detail={`${open.document.documentNo} · ${open.measure.clauses.join('、')} · ${validityWords(open.document, open.today)}`}
          onPress={() => goTo('document', { id: open.document.id })}
        />
      </Card>
      {!history && <Rivals open={open} />}
      <ShareButton path={address} className={buttonClass('plain')}>
        {copy.share}
      </ShareButton>
    </Page>
  )
}
