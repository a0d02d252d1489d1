import { parentPort, workerData } from 'node:worker_threads'
import { numberingOf, PlaneIndex } from '@suanhui/shared/rules'
import type { MeasureCount, Range } from './country'

const bitsIn = (word: number): number => {
  let rest = word - ((word >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

const countBits = (plane: Int32Array): number => plane.reduce((sum, word) => sum + bitsIn(word), 0)

/** One thread's share of a country: its rows against every measure. */
function countRows({ catalogue, columns, from, to }: Range): readonly MeasureCount[] {
  const own = columns.map((column) => column.subarray(from, to))
  const index = new PlaneIndex(catalogue.facts, numberingOf(catalogue.facts), own, to - from)
  return catalogue.documents.flatMap((document) => {
    const planes = index.decide(document.measures)
    return document.measures.map((measure, at): MeasureCount => {
      const failed = countBits(planes[at]?.fail ?? new Int32Array(0))
      const undetermined = countBits(planes[at]?.open ?? new Int32Array(0))
      return { measureId: `${document.id}/${measure.slug}`, eligible: to - from - failed - undetermined, undetermined }
    })
  })
}

parentPort?.postMessage(countRows(workerData as Range))
