import { type IsoDate, shanghaiDay } from '@suanhui/shared/date'
import type { PolicyDocument } from '@suanhui/shared/rules'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { addressOf, goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { Pressable } from '../../../platform/pressable'
import { useSharing } from '../../../platform/share'
import { useCatalogue } from '../../../stores/catalogue'
import { validityOf } from '../../../words/deadline'
import { libraryCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { validityTag } from '../validity-tag'

function DocumentCard({ document, today }: { readonly document: PolicyDocument; readonly today: IsoDate }) {
  const areas = useCatalogue().areas
  return (
    <Card>
      <Pressable className={styles.open} role="link" onPress={() => goTo('document', { id: document.id })}>
        <Heading level={3} className={styles.name}>
          {document.title}
        </Heading>
      </Pressable>
      <View className={styles.tags}>
        <Tag {...validityTag(document, today)} />
      </View>
      <View className={styles.quiet}>
        {document.documentNo} · {areas[document.region] ?? ''}· {copy.measures(document.measures.length)}
      </View>
      <View>{document.summary}</View>
    </Card>
  )
}

export default function DocumentsPage() {
  const { documents } = useCatalogue()
  const today = shanghaiDay(new Date())
  useSharing({ title: copy.title, path: addressOf('library', {}) })
  const ended = (document: PolicyDocument) => document.listing === 'history' || validityOf(document, today) === 'ended'
  const parts = [
    { title: copy.open, list: documents.filter((document) => !ended(document)) },
    { title: copy.history, list: documents.filter(ended) },
  ]
  return (
    <Page title={copy.title}>
      <View className={styles.quiet}>{copy.intro}</View>
      {parts.map(({ title, list }) =>
        list.length === 0 ? null : (
          <View key={title} className={styles.part}>
            <Heading level={2} className={styles['part-title']}>
              {copy.several(title, list.length)}
            </Heading>
            {list.map((document) => (
              <DocumentCard key={document.id} document={document} today={today} />
            ))}
          </View>
        ),
      )}
    </Page>
  )
}
