import type { PaperDetail } from '@suanhui/shared/api'
import type { Finding } from '@suanhui/shared/papers'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { arrangePages, changeKind, confirmFields, deletePaper, type PaperRef } from '../../../api/papers'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fold } from '../../../components/fold'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Place } from '../../../components/place'
import { MarksContext, useBroughtIntoSight } from '../../../components/place/marks'
import { Problem, ProblemInSight } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goBack, goTo, useParam } from '../../../navigation'
import { paperCopy as copy, papersCopy } from '../copy'
import styles from '../index.module.scss'
import { Uploading } from '../uploading'
import { isBeingRead } from '../use-papers'
import { usePictures } from '../use-picture'
import { cropOf } from './crop'
import { FieldCard } from './field-card'
import { fieldsOf, paperOf, type SeenField } from './fields'
import { findingsOf } from './findings'
import { Kind } from './kind'
import { Lines } from './lines'
import { Pages } from './pages'
import { Quality } from './quality'
import { readPictures } from './sheets'
import { usePaper } from './use-paper'

/** Pictures of the pages on which something was read, by page of the reading. */
function useReadPictures(of: PaperRef, detail: PaperDetail | undefined): (page: number) => string | undefined {
  const all = detail === undefined ? [] : readPictures(of, detail)
  const read = new Set(Object.values(detail?.reading?.fields ?? {}).map(({ place }) => place?.page))
  const pictures = usePictures(all.flatMap((one, page) => (one !== undefined && read.has(page) ? [one] : [])))
  return (page) => pictures.get(all[page]?.name ?? '')
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <Card title={copy.findings}>
      {findings.map(({ id, severity, message, remedy }) => (
        <View key={id} className={styles.upload}>
          <Notice tone={severity === 'error' ? 'bad' : 'warn'}>{message}</Notice>
          <View>{remedy}</View>
        </View>
      ))}
    </Card>
  )
}

function Delete({ of }: { readonly of: PaperRef }) {
  const [sure, setSure] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  return (
    <>
      {failed !== undefined && <Problem error={failed} />}
      <Button kind="plain" onPress={() => (sure ? void deletePaper(of).then(goBack, setFailed) : setSure(true))}>
        {sure ? copy.deleteSure : copy.delete}
      </Button>
    </>
  )
}

function Head({
  detail,
  of,
  toLook,
}: {
  readonly detail: PaperDetail
  readonly of: PaperRef
  readonly toLook: number
}) {
  if (isBeingRead(detail)) return <Notice live>{copy.reading}</Notice>
  return (
    <>
      {detail.problem !== undefined && (
        <Notice tone="bad" live>
          {detail.problem}
        </Notice>
      )}
      {detail.duplicateOf !== undefined && (
        <>
          <Notice tone="warn">{copy.duplicate}</Notice>
          <Button
            kind="secondary"
            onPress={() => goTo('paper', { company: of.companyId, id: detail.duplicateOf ?? '', field: '' })}
          >
            {copy.toOther}
          </Button>
        </>
      )}
      {detail.kind !== null && (
        <Notice tone={toLook === 0 ? 'good' : 'warn'} live>
          {copy.toLook(toLook)}
        </Notice>
      )}
      {detail.inUse && <Notice>{copy.inUse}</Notice>}
    </>
  )
}

function PaperBody({ of }: { readonly of: PaperRef }) {
  const { value: detail, error, reload, company, busy, failed, change } = usePaper(of)
  const pictureAt = useReadPictures(of, detail)
  const here = useParam('field')
  useBroughtIntoSight(here, detail !== undefined)
  if (detail === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const paper = paperOf(detail)
  const fields = paper === undefined ? [] : fieldsOf(paper, detail)
  const findings = paper === undefined || company === undefined ? [] : findingsOf(paper, company, new Date())
  const readOnly = detail.inUse
  const looks = (field: SeenField): boolean => field.toLook || findings.some((one) => one.field === field.name)
  const toLook = fields.filter(looks)
  const others = fields.filter((field) => !looks(field))
  const suggested = toLook.filter(({ state, value }) => state === 'suggested' && value !== undefined)
  const confirm = (given: Readonly<Record<string, NonNullable<SeenField['value']> | null>>): Promise<boolean> =>
    change(() => confirmFields(of, { fields: given }))

  const pictureOf = ({ place }: SeenField) => {
    const page = place && detail.reading?.pages[place.page]
    const src = place && pictureAt(place.page)
    const crop = place && page && cropOf(place, page)
    return src === undefined || crop === undefined ? undefined : { src, crop }
  }
  const card = (field: SeenField) => (
    <Place key={field.name} name={field.name}>
      <FieldCard
        field={field}
        draftKey={`draft:paper:${detail.id}:${field.name}`}
        picture={pictureOf(field)}
        findings={findings
          .filter((one) => one.field === field.name)
          .map(({ message, remedy }) => `${message}${remedy}`)}
        readOnly={readOnly}
        busy={busy}
        onConfirm={(value) => confirm({ [field.name]: value })}
      />
    </Place>
  )
  return (
    <MarksContext.Provider value={{ here, notes: new Map() }}>
      <Head detail={detail} of={of} toLook={toLook.length} />
      <Uploading companyId={of.companyId} onArrived={reload} />
      <Quality key={detail.pages.map(({ fileId }) => fileId).join()} of={of} detail={detail} readOnly={readOnly} />
      {detail.kind === null && <Kind detail={detail} onChoose={(kind) => void change(() => changeKind(of, kind))} />}
      {failed !== undefined && <ProblemInSight error={failed} />}
      {detail.kind === 'contract' && toLook.length === 0 && !isBeingRead(detail) && (
        <Button
          kind={readOnly ? 'secondary' : 'primary'}
          onPress={() => goTo('newSubmission', { company: of.companyId, paper: of.paperId })}
        >
          {copy.useContract}
        </Button>
      )}
      {toLook.map(card)}
      {!readOnly && suggested.length > 1 && (
        <Button
          disabled={busy}
          onPress={() => void confirm(Object.fromEntries(suggested.map(({ name, value }) => [name, value ?? null])))}
        >
          {copy.allRight}
        </Button>
      )}
      <Findings findings={findings.filter(({ field }) => field === undefined)} />
      {paper !== undefined && (
        <Lines
          paper={paper}
          readOnly={readOnly}
          onChange={(lines) => void change(() => confirmFields(of, { fields: {}, lines: [...lines] }))}
        />
      )}
      {others.length > 0 && (
        <Fold
          title={copy.others(others.length)}
          detail={copy.othersDetail(readOnly)}
          opened={others.some(({ name }) => name === here)}
        >
          <View className={styles.inside}>{others.map(card)}</View>
        </Fold>
      )}
      <Pages
        of={of}
        detail={detail}
        readOnly={readOnly}
        onArrange={(fileIds) => void change(() => arrangePages(of, fileIds))}
      />
      {detail.kind !== null && !readOnly && (
        <Kind detail={detail} onChoose={(kind) => void change(() => changeKind(of, kind))} />
      )}
      {!readOnly && <Delete of={of} />}
    </MarksContext.Provider>
  )
}

export default function PaperPage() {
  const of = { companyId: useParam('company'), paperId: useParam('id') }
  return (
    <Page title={copy.title}>
      <SignedIn why={papersCopy.why}>
        <PaperBody of={of} />
      </SignedIn>
    </Page>
  )
}
