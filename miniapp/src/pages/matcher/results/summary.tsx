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
          {eligible === 0 ? copy.nothing : `有${eligible}项可申报，文件都没有写金额`}
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
      <View className={styles.quiet}>
        {plan.minFen > 0 ? `其中${formatFen(plan.minFen)}按文件能算准，其余是上限，不是承诺。` : copy.ceiling}
      </View>
      <View className={styles.plan}>
        <Cell
          title={`由${plan.selected.length}项组成`}
          detail={
            first === undefined
              ? undefined
              : `另有${plan.displaced.length}项因同一事项只能选一项被放下：${displacedReason(catalogue, first)}`
          }
          onPress={() => goTo('combination')}
        />
      </View>
    </Card>
  )
}
