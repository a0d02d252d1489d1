import type { PaperSummary } from '@suanhui/shared/api'
import { paperNames } from '@suanhui/shared/papers'
import { Image, View } from '@tarojs/components'
import { imagePath } from '../../api/image-path'
import { Icon } from '../../components/icon'
import { Tag } from '../../components/tag'
import { aria } from '../../platform/aria'
import { Pressable } from '../../platform/pressable'
import { instantWords } from '../../words/instant'
import { papersCopy as copy, statusNames } from './copy'
import styles from './paper-row.module.scss'
import { usePicture } from './use-picture'

interface PaperRowProps {
  readonly companyId: string
  readonly paper: PaperSummary
  readonly onPress: () => void
  /** What is wrong with it where it stands. */
  readonly problem?: string
}

export const paperTitle = ({ kind }: Pick<PaperSummary, 'kind'>): string =>
  kind === null ? copy.unknownKind : paperNames[kind]

/** The first page in small, and what is to be said of the paper. */
export function PaperRow({ companyId, paper, onPress, problem = paper.problem }: PaperRowProps) {
  const first = paper.pages[0]
  const src = usePicture(
    first?.viewable === true ? imagePath({ companyId, paperId: paper.id }, 0, 'thumb') : undefined,
    first?.fileId,
  )
  return (
    <Pressable className={styles.row ?? ''} role="link" onPress={onPress}>
      <View className={styles.thumb}>
        {src === undefined ? (
          <Icon name="document" className={styles.icon ?? ''} />
        ) : (
          <Image className={styles.picture ?? ''} src={src} mode="aspectFill" {...aria({ hidden: true })} />
        )}
      </View>
      <View className={styles.words}>
        <View className={styles.title}>{paperTitle(paper)}</View>
        <View className={styles.quiet}>{copy.added(instantWords(paper.createdAt), paper.pages.length)}</View>
        <View>
          <Tag {...statusNames[paper.status]} />
        </View>
        {problem !== undefined && <View className={styles.bad}>{problem}</View>}
        {paper.inUse && <View className={styles.quiet}>{copy.inUse}</View>}
      </View>
      <Icon name="chevron" small className={styles.chevron ?? ''} />
    </Pressable>
  )
}
