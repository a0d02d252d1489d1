import { isPlainConvolution } from './affine'
import { outputOf } from './convolutions'
import type { Editor } from './editor'
import { attribute, integers, type Node, type Weights } from './model'
import { SQUARE } from './square'

/** Whether a convolution goes over squares of three by three, and keeps the size. */
const isSquare = (editor: Editor, node: Node): boolean =>
  isPlainConvolution(editor, node) &&
  integers(node, 'kernel_shape').join() === '3,3' &&
  integers(node, 'pads').join() === '1,1,1,1' &&
  integers(node, 'strides').every((one) => one === 1)

/**
 * Weights that give for each pixel what others give for the four that it is doubled to: channels of the first of the
 * four come first.
 */
function beforeDoubling({ dims, data }: Weights): Weights {
  const [outputs = 0, inputs = 0] = dims
  const wide = new Float32Array(4 * outputs * inputs * 9)
  // Above and left of the first pixel lies another one, of the second the first.
  const source = (tap: number, of: number): number => Math.floor((of + tap - 1) / 2) + 1
  SQUARE.forEach(([down, across], square) => {
    for (let at = 0; at < outputs * inputs; at++) {
      for (let tap = 0; tap < 9; tap++) {
        const [row, column] = [source(Math.floor(tap / 3), down), source(tap % 3, across)]
        const to = (square * outputs * inputs + at) * 9 + row * 3 + column
        wide[to] = (wide[to] ?? 0) + (data[at * 9 + tap] ?? 0)
      }
    }
  })
  return { dims: [4 * outputs, inputs, 3, 3], data: wide }
}

/** The same numbers, last index first where `order` says so. */
function transposed({ dims, data }: Weights, order: readonly number[]): Weights {
  const strides = dims.map((_, index) => dims.slice(index + 1).reduce((product, side) => product * side, 1))
  const sides = order.map((index) => dims[index] ?? 1)
  const result = Float32Array.from({ length: data.length }, (_, at) => {
    let [rest, from] = [at, 0]
    for (let index = sides.length - 1; index >= 0; index--) {
      const side = sides[index] ?? 1
      from += (rest % side) * (strides[order[index] ?? 0] ?? 0)
      rest = Math.floor(rest / side)
    }
    return data[from] ?? 0
  })
  return { dims: sides, data: result }
}

/** The finest level of a pyramid: few channels widened and gated, the coarser level doubled, both added up. */
interface Level {
  /** Makes many channels of few. */
  readonly widening: Node
  readonly average: Node
  readonly gated: Node
  readonly gate: string
  readonly doubling: Node
  readonly sum: Node
  /** What their sum goes into, alone. */
  readonly taker: Node
}

function levelOf(editor: Editor, sum: Node): Level | undefined {
  const makers = sum.inputs.map((name) => editor.maker(name))
  const gated = makers.find((node) => node?.op === 'Mul')
  const doubling = makers.find((node) => node?.op === 'Resize')
  const widening = gated?.inputs.map((name) => editor.maker(name)).find((node) => node?.op === 'Conv')
  const gate = gated?.inputs.find((name) => name !== widening?.outputs[0])
  const taker = editor.next(sum, 'Conv')
  if (!gated || !doubling || !widening || gate === undefined || !taker) return undefined
  const average = editor.consumers(outputOf(widening)).find(({ op }) => op === 'GlobalAveragePool')
  const whole =
    editor.consumers(outputOf(widening)).length === 2 &&
    editor.next(gated, 'Add') === sum &&
    editor.next(doubling, 'Add') === sum &&
    editor.constant(doubling.inputs[2])?.data.join() === '1,1,2,2' &&
    [widening, taker].every((node) => isPlainConvolution(editor, node) && node.inputs.length === 2) &&
    integers(widening, 'kernel_shape').join() === '1,1' &&
    isSquare(editor, taker)
  return average && whole ? { widening, average, gated, gate, doubling, sum, taker } : undefined
}

/**
 * The finest level of the detection model is its widest: many channels are made of few, gated, and added to the coarser
 * level doubled, only to become few again. A convolution of a sum is the sum of two: the one makes few channels of few,
 * its weights multiplied by the gates; the other goes over the coarser level before it is doubled.
 */
export function simplifyLateral(editor: Editor, plus: Node): void {
  const level = levelOf(editor, plus)
  const [wide, square] = [editor.constant(level?.widening.inputs[1]), editor.constant(level?.taker.inputs[1])]
  if (!level || !wide || !square) return
  const { widening, average, gated, gate, doubling, sum, taker } = level
  const few = widening.inputs[0] ?? ''
  const output = outputOf(taker)
  const mean = `${outputOf(average)} few`
  // The average of what a widening makes is what it makes of the average.
  editor.replace(
    [average],
    [
      { ...average, inputs: [few], outputs: [mean] },
      { ...widening, inputs: [mean, widening.inputs[1] ?? ''], outputs: average.outputs },
    ],
  )
  const keep = (name: string, { dims, data }: Weights): string => editor.keep(`${output} ${name}`, dims, data)
  const [flat, gates, rows, weights] = ['flat', 'gates', 'rows', 'weights'].map((one) => `${output} ${one}`)
  const [fine, coarse, doubled] = ['fine', 'coarse', 'doubled'].map((one) => `${output} ${one}`)
  if (!flat || !gates || !rows || !weights || !fine || !coarse || !doubled) return
  const widened = transposed({ dims: wide.dims.slice(0, 2), data: wide.data }, [1, 0])
  // An operation that is left with nobody to take its answer is a warning of the runtime.
  const region = editor.maker(doubling.inputs[1] ?? '')
  editor.replace(
    [widening, gated, doubling, ...(region ? [region] : []), sum, taker],
    [
      { op: 'Flatten', inputs: [gate], outputs: [flat], attributes: [attribute('axis', 1)] },
      { op: 'Mul', inputs: [keep('few', widened), flat], outputs: [gates], attributes: [] },
      {
        op: 'MatMul',
        inputs: [gates, keep('square', transposed(square, [0, 2, 1, 3]))],
        outputs: [rows],
        attributes: [],
      },
      { op: 'Transpose', inputs: [rows], outputs: [weights], attributes: [attribute('perm', [0, 2, 1, 3])] },
      { ...taker, inputs: [few, weights], outputs: [fine] },
      { ...taker, inputs: [doubling.inputs[0] ?? '', keep('four', beforeDoubling(square))], outputs: [coarse] },
      { op: 'DepthToSpace', inputs: [coarse], outputs: [doubled], attributes: [attribute('blocksize', 2)] },
      { op: 'Add', inputs: [fine, doubled], outputs: [output], attributes: [] },
    ],
  )
}
