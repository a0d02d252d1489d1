import type { SubmissionDetail } from '@suanhui/shared/api'
import { type FormId, type FormValues, forms, unprintableIn, unprintableWords } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { pathOf } from '../../api/address'
import { fetchFile } from '../../api/files'
import type { SubmissionRef } from '../../api/submissions'
import { Cell } from '../../components/cell'
import { Fold } from '../../components/fold'
import { Notice } from '../../components/notice'
import { Problem } from '../../components/problem'
import { openFile } from '../../platform/download'
import { submissionCopy as copy, formNames } from './copy'
import styles from './form-files.module.scss'

interface FormFile {
  readonly file: string
  readonly label: string
  /** What it is called when it is saved. */
  readonly name: string
}

const pdf = (form: 'demand' | 'filing' | 'application' | 'report'): FormFile => ({
  file: `${form}.pdf`,
  label: formNames[form],
  name: `${formNames[form]}.pdf`,
})

const FILES: Readonly<Record<SubmissionDetail['step'], readonly FormFile[]>> = {
  claim: [],
  redemption: [],
  filing: [pdf('filing')],
  application: [
    { file: 'all.pdf', label: copy.allForms, name: copy.allFormsName },
    pdf('demand'),
    pdf('application'),
    pdf('report'),
    { file: 'report.docx', label: copy.editable(formNames.report), name: `${formNames.report}.docx` },
  ],
}

const FILE_PATH = '/v1/companies/{companyId}/submissions/{submissionId}/forms/{file}'

/** What the printed forms cannot show, field by field. */
const unprintableOf = (detail: SubmissionDetail): readonly string[] =>
  (Object.entries(detail.forms) as [FormId, FormValues][]).flatMap(([id, values]) =>
    unprintableIn(forms[id], values).map(
      ({ field, characters }) => `${field.group ?? ''}${field.label}：${unprintableWords(characters)}`,
    ),
  )

/** The filled forms, to be printed, stamped and put back among the papers. */
export function FormFiles({ detail, of }: { readonly detail: SubmissionDetail; readonly of: SubmissionRef }) {
  const [opening, setOpening] = useState<string>()
  const [failed, setFailed] = useState<unknown>()
  const open = async ({ file, name }: FormFile): Promise<void> => {
    setOpening(file)
    setFailed(undefined)
    try {
      await openFile(await fetchFile(pathOf(FILE_PATH, { ...of, file })), name)
    } catch (error) {
      setFailed(error)
    } finally {
      setOpening(undefined)
    }
  }
  return (
    <Fold title={copy.files} detail={copy.filesDetail}>
      {[...new Set(unprintableOf(detail))].map((words) => (
        <View key={words} className={styles.inset}>
          <Notice tone="warn">{words}</Notice>
        </View>
      ))}
      {FILES[detail.step].map((one) => (
        <Cell
          key={one.file}
          acts
          icon="document"
          title={one.label}
          detail={opening === one.file ? copy.downloading : undefined}
          onPress={() => void open(one)}
        />
      ))}
      {failed !== undefined && (
        <View className={styles.inset}>
          <Problem error={failed} />
        </View>
      )}
    </Fold>
  )
}
