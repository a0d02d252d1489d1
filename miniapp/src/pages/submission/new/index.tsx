import { formatDate } from '@suanhui/shared/date'
import { useRef, useState } from 'react'
import { beginSubmission, readRounds } from '../../../api/submissions'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { takePlace, useParam } from '../../../navigation'
import { randomKey } from '../../../random-key'
import { useLoaded } from '../../../use-loaded'
import { newCopy as copy, submissionCopy } from '../copy'

function Choices() {
  const companyId = useParam('company')
  const rounds = useLoaded(readRounds, '')
  const [failed, setFailed] = useState<unknown>()
  const key = useRef(randomKey())
  const begin = (body: Parameters<typeof beginSubmission>[1]) => {
    setFailed(undefined)
    beginSubmission(companyId, body, `${key.current}-${body.step}`).then(
      (detail) => takePlace('submission', { company: companyId, id: detail.id }),
      setFailed,
    )
  }
  const open = rounds.value?.rounds.filter((round) => round.open) ?? []
  const later = rounds.value?.rounds.filter((round) => !round.open) ?? []
  return (
    <>
      {failed !== undefined && <Problem error={failed} />}
      <Card flush>
        <Cell
          icon="document"
          title={copy.filing}
          detail={copy.filingDetail}
          onPress={() => begin({ step: 'filing' })}
        />
        {open.map((round) => (
          <Cell
            key={round.id}
            icon="folder"
            title={copy.application}
            detail={copy.applicationDetail(round.name, formatDate(round.closesOn))}
            onPress={() => begin({ step: 'application', roundId: round.id })}
          />
        ))}
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
