import type { ProviderDetail } from '@suanhui/shared/api'
import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import { formatFen } from '@suanhui/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { readProvider } from '../../../api/providers'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { addressOf, useParam } from '../../../navigation'
import { DateInput } from '../../../platform/date-input'
import { Heading } from '../../../platform/heading'
import { useSharing } from '../../../platform/share'
import { useCatalogue } from '../../../stores/catalogue'
import { useLoaded } from '../../../use-loaded'
import { instantWords } from '../../../words/instant'
import { providerCopy as copy, providersCopy } from '../copy'
import styles from './index.module.scss'

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <View className={styles.line}>
      <View className={styles.name}>{name}</View>
      <View>{value}</View>
    </View>
  )
}

function Registered({ provider }: { readonly provider: ProviderDetail }) {
  const day = formatDate(provider.on)
  return (
    <>
      <Notice tone={provider.registered ? 'good' : 'bad'} live>
        {provider.registered ? copy.was(day) : copy.wasNot(day)}
      </Notice>
      <View className={styles.name}>{copy.periods}</View>
      {provider.periods.map(({ from, to }) => (
        <View key={from}>
          {to === null ? copy.since(formatDate(from)) : copy.until(formatDate(from), formatDate(to))}
        </View>
      ))}
    </>
  )
}

export default function ProviderPage() {
  const id = useParam('id')
  const { areas } = useCatalogue()
  const [on, setOn] = useState(shanghaiDay(new Date()))
  const { value: provider, error, reload } = useLoaded(() => readProvider(id, on), `${id} ${on}`)
  useSharing({ title: provider?.name ?? copy.title, path: addressOf('provider', { id }) })
  if (provider === undefined) {
    return (
      <Page title={copy.title}>{error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />}</Page>
    )
  }
  return (
    <Page title={copy.title}>
      <Card>
        <Heading level={2} className={styles.title}>
          {provider.name}
        </Heading>
        <Line name={copy.creditCode} value={provider.creditCode} />
        <Line
          name={copy.place}
          value={areas[provider.region.slice(0, 4)] ?? areas[provider.region.slice(0, 2)] ?? provider.region}
        />
        <Line name={copy.platform} value={provider.platformName} />
        <Line
          name={copy.chips}
          value={`${provider.chips.join('、')}（${provider.domesticChips ? providersCopy.domestic : providersCopy.foreign}）`}
        />
        <Line
          name={copy.quality}
          value={provider.qualityScore === null ? providersCopy.noQuality : copy.score(provider.qualityScore)}
        />
      </Card>
      <Card title={copy.status}>
        <View className={styles.name}>{copy.onDay}</View>
        <DateInput
          className={styles.date}
          label={copy.onDay}
          value={on}
          onChange={(day) => setOn(day ?? shanghaiDay(new Date()))}
        />
        <View className={styles.quiet}>{copy.onDayHint}</View>
        {error !== undefined && <Problem error={error} onRetry={reload} />}
        <Registered provider={provider} />
      </Card>
      <Card title={copy.prices}>
        {provider.prices.length === 0 && <View>{providersCopy.noPrice}</View>}
        {provider.prices.map((price) => (
          <Line
            key={`${price.item} ${price.unit}`}
            name={price.item}
            value={`${formatFen(price.priceFen)}／${price.unit}`}
          />
        ))}
      </Card>
      {provider.asOf !== null && (
        <View className={styles.quiet}>{providersCopy.asOf(instantWords(provider.asOf))}</View>
      )}
    </Page>
  )
}
