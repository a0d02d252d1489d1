import { formatDate } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Fold } from '../../../components/fold'
import { goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { shortfallWords } from '../../../words/shortfall'
import { resultsCopy as copy } from '../copy'
import type { Matched } from '../use-match'
import { type EndingDocument, firstReason, type Groups, type NearResult, type Result } from './groups'
import styles from './index.module.scss'
import { ResultCard } from './result-card'

interface GroupProps {
  readonly matched: Matched
  readonly results: readonly Result[]
}

interface AskingProps {
  readonly matched: Matched
  /** Asks one question over the page: in a card it would move away while one types. */
  readonly onAsk: (fact: string) => void
}

function Title({ text, count, detail }: { readonly text: string; readonly count: number; readonly detail?: string }) {
  return (
    <View className={styles.group}>
      <Heading level={2} className={styles['group-title']}>
        {copy.group(text, count)}
      </Heading>
      {detail !== undefined && <View className={styles.quiet}>{detail}</View>}
    </View>
  )
}

export function EligibleGroup({ matched, results }: GroupProps) {
  if (results.length === 0) return null
  return (
    <>
      <Title text={copy.groups.eligible} count={results.length} />
      {results.map((result) => (
        <ResultCard key={result.id} result={result} matched={matched} />
      ))}
    </>
  )
}

/** The facts that are missing, each a row that asks it. Three at first: more frightens. */
function MissingFacts({ matched, result, onAsk }: AskingProps & { readonly result: Result }) {
  const [all, setAll] = useState(false)
  const { missing } = result.decision
  const shown = all ? missing : missing.slice(0, 3)
  const rest = missing.length - shown.length
  return (
    <View className={styles.missing}>
      <View className={styles.quiet}>{copy.missing(missing.length)}</View>
      {shown.map((fact) => (
        <Cell
          key={fact}
          icon="edit"
          acts
          title={matched.catalogue.facts[fact]?.label ?? fact}
          detail={matched.facts[fact] === null ? copy.saidUnknown : undefined}
          onPress={() => onAsk(fact)}
        />
      ))}
      {rest > 0 && <Cell title={copy.furtherFacts(rest)} expanded={false} onPress={() => setAll(true)} />}
    </View>
  )
}

/** Open measures that are shown without asking for more: the nearest to a verdict. */
export const OPEN_AT_FIRST = 5

interface OpenGroupProps extends GroupProps, AskingProps {
  /** So many cards are drawn by now. */
  readonly drawn: number
}

export function UndeterminedGroup({ matched, results, onAsk, drawn }: OpenGroupProps) {
  const [all, setAll] = useState(false)
  if (results.length === 0) return null
  const shown = all ? results : results.slice(0, Math.min(OPEN_AT_FIRST, drawn))
  return (
    <>
      <Title text={copy.groups.undetermined} count={results.length} detail={copy.details.undetermined} />
      {shown.map((result) => (
        <ResultCard key={result.id} result={result} matched={matched}>
          <MissingFacts matched={matched} result={result} onAsk={onAsk} />
        </ResultCard>
      ))}
      {drawn >= OPEN_AT_FIRST && shown.length < results.length && (
        <Card flush>
          <Cell title={copy.rest(results.length - shown.length)} expanded={false} onPress={() => setAll(true)} />
        </Card>
      )}
    </>
  )
}

export function NearGroup({
  matched,
  results,
}: {
  readonly matched: Matched
  readonly results: readonly NearResult[]
}) {
  if (results.length === 0) return null
  return (
    <>
      <Title text={copy.groups.near} count={results.length} detail={copy.details.near} />
      {results.map((result) => (
        <ResultCard key={result.id} result={result} matched={matched} tag={{ text: copy.groups.near, tone: 'warn' }}>
          {result.shortfalls.map((shortfall) => (
            <View key={shortfall.fact} className={styles.gap}>
              {matched.catalogue.facts[shortfall.fact]?.label}：{shortfallWords(shortfall, matched.catalogue.facts)}
            </View>
          ))}
          {result.unknown > 0 && <View className={styles.quiet}>{copy.unknown(result.unknown)}</View>}
        </ResultCard>
      ))}
    </>
  )
}

export function OpeningGroup({
  matched,
  notYet,
  ending,
}: {
  readonly matched: Matched
  readonly notYet: readonly Result[]
  readonly ending: readonly EndingDocument[]
}) {
  if (notYet.length + ending.length === 0) return null
  return (
    <>
      <View className={styles.group}>
        <Heading level={2} className={styles['group-title']}>
          {copy.groups.opening}
        </Heading>
      </View>
      {ending.length > 0 && (
        <Card flush>
          {ending.map(({ document, days, eligible, undetermined }) => (
            <Cell
              key={document.id}
              icon="clock"
              title={document.title}
              detail={copy.ends(formatDate(document.inForce.to), days, eligible, undetermined)}
              onPress={() => goTo('document', { id: document.id })}
            />
          ))}
        </Card>
      )}
      {notYet.map((result) => (
        <ResultCard key={result.id} result={result} matched={matched}>
          <View className={styles.gap}>{copy.begins(formatDate(result.document.inForce.from))}</View>
        </ResultCard>
      ))}
    </>
  )
}

export function ClosedGroups({ groups }: { readonly groups: Groups }) {
  const row = (result: Result, detail: string) => (
    <Cell
      key={result.id}
      title={result.measure.title}
      detail={detail}
      onPress={() => goTo('measure', { id: result.id })}
    />
  )
  return (
    <>
      {groups.ineligible.length > 0 && (
        <Fold title={copy.group(copy.groups.ineligible, groups.ineligible.length)} detail={copy.details.ineligible}>
          {groups.ineligible.map((result) => row(result, firstReason(result)))}
        </Fold>
      )}
      {groups.expired.length > 0 && (
        <Fold title={copy.group(copy.groups.expired, groups.expired.length)} detail={copy.details.expired}>
          {groups.expired.map((result) =>
            row(result, copy.ended(result.document.documentNo, formatDate(result.document.inForce.to))),
          )}
        </Fold>
      )}
    </>
  )
}
