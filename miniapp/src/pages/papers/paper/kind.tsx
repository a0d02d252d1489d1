import type { PaperDetail } from '@suanhui/shared/api'
import { type PaperKind, paperNames } from '@suanhui/shared/papers'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Fold } from '../../../components/fold'
import { paperCopy as copy } from '../copy'

interface KindProps {
  readonly detail: PaperDetail
  readonly onChoose: (kind: PaperKind) => void
}

const KINDS = Object.keys(paperNames) as PaperKind[]

/** Which kind of paper it is: asked where nobody knows, to be changed where it was taken for another. */
export function Kind({ detail, onChoose }: KindProps) {
  const choices = KINDS.filter((kind) => kind !== detail.kind).map((kind) => (
    <Cell key={kind} acts title={paperNames[kind]} onPress={() => onChoose(kind)} />
  ))
  if (detail.kind === null)
    return (
      <Card flush title={copy.kindTitle}>
        {choices}
      </Card>
    )
  return (
    <Fold title={copy.kind(paperNames[detail.kind])} detail={copy.kindChange}>
      {choices}
    </Fold>
  )
}
