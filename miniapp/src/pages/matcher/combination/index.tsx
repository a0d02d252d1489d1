import { formatFen } from '@suanhui/shared/money'
import { Text, View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Money } from '../../../components/money'
import { Page } from '../../../components/page'
import { goTo } from '../../../navigation'
import { amountWords } from '../../../words/amount'
import { combinationCopy as copy } from '../copy'
import { resultsOf } from '../results/groups'
import { useMatch } from '../use-match'
import styles from './index.module.scss'
import { whyDisplaced } from './reasons'

/** What can be had together at most, measure by measure, and what had to give way to which. */
export default function CombinationPage() {
  const { catalogue, result } = useMatch()
  const { plan } = result
  const results = new Map(resultsOf(catalogue, result).map((one) => [one.id, one]))
  const shown = (ids: readonly string[]) => ids.flatMap((id) => results.get(id) ?? [])
  const beside = [...results.values()].filter(
    ({ decision }) => decision.status === 'eligible' && decision.amount?.basis === 'unspecified',
  )
  if (plan.selected.length === 0) {
    return (
      <Page title={copy.title}>
        <Empty title={copy.none}>
          <Button onPress={() => goTo('questions')}>{copy.start}</Button>
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={copy.title}>
      <Card tight>
        <View className={styles.quiet}>{copy.total}</View>
        <Text className={styles.sum}>{formatFen(plan.maxFen)}</Text>
        {plan.minFen > 0 && <View>{copy.sure(formatFen(plan.minFen))}</View>}
        <View className={styles.quiet}>{copy.ceiling}</View>
      </Card>
      <Card flush title={copy.group(copy.selected, plan.selected.length)}>
        {shown(plan.selected).map(({ id, measure, document, decision }) => (
          <Cell
            key={id}
            title={measure.title}
            detail={
              <>
                {decision.amount !== null && <Money words={amountWords(decision.amount)} />}
                {document.documentNo}
              </>
            }
            onPress={() => goTo('measure', { id })}
          />
        ))}
      </Card>
      {plan.displaced.length > 0 && (
        <Card flush title={copy.group(copy.displaced, plan.displaced.length)}>
          <View className={styles.lead}>{copy.displacedDetail}</View>
          {plan.displaced.map((one) => {
            const amount = results.get(one.measureId)?.decision.amount
            const title = results.get(one.measureId)?.measure.title
            return (
              <Cell
                key={one.measureId}
                title={title}
                detail={
                  <>
                    {amount && <Money words={amountWords(amount)} />}
                    {whyDisplaced(catalogue, one)}
                  </>
                }
                onPress={() => goTo('measure', { id: one.measureId })}
              />
            )
          })}
        </Card>
      )}
      {beside.length > 0 && (
        <Card flush title={copy.group(copy.beside, beside.length)}>
          {beside.map(({ id, measure, document }) => (
            <Cell key={id} title={measure.title} detail={document.documentNo} onPress={() => goTo('measure', { id })} />
          ))}
        </Card>
      )}
    </Page>
  )
}
