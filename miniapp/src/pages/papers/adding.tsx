import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { chooseFiles, takePictures } from '../../platform/camera'
import { Dialog } from '../../platform/dialog'
import { Heading } from '../../platform/heading'
import type { PickedFile } from '../../platform/picked-file'
import { privacyDeclined } from '../../platform/privacy'
import { type AddedTo, addUploads } from '../../stores/uploads'
import { privacySheetWords } from '../../words/wechat'
import { addingCopy as copy, papersCopy } from './copy'
import styles from './index.module.scss'
import { tooSmall } from './too-small'

type Way = 'camera' | 'album' | 'file'

const choose = (way: Way): Promise<readonly PickedFile[]> => (way === 'file' ? chooseFiles() : takePictures(way))

const isPicture = ({ width, name }: PickedFile): boolean => width !== undefined || /\.(jpe?g|png|webp)$/i.test(name)

interface Chosen {
  readonly way: Way
  readonly files: readonly PickedFile[]
  /** What the person has been asked and has answered. */
  readonly anyway: boolean
}

interface AddingProps {
  readonly to: AddedTo
  /** How the first button stands among those of the page. */
  readonly quiet?: boolean
  readonly onAdded?: () => void
}

/** Camera, album and files; what is too small to be read is said before it is sent. */
export function Adding({ to, quiet = false, onAdded }: AddingProps) {
  const [chosen, setChosen] = useState<Chosen>()
  const [problem, setProblem] = useState<string>()
  const [keeping, setKeeping] = useState(false)

  const add = async (files: readonly PickedFile[], together: boolean): Promise<void> => {
    setChosen(undefined)
    setKeeping(true)
    try {
      await addUploads(files, { ...to, together })
      onAdded?.()
    } catch {
      setProblem(copy.notKept)
    } finally {
      setKeeping(false)
    }
  }
  const ask = (next: Chosen): void => {
    const { files, anyway } = next
    if (files.length === 0) setChosen(undefined)
    else if (!anyway && tooSmall(files).length > 0) setChosen(next)
    else if (files.length > 1 && files.every(isPicture) && to.paperId === undefined)
      setChosen({ ...next, anyway: true })
    else void add(files, false)
  }
  const pick = async (way: Way): Promise<void> => {
    setProblem(undefined)
    try {
      ask({ way, files: await choose(way), anyway: false })
    } catch (error) {
      setProblem(privacyDeclined(error) ? privacySheetWords.declined : copy.notChosen)
    }
  }
  return (
    <>
      <Button kind={quiet ? 'secondary' : 'primary'} disabled={keeping} onPress={() => void pick('camera')}>
        {keeping ? copy.keeping : papersCopy.camera}
      </Button>
      <View className={styles.pair}>
        <Button kind="secondary" disabled={keeping} onPress={() => void pick('album')}>
          {papersCopy.album}
        </Button>
        <Button kind="secondary" disabled={keeping} onPress={() => void pick('file')}>
          {papersCopy.file}
        </Button>
      </View>
      {problem !== undefined && (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      )}
      {chosen !== undefined && !chosen.anyway && (
        <Dialog label={copy.smallTitle} onClose={() => setChosen(undefined)}>
          <Heading level={2} className={styles.title ?? ''}>
            {copy.smallTitle}
          </Heading>
          <View>{copy.small(tooSmall(chosen.files), chosen.files.length)}</View>
          <Button onPress={() => void pick(chosen.way)}>{copy.again}</Button>
          <Button kind="secondary" onPress={() => ask({ ...chosen, anyway: true })}>
            {copy.useAnyway}
          </Button>
        </Dialog>
      )}
      {chosen?.anyway && (
        <Dialog label={copy.togetherTitle(chosen.files.length)} onClose={() => setChosen(undefined)}>
          <Heading level={2} className={styles.title ?? ''}>
            {copy.togetherTitle(chosen.files.length)}
          </Heading>
          <Button onPress={() => void add(chosen.files, true)}>{copy.together}</Button>
          <Button kind="secondary" onPress={() => void add(chosen.files, false)}>
            {copy.apart}
          </Button>
          <Button kind="plain" onPress={() => setChosen(undefined)}>
            {copy.cancel}
          </Button>
        </Dialog>
      )}
    </>
  )
}
