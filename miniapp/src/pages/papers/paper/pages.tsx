import type { PaperDetail } from '@suanhui/shared/api'
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { fetchFile } from '../../../api/files'
import { originalPath, type PaperRef } from '../../../api/papers'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fold } from '../../../components/fold'
import { Problem } from '../../../components/problem'
import { aria } from '../../../platform/aria'
import { openFile } from '../../../platform/download'
import { Adding } from '../adding'
import { paperCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { moved, without } from '../slots/slot-list'
import { usePicture } from '../use-picture'
import { sheetPicture } from './sheets'

interface PagesProps {
  readonly of: PaperRef
  readonly detail: PaperDetail
  readonly readOnly: boolean
  readonly onArrange: (fileIds: readonly string[]) => void
}

/** The pages of one file, one at a time. */
function Sheets({ of, detail, at }: Pick<PagesProps, 'of' | 'detail'> & { readonly at: number }) {
  const [sheet, setSheet] = useState(0)
  const wanted = sheetPicture(of, detail, at, sheet)
  const src = usePicture(wanted?.path, wanted?.name)
  const page = detail.pages[at]
  const count = page?.sheets.length ?? 0
  const label = count > 1 ? copy.sheetOf(sheet + 1, count) : copy.pageOf(at + 1, detail.pages.length)
  return (
    <>
      {page?.drawing === true && <View className={styles.quiet}>{copy.drawing}</View>}
      {src !== undefined && (
        <Image className={styles.whole ?? ''} src={src} mode="widthFix" {...aria({ role: 'img', label })} />
      )}
      {page?.redrawn === true && <View className={styles.quiet}>{copy.redrawn}</View>}
      {count > 1 && (
        <>
          <View className={styles.quiet}>{label}</View>
          <View className={styles.pair}>
            <Button kind="secondary" disabled={sheet === 0} onPress={() => setSheet(sheet - 1)}>
              {copy.before}
            </Button>
            <Button kind="secondary" disabled={sheet >= count - 1} onPress={() => setSheet(sheet + 1)}>
              {copy.next}
            </Button>
          </View>
        </>
      )}
    </>
  )
}

function PageOfPaper({ of, detail, readOnly, onArrange, at }: PagesProps & { readonly at: number }) {
  const [opening, setOpening] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const ids = detail.pages.map(({ fileId }) => fileId)
  const page = detail.pages[at]
  if (page === undefined) return null
  const open = async (): Promise<void> => {
    setOpening(true)
    setFailed(undefined)
    try {
      await openFile(await fetchFile(originalPath(of, at)), page.name)
    } catch (error) {
      setFailed(error)
    } finally {
      setOpening(false)
    }
  }
  return (
    <View className={styles.line}>
      <View className={styles.quiet}>
        {copy.pageOf(at + 1, ids.length)}，{page.name}
      </View>
      <Sheets of={of} detail={detail} at={at} />
      <View className={styles.pair}>
        <Button kind="plain" disabled={opening} onPress={() => void open()}>
          {opening ? copy.opening : copy.original}
        </Button>
        {!readOnly && at > 0 && (
          <Button kind="plain" onPress={() => onArrange(moved(ids, page.fileId, -1))}>
            {copy.up}
          </Button>
        )}
      </View>
      {!readOnly && ids.length > 1 && (
        <Button kind="plain" onPress={() => onArrange(without(ids, page.fileId))}>
          {copy.takeOut}
        </Button>
      )}
      {failed !== undefined && <Problem error={failed} />}
    </View>
  )
}

/** The files of a paper in their order; more of them, fewer of them. */
export function Pages(props: PagesProps) {
  const { of, detail, readOnly } = props
  const [adding, setAdding] = useState(false)
  const count = detail.pages.reduce((sum, { sheets }) => sum + Math.max(1, sheets.length), 0)
  const pages = detail.pages.map((page, at) => <PageOfPaper key={page.fileId} {...props} at={at} />)
  return (
    <Fold title={copy.originals(count)} detail={copy.originalsDetail(readOnly)}>
      <View className={styles.inside}>
        {pages}
        {!readOnly && !adding && (
          <Button kind="secondary" onPress={() => setAdding(true)}>
            {copy.addPage}
          </Button>
        )}
        {adding && (
          <Card>
            <Adding to={{ companyId: of.companyId, paperId: of.paperId }} quiet onAdded={() => setAdding(false)} />
          </Card>
        )}
      </View>
    </Fold>
  )
}
