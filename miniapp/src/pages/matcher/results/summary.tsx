import { formatFen } from '@suanhui/shared/money'
import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { displacedReason } from '../combination/reasons'
import { resultsCopy as copy } from '../copy'
import type { Matched } from '../use-match'
import styles from './index.module.scss'

/** On top: what can be had together at most, and what had to be left out for it. */
export function Summary({ matched }: { readonly matched: Matched }) {
  const { result, catalogue } = matched
  const { plan } = result
  const eligible = result.decisions.filter((decision) => decision.status === 'eligible').length
  if (plan.selected.length === 0) {
    return (
      <Card>
        <Heading level={2} className={styles.nothing}>
          {eligible === 0 ? copy.nothing : copy.noSums(eligible)}
        </Heading>
      </Card>
    )
  }
  const first = plan.displaced[0]
  return (
    <Card tight>
      <Heading level={2} className={styles.best}>
        {copy.best}
      </Heading>
      <Text className={styles.sum}>{formatFen(plan.maxFen)}</Text>
      <View className={styles.quiet}>{plan.minFen > 0 ? copy.sure(formatFen(plan.minFen)) : copy.ceiling}</View>
      <View className={styles.plan}>
        <Cell
          title={copy.madeOf(plan.selected.length)}
          detail={
            first === undefined ? undefined : copy.leftOut(plan.displaced.length, displacedReason(catalogue, first))
          }
          onPress={() => goTo('combination')}
        />
      </View>
    </Card>
  )
}
