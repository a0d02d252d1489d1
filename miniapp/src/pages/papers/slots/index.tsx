import type { PaperSummary, SubmissionDetail } from '@suanhui/shared/api'
import type { PaperSlot } from '@suanhui/shared/submission'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Place, ReviewNotice } from '../../../components/place'
import { MarksContext, type ReviewNote, useBroughtIntoSight } from '../../../components/place/marks'
import { Problem, ProblemInSight } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { Tag } from '../../../components/tag'
import { Tick } from '../../../components/tick'
import { goTo, useParam } from '../../../navigation'
import { Dialog } from '../../../platform/dialog'
import { Heading } from '../../../platform/heading'
import { useUploads } from '../../../stores/uploads'
import { instantWords } from '../../../words/instant'
import { Adding } from '../adding'
import { slotsCopy as copy, papersCopy } from '../copy'
import styles from '../index.module.scss'
import { PaperRow, paperTitle } from '../paper-row'
import { Uploading } from '../uploading'
import { moved, toggled, without } from './slot-list'
import { useSlots } from './use-slots'

interface SlotProps {
  readonly of: SubmissionRef
  readonly slot: PaperSlot
  readonly detail: SubmissionDetail
  readonly papers: readonly PaperSummary[]
  /** How the last change of the slots went. */
  readonly outcome: ReactNode
  readonly onPut: (ids: readonly string[]) => void
}

function SlotPaper({ of: { companyId }, slot, detail, papers, onPut, id }: SlotProps & { readonly id: string }) {
  const ids = detail.papers[slot.id] ?? []
  const paper = papers.find((one) => one.id === id)
  const wrong = paper !== undefined && paper.kind !== null && !slot.kinds.includes(paper.kind)
  return (
    <View className={styles.placed}>
      {paper === undefined ? (
        <View className={styles.bad}>{copy.gone}</View>
      ) : (
        <PaperRow
          companyId={companyId}
          paper={paper}
          {...(wrong && { problem: copy.wrongKind(paperTitle(paper)) })}
          onPress={() => goTo('paper', { company: companyId, id, field: '' })}
        />
      )}
      {detail.editable && (
        <View className={styles.pair}>
          {ids.length > 1 && ids[0] !== id && (
            <Button kind="plain" onPress={() => onPut(moved(ids, id, -1))}>
              {copy.up}
            </Button>
          )}
          <Button kind="plain" onPress={() => onPut(without(ids, id))}>
            {copy.takeOut}
          </Button>
        </View>
      )}
    </View>
  )
}

/** Papers that are there already, to be ticked; or new ones, which go into the slot by themselves when they arrive. */
function AddToSlot({
  of,
  slot,
  detail,
  papers,
  outcome,
  onPut,
  onClose,
}: SlotProps & { readonly onClose: () => void }) {
  const ids = detail.papers[slot.id] ?? []
  const fitting = papers.filter(({ kind, id }) => kind === null || slot.kinds.includes(kind) || ids.includes(id))
  const [only] = slot.kinds.length === 1 ? slot.kinds : []
  return (
    <Dialog label={slot.label} onClose={onClose}>
      <Heading level={2} className={styles.title ?? ''}>
        {slot.label}
      </Heading>
      <Adding
        to={{
          companyId: of.companyId,
          into: { submissionId: of.submissionId, slot: slot.id },
          ...(only !== undefined && { kind: only }),
        }}
        onAdded={onClose}
      />
      {fitting.length > 0 && (
        <>
          <Heading level={3} className={styles.title ?? ''}>
            {copy.choose}
          </Heading>
          {fitting.map((paper) => (
            <Tick
              key={paper.id}
              label={copy.paper(paperTitle(paper), papersCopy.added(instantWords(paper.createdAt), paper.pages.length))}
              checked={ids.includes(paper.id)}
              onChange={() => onPut(toggled(ids, paper.id))}
            />
          ))}
          {outcome}
        </>
      )}
      <Button kind="secondary" onPress={onClose}>
        {copy.close}
      </Button>
    </Dialog>
  )
}

function Slot(props: SlotProps) {
  const { slot, detail } = props
  const [adding, setAdding] = useState(false)
  const ids = detail.papers[slot.id] ?? []
  const coming = useUploads(props.of.companyId).filter(
    ({ into, done }) => !done && into?.submissionId === props.of.submissionId && into.slot === slot.id,
  ).length
  const state = ids.length > 0 ? copy.there(ids.length) : slot.least > 0 ? copy.need : copy.optional
  return (
    <Card title={slot.label}>
      <View>
        <Tag {...(coming > 0 && ids.length === 0 ? copy.coming(coming) : state)} />
      </View>
      {ids.length === 0 && slot.kinds.includes('stamped_form') && <View>{copy.printFirst}</View>}
      {ids.map((id) => (
        <Place key={id} name={id}>
          <SlotPaper {...props} id={id} />
        </Place>
      ))}
      {detail.editable && ids.length < slot.most && (
        <Button kind="secondary" onPress={() => setAdding(true)}>
          {copy.add}
        </Button>
      )}
      <View className={styles.quiet}>{copy.cite(slot.cite)}</View>
      {adding && <AddToSlot {...props} onClose={() => setAdding(false)} />}
    </Card>
  )
}

/** What reviewers wrote of papers that are still there, by paper; and of those that have been taken out already. */
function reviewNotes({ standing, papers }: SubmissionDetail) {
  const placed = new Set(Object.values(papers).flat())
  const notes = new Map<string, ReviewNote[]>()
  const others: ReviewNote[] = []
  for (const { paper, resolved, ...item } of standing.items) {
    if (resolved || paper === undefined) continue
    if (placed.has(paper)) notes.set(paper, [...(notes.get(paper) ?? []), item])
    else others.push(item)
  }
  return { notes, others }
}

function Slots({ of }: { readonly of: SubmissionRef }) {
  const { value, error, reload, saved, failed, put } = useSlots(of)
  const here = useParam('paper')
  useBroughtIntoSight(here, value !== undefined)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const { detail, slots, papers } = value
  const { notes, others } = reviewNotes(detail)
  const outcome = (
    <>
      {saved === 'saving' && <Notice live>{copy.saving}</Notice>}
      {saved === 'changed elsewhere' && (
        <Notice tone="warn" live>
          {copy.conflict}
        </Notice>
      )}
      {saved === 'saved' && (
        <Notice tone="good" live>
          {copy.saved}
        </Notice>
      )}
    </>
  )
  return (
    <MarksContext.Provider value={{ here, notes }}>
      {!detail.editable && <Notice>{copy.readOnly}</Notice>}
      {outcome}
      {failed !== undefined && <ProblemInSight error={failed} />}
      {others.map(({ id, note, dueOn }) => (
        <ReviewNotice key={id} asked={copy.askedOfGone} note={note} dueOn={dueOn} />
      ))}
      <Uploading companyId={of.companyId} onArrived={reload} />
      {slots.map((slot) => (
        <Slot
          key={slot.id}
          of={of}
          slot={slot}
          detail={detail}
          papers={papers}
          outcome={
            <>
              {outcome}
              {failed !== undefined && <Problem error={failed} />}
            </>
          }
          onPut={(ids) => void put(slot.id, ids)}
        />
      ))}
    </MarksContext.Provider>
  )
}

export default function SlotsPage() {
  const of = { companyId: useParam('company'), submissionId: useParam('id') }
  return (
    <Page title={copy.title}>
      <SignedIn why={copy.why}>
        <Slots of={of} />
      </SignedIn>
    </Page>
  )
}
