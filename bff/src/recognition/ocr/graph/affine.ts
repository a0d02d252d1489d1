import { outputOf } from './convolutions'
import type { Editor } from './editor'
import { integers, type Node, type Weights } from './model'

/** Times a number, then plus one, and the operations that say so. */
export interface Affine {
  readonly scale: number
  readonly shift: number
  readonly nodes: readonly [Node, Node]
}

export function affineAfter(editor: Editor, node: Node): Affine | undefined {
  const times = editor.next(node, 'Mul')
  const plus = times && editor.next(times, 'Add')
  const scale = times && editor.scalar(times)
  const shift = plus && editor.scalar(plus)
  return times && plus && scale !== undefined && shift !== undefined
    ? { scale, shift, nodes: [times, plus] }
    : undefined
}

const scaled = ({ data }: Weights, scale: number): Float32Array => data.map((value) => value * scale)

/** A convolution, then one number for all channels times and plus: the convolution's own weights can say that. */
export function foldAfter(editor: Editor, convolution: Node): void {
  const affine = affineAfter(editor, convolution)
  const [input = '', weightName, biasName] = convolution.inputs
  const [weights, bias] = [editor.constant(weightName), editor.constant(biasName)]
  if (!affine || !weights || !bias) return
  const { scale, shift, nodes } = affine
  const name = outputOf(nodes[1])
  const inputs = [
    input,
    editor.keep(`${name} weights`, weights.dims, scaled(weights, scale)),
    editor.keep(
      `${name} bias`,
      bias.dims,
      scaled(bias, scale).map((value) => value + shift),
    ),
  ]
  editor.replace([convolution, ...nodes], [{ ...convolution, inputs, outputs: [name] }])
}

/** Weights and bias of a convolution, where both are known beforehand. */
function knownWeights(editor: Editor, { inputs }: Node): { weights: Weights; bias: Weights | undefined } | undefined {
  const [, weightName, biasName] = inputs
  const [weights, bias] = [editor.constant(weightName), editor.constant(biasName)]
  return weights && (bias || biasName === undefined) ? { weights, bias } : undefined
}

/** A convolution of all channels, its weights known beforehand. */
export const isPlainConvolution = (editor: Editor, node: Node): boolean =>
  node.op === 'Conv' && knownWeights(editor, node) !== undefined && integers(node, 'group').every((one) => one === 1)

/** Whether a convolution can take a number for all channels into its weights: nothing is added at the edges. */
export const isPointwise = (editor: Editor, node: Node): boolean =>
  isPlainConvolution(editor, node) &&
  integers(node, 'pads').every((one) => one === 0) &&
  integers(node, 'kernel_shape').every((one) => one === 1)

/** The same input times and plus a number, said by the weights of the convolution that takes it. */
export function foldInto(editor: Editor, convolution: Node, input: string, { scale, shift }: Affine): Node {
  const known = knownWeights(editor, convolution)
  if (!known) throw new Error('a convolution without known weights')
  const { weights, bias } = known
  const [outputs = 0, inputs = 1] = weights.dims
  const sums = Float32Array.from({ length: outputs }, (_, index) => {
    const own = weights.data.subarray(index * inputs, (index + 1) * inputs)
    return (bias?.data[index] ?? 0) + shift * own.reduce((sum, value) => sum + value, 0)
  })
  const name = outputOf(convolution)
  return {
    ...convolution,
    inputs: [
      input,
      editor.keep(`${name} weights`, weights.dims, scaled(weights, scale)),
      editor.keep(`${name} bias`, [outputs], sums),
    ],
  }
}
