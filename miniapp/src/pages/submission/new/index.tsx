import type { SubmissionDetail } from '@suanhui/shared/api'
import { formatDate } from '@suanhui/shared/date'
import { useRef, useState } from 'react'
import { readPaper } from '../../../api/papers'
import { ApiError } from '../../../api/send'
import { beginSubmission, readRounds } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { takePlace, useParam } from '../../../navigation'
import { randomKey } from '../../../random-key'
import { useCompanies } from '../../../stores/companies'
import { useLoaded } from '../../../use-loaded'
import { newCopy as copy, submissionCopy } from '../copy'

/** Why nothing new begins, and the way to the one that is there. */
function Refused({ companyId, error }: { readonly companyId: string; readonly error: unknown }) {
  const there = error instanceof ApiError && error.code === 'CONFLICT' ? error.fields[0]?.field : undefined
  return (
    <>
      <Problem error={error} />
      {there !== undefined && (
        <Button onPress={() => takePlace('submission', { company: companyId, id: there })}>{copy.toThatOne}</Button>
      )}
    </>
  )
}

/** What the contract in hand is called; nothing while it is not read. */
function useContract(companyId: string, paperId: string): string | undefined {
  const { value } = useLoaded(
    async () => (paperId === '' ? undefined : await readPaper({ companyId, paperId })),
    `${companyId} ${paperId}`,
  )
  const title = value?.confirmed.fields.title ?? value?.reading?.fields.title?.value
  return typeof title === 'string' ? title : undefined
}

/** 山西省: there the voucher comes first. */
const SHANXI = '14'

function Choices() {
  const companyId = useParam('company')
  const paperId = useParam('paper')
  const contract = useContract(companyId, paperId)
  const withPaper = paperId === '' ? {} : { paperId }
  const rounds = useLoaded(readRounds, '')
  const [failed, setFailed] = useState<unknown>()
  const [begun, setBegun] = useState<SubmissionDetail['step']>()
  const key = useRef(randomKey())
  const begin = (body: Parameters<typeof beginSubmission>[1]) => {
    // A second press, on a slow network, would begin something else beside it.
    if (begun !== undefined) return
    setFailed(undefined)
    setBegun(body.step)
    beginSubmission(companyId, body, `${key.current}-${body.step}`)
      .then((detail) => takePlace('submission', { company: companyId, id: detail.id }), setFailed)
      .finally(() => setBegun(undefined))
  }
  const detailOf = (step: SubmissionDetail['step'], words: string): string => (begun === step ? copy.beginning : words)
  const { companies } = useCompanies()
  const shanxi = companies?.find(({ id }) => id === companyId)?.region?.startsWith(SHANXI) === true
  const claim = (
    <Cell
      icon="folder"
      title={copy.claim}
      detail={detailOf('claim', copy.claimDetail)}
      onPress={() => begin({ step: 'claim', ...withPaper })}
    />
  )
  const open = rounds.value?.rounds.filter((round) => round.open) ?? []
  const later = rounds.value?.rounds.filter((round) => !round.open) ?? []
  return (
    <>
      {failed !== undefined && <Refused companyId={companyId} error={failed} />}
      {paperId !== '' && <Notice>{copy.withContract(contract)}</Notice>}
      <Card flush>
        {shanxi && claim}
        <Cell
          icon="document"
          title={paperId === '' ? copy.filing : copy.fileThis}
          detail={detailOf('filing', copy.filingDetail)}
          onPress={() => begin({ step: 'filing', ...withPaper })}
        />
        {open.map((round) => (
          <Cell
            key={round.id}
            icon="folder"
            title={copy.application}
            detail={detailOf('application', copy.applicationDetail(round.name, formatDate(round.closesOn)))}
            onPress={() => begin({ step: 'application', roundId: round.id, ...withPaper })}
          />
        ))}
        {!shanxi && claim}
      </Card>
      {rounds.loading && rounds.value === undefined && <Loading rows={1} />}
      {rounds.error !== undefined && <Problem error={rounds.error} onRetry={rounds.reload} />}
      {rounds.value?.notice !== undefined && rounds.value.notice !== null && (
        <Notice tone="warn">{rounds.value.notice}</Notice>
      )}
      {rounds.value !== undefined && open.length === 0 && <Notice>{copy.closed}</Notice>}
      {later.map((round) => (
        <Notice key={round.id}>{copy.opens(round.name, formatDate(round.opensOn))}</Notice>
      ))}
    </>
  )
}

export default function NewPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={submissionCopy.why}>
        <Choices />
      </SignedIn>
    </Page>
  )
}
