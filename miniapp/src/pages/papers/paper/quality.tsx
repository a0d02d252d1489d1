import type { PaperDetail } from '@suanhui/shared/api'
import { qualityAdvice } from '@suanhui/shared/papers'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PaperRef } from '../../../api/papers'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { readStored, writeStored } from '../../../stores/storage'
import { Adding } from '../adding'
import { paperCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { type BadPage, badPagesOf } from './findings'

const words = ({ page, problems }: BadPage, count: number): string =>
  copy.quality(copy.page(page + 1, count), problems.map((one) => qualityAdvice[one]).join('、'))

interface QualityProps {
  readonly of: PaperRef
  readonly detail: PaperDetail
  readonly readOnly: boolean
}

/** Pictures that cannot be read well: taken again in the place of the old ones, or used as they are. */
export function Quality({ of, detail, readOnly }: QualityProps) {
  const key = `draft:anyway:${detail.pages.map(({ fileId }) => fileId).join()}`
  const [anyway, setAnyway] = useState(() => readStored(key) === true)
  const [again, setAgain] = useState<string>()
  const bad = badPagesOf(detail)
  if (bad.length === 0 || anyway || readOnly) return null
  return (
    <Card>
      {bad.map((page) => (
        <View key={page.page} className={styles.upload}>
          <Notice tone="warn">{words(page, detail.pages.length)}</Notice>
          {page.fileId !== undefined && again === page.fileId && (
            <Adding
              to={{ companyId: of.companyId, paperId: of.paperId, insteadOf: page.fileId }}
              quiet
              onAdded={() => setAgain(undefined)}
            />
          )}
          {page.fileId !== undefined && again !== page.fileId && (
            <Button kind="secondary" onPress={() => setAgain(page.fileId)}>
              {copy.again}
            </Button>
          )}
        </View>
      ))}
      <Button
        kind="plain"
        onPress={() => {
          writeStored(key, true)
          setAnyway(true)
        }}
      >
        {copy.useAnyway}
      </Button>
    </Card>
  )
}
