import type { ProviderList } from '@suanhui/shared/api'
import { formatFen } from '@suanhui/shared/money'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { Segments } from '../../../components/segments'
import { Tag } from '../../../components/tag'
import { TextField } from '../../../components/text-field'
import { Tick } from '../../../components/tick'
import { addressOf, goTo } from '../../../navigation'
import { Pressable } from '../../../platform/pressable'
import { useSharing } from '../../../platform/share'
import { instantWords } from '../../../words/instant'
import { providersCopy as copy } from '../copy'
import styles from './index.module.scss'
import { useProviders } from './use-providers'

type Provider = ProviderList['providers'][number]

function ProviderRow({ provider }: { readonly provider: Provider }) {
  const price = provider.lowestPriceFen === null ? copy.noPrice : copy.from(formatFen(provider.lowestPriceFen))
  const quality = provider.qualityScore === null ? copy.noQuality : copy.quality(provider.qualityScore)
  return (
    <Pressable role="link" className={styles.row} onPress={() => goTo('provider', { id: provider.id })}>
      <View className={styles.name}>{provider.name}</View>
      <View className={styles.tags}>
        <Tag
          text={provider.registered ? copy.registered : copy.notRegistered}
          tone={provider.registered ? 'good' : 'bad'}
        />
        <Tag text={provider.domesticChips ? copy.domestic : copy.foreign} tone="mute" />
      </View>
      <View className={styles.detail}>
        {provider.chips.join('、')} · {price} · {quality}
      </View>
    </Pressable>
  )
}

export default function ProvidersPage() {
  const { search, change, value, error, loading, reload, moreError, readMore } = useProviders()
  useSharing({ title: copy.title, path: addressOf('providers', {}) })
  return (
    <Page title={copy.title}>
      <View className={styles.detail}>{copy.intro}</View>
      <Card>
        <TextField label={copy.search} value={search.q} onChange={(q) => change({ q })} optional />
        <Segments
          label={copy.regions}
          options={copy.areas.map(([value, label]) => ({ value, label }))}
          chosen={search.region}
          onChoose={(region) => change({ region })}
        />
        <Segments
          label={copy.sort}
          options={(['name', 'price', 'quality'] as const).map((sort) => ({ value: sort, label: copy.sorts[sort] }))}
          chosen={search.sort}
          onChoose={(sort) => change({ sort })}
        />
        <Tick
          label={copy.registeredOnly}
          checked={search.registeredOnly}
          onChange={() => change({ registeredOnly: !search.registeredOnly })}
        />
        <Tick
          label={copy.domesticOnly}
          checked={search.domesticOnly}
          onChange={() => change({ domesticOnly: !search.domesticOnly })}
        />
      </Card>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {value === undefined && loading && <Loading />}
      {value?.notice !== undefined && value.notice !== null && <Notice tone="warn">{value.notice}</Notice>}
      {value !== undefined && value.providers.length === 0 && <Empty title={copy.none}>{copy.noneDetail}</Empty>}
      {value !== undefined && value.providers.length > 0 && (
        <Card flush>
          {value.providers.map((provider) => (
            <ProviderRow key={provider.id} provider={provider} />
          ))}
        </Card>
      )}
      {moreError !== undefined && <Problem error={moreError} />}
      {value?.cursor !== undefined && value.cursor !== null && (
        <Button kind="secondary" onPress={readMore}>
          {copy.more}
        </Button>
      )}
      {value?.asOf !== undefined && value.asOf !== null && (
        <View className={styles.detail}>{copy.asOf(instantWords(value.asOf))}</View>
      )}
    </Page>
  )
}
