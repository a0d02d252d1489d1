import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import type { Measure, PolicyDocument } from '@suanhui/shared/rules'
import { View } from '@tarojs/components'
import { Button, buttonClass } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Tag } from '../../../components/tag'
import { addressOf, goTo, useParam } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { ShareButton, useSharing } from '../../../platform/share'
import { useCatalogue } from '../../../stores/catalogue'
import { libraryCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { validityTag } from '../validity-tag'
import { clausesOf, unplaced } from './clauses'

const period = ({ from, to }: PolicyDocument['inForce']): string => copy.period(formatDate(from), formatDate(to))

function Measures({
  document,
  measures,
}: {
  readonly document: PolicyDocument
  readonly measures: readonly Measure[]
}) {
  return (
    <>
      {measures.map((measure) => (
        <Cell
          key={measure.slug}
          title={measure.title}
          detail={measure.audience}
          onPress={() => goTo('measure', { id: `${document.id}/${measure.slug}` })}
        />
      ))}
    </>
  )
}

export default function DocumentPage() {
  const id = useParam('id')
  const document = useCatalogue().documents.find((one) => one.id === id)
  const today = shanghaiDay(new Date())
  const address = addressOf('document', { id })
  useSharing({ title: document?.title ?? copy.title, path: address })
  if (document === undefined) {
    return (
      <Page title={copy.documentTitle}>
        <Empty title={copy.gone}>
          <Button onPress={() => goTo('library')}>{copy.all}</Button>
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={copy.documentTitle}>
      <Card>
        <Heading level={2} className={styles.title}>
          {document.title}
        </Heading>
        <View className={styles.tags}>
          <Tag {...validityTag(document, today)} />
        </View>
        <View>{document.summary}</View>
        <View className={styles.quiet}>
          <View>{document.documentNo}</View>
          <View>{copy.issued(document.issuer, formatDate(document.issuedOn))}</View>
          <View>
            {copy.inForce}：{period(document.inForce)}
          </View>
          {document.serviceWindow !== undefined && (
            <View>
              {copy.serviceWindow}：{period(document.serviceWindow)}
            </View>
          )}
        </View>
      </Card>
      {clausesOf(document).map(({ clause, title, withoutMeasure, measures }) => (
        <Card key={clause} flush title={`${clause} ${title}`}>
          <Measures document={document} measures={measures} />
          {measures.length === 0 && (
            <View className={styles.without}>
              {withoutMeasure === undefined ? copy.elsewhere : `${copy.noMeasure}${withoutMeasure}`}
            </View>
          )}
        </Card>
      ))}
      {unplaced(document).length > 0 && (
        <Card flush title={copy.others}>
          <Measures document={document} measures={unplaced(document)} />
        </Card>
      )}
      <ShareButton path={address} className={buttonClass('plain')}>
        {copy.share}
      </ShareButton>
    </Page>
  )
}
