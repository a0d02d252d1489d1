import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { goTo } from '../../../navigation'
import { findMeasure, useCatalogue } from '../../../stores/catalogue'
import { helpCopy as copy } from '../copy'

/** The vouchers that are applied for here: 湘工信信息软件〔2026〕168号, and 晋政办发〔2024〕35号 二(九). */
const VOUCHERS = ['hn-2026-168/compute-voucher', 'sx-2024-35/compute-voucher'] as const

function Answer({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Card title={title}>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </Card>
  )
}

/** For whoever hears of it for the first time: what it is, how much, how, and what to have at hand. */
export default function HelpPage() {
  const catalogue = useCatalogue()
  const vouchers = VOUCHERS.flatMap((id) => findMeasure(catalogue, id) ?? [])
  return (
    <Page title={copy.title}>
      <Answer {...copy.what} />
      <Card flush title={copy.sums}>
        {vouchers.map(({ id, measure, document }) => (
          <Cell
            key={id}
            icon="document"
            title={copy.of(catalogue.areas[document.region] ?? '', measure.title)}
            detail={measure.summary}
            onPress={() => goTo('measure', { id })}
          />
        ))}
      </Card>
      {copy.parts.map((part) => (
        <Answer key={part.title} {...part} />
      ))}
      <Button onPress={() => goTo('questions')}>{copy.start}</Button>
    </Page>
  )
}
