import { outputOf, pointwise } from './convolutions'
import type { Editor } from './editor'
import { attribute, fraction, integers, type Node, type Weights } from './model'
import { SQUARE } from './square'

/** What a normalisation does to each channel, as a scale and a shift. */
function normalisation(
  editor: Editor,
  node: Node,
): { readonly scales: Float32Array; readonly shifts: Float32Array } | undefined {
  const [scale, bias, mean, variance] = node.inputs.slice(1).map((name) => editor.constant(name)?.data)
  const epsilon = fraction(node, 'epsilon') ?? 1e-5
  if (!scale || !bias || !mean || !variance) return undefined
  const scales = scale.map((value, channel) => value / Math.sqrt((variance[channel] ?? 0) + epsilon))
  return { scales, shifts: bias.map((value, channel) => value - (mean[channel] ?? 0) * (scales[channel] ?? 0)) }
}

/** A convolution backwards that makes a square of two by two of every pixel, and what is added to its channels. */
interface Doubling {
  readonly weights: Weights
  readonly bias: Float32Array
  readonly nodes: readonly [Node, Node]
}

function doublingOf(editor: Editor, node: Node): Doubling | undefined {
  const plus = editor.next(node, 'Add')
  const weights = editor.constant(node.inputs[1])
  const bias = plus && editor.constant(plus.inputs[1])
  const two = (name: string): boolean => integers(node, name).join() === '2,2'
  if (!plus || !weights || !bias || !two('kernel_shape') || !two('strides')) return undefined
  const whole = integers(node, 'pads').every((one) => one === 0) && bias.data.length === weights.dims[1]
  return whole ? { weights, bias: bias.data, nodes: [node, plus] } : undefined
}

/**
 * The end of the detection model doubles the picture twice, normalised in between. Every pixel of it depends on one
 * pixel before: all is calculated there, four times smaller, and the sixteen that come of it are put in their places.
 */
export function simplifyHead(editor: Editor, first: Node): void {
  const one = doublingOf(editor, first)
  const normal = one && editor.next(one.nodes[1], 'BatchNormalization')
  const relu = normal && editor.next(normal, 'Relu')
  const second = relu && editor.next(relu, 'ConvTranspose')
  const other = second && doublingOf(editor, second)
  const factors = normal && normalisation(editor, normal)
  if (!one || !normal || !relu || !other || !factors || other.weights.dims[1] !== 1) return
  const [inputs = 0, middle = 0] = one.weights.dims
  const wide = new Float32Array(4 * middle * inputs)
  const wideBias = new Float32Array(4 * middle)
  const last = new Float32Array(16 * 4 * middle)
  SQUARE.forEach(([row, column], square) => {
    for (let channel = 0; channel < middle; channel++) {
      const at = square * middle + channel
      const scale = factors.scales[channel] ?? 0
      wideBias[at] = (one.bias[channel] ?? 0) * scale + (factors.shifts[channel] ?? 0)
      for (let input = 0; input < inputs; input++) {
        const from = ((input * middle + channel) * 2 + row) * 2 + column
        wide[at * inputs + input] = (one.weights.data[from] ?? 0) * scale
      }
      for (const [down, across] of SQUARE) {
        const pixel = (row * 2 + down) * 4 + column * 2 + across
        last[pixel * 4 * middle + at] = other.weights.data[(channel * 2 + down) * 2 + across] ?? 0
      }
    }
  })
  const output = outputOf(other.nodes[1])
  const [a, b, c] = [`${output} wide`, `${output} positive`, `${output} sixteen`]
  editor.replace(
    [...one.nodes, normal, relu, ...other.nodes],
    [
      pointwise(editor, first.inputs[0] ?? '', a, { inputs, weights: wide, bias: wideBias }),
      { op: 'Relu', inputs: [a], outputs: [b], attributes: [] },
      pointwise(editor, b, c, {
        inputs: 4 * middle,
        weights: last,
        bias: new Float32Array(16).fill(other.bias[0] ?? 0),
      }),
      { op: 'DepthToSpace', inputs: [c], outputs: [output], attributes: [attribute('blocksize', 4)] },
    ],
  )
}
