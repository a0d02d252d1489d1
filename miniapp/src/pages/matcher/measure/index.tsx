import { clauseWords } from '@suanhui/shared/clause'
import { daysBetween, formatDate } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { Button, buttonClass } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { addressOf, goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { ShareButton, useSharing } from '../../../platform/share'
import { useCompanies } from '../../../stores/companies'
import { daysLeft, validityOf, validityWords } from '../../../words/deadline'
import { shortfallWords } from '../../../words/shortfall'
import { statusWords } from '../../../words/status'
import { whyDisplaced } from '../combination/reasons'
import { measureCopy as copy } from '../copy'
import { AmountCard, HowTo, Rivals } from './cards'
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
      <View className={styles.quiet}>{copy.audience(measure.audience)}</View>
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
            ? copy.ended(formatDate(document.inForce.to))
            : copy.begins(formatDate(document.inForce.from), daysBetween(today, document.inForce.from))}
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

/** What is done here, in the company's name: 湘工信信息软件〔2026〕168号, and 晋政办发〔2024〕35号 二(九). */
const DONE_HERE: Readonly<Record<string, string>> = {
  'hn-2026-168/compute-voucher': copy.apply,
  'sx-2024-35/compute-voucher': copy.claim,
}

/** The way from knowing to doing, where it is done here. */
function DoIt({ words }: { readonly words: string }) {
  const { chosen } = useCompanies()
  return (
    <Card>
      <Button
        onPress={() =>
          chosen === undefined ? goTo('cases') : goTo('newSubmission', { company: chosen.id, paper: '' })
        }
      >
        {words}
      </Button>
      <View className={styles.quiet}>{copy.here}</View>
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
  const { measureId, status, inactiveReason } = open.decision
  const history = status === 'inactive' && inactiveReason === 'expired'
  const here = history || status === 'ineligible' ? undefined : DONE_HERE[measureId]
  return (
    <Page title={copy.title}>
      <Head open={open} />
      <Warnings open={open} />
      {!history && <AmountCard open={open} />}
      {here !== undefined && <DoIt words={here} />}
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
          detail={`${open.document.documentNo} · ${open.measure.clauses.map(clauseWords).join('、')} · ${validityWords(open.document, open.today)}`}
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
