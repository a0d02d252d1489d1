import { affineAfter, foldInto, isPointwise } from './affine'
import { channelwise, outputOf } from './convolutions'
import type { Editor } from './editor'
import { attribute, fraction, type Node } from './model'

/** x · min(max(x + 3, 0), 6) / 6, in the four operations that the converter made of it. */
export interface HardSwish {
  readonly input: string
  readonly nodes: readonly [Node, Node, Node, Node]
}

export function hardSwishOf(editor: Editor, plus: Node): HardSwish | undefined {
  const clip = editor.next(plus, 'Clip')
  const times = clip && editor.next(clip, 'Mul')
  const over = times && editor.next(times, 'Div')
  const input = plus.inputs.find((name) => !editor.constant(name))
  if (!clip || !times || !over || input === undefined || !times.inputs.includes(input)) return undefined
  const bounds = [
    editor.constant(clip.inputs[1])?.data[0] ?? fraction(clip, 'min'),
    editor.constant(clip.inputs[2])?.data[0] ?? fraction(clip, 'max'),
  ]
  const isIt = editor.scalar(plus) === 3 && editor.scalar(over) === 6 && bounds[0] === 0 && bounds[1] === 6
  return isIt ? { input, nodes: [plus, clip, times, over] } : undefined
}

const SIXTH = 1 / 6

/** min(max(x / 6 + 1 / 2, 0), 1): the runtime knows x times this as the end of a convolution. */
const gateOf = (input: string, output: string): Node => ({
  op: 'HardSigmoid',
  inputs: [input],
  outputs: [output],
  attributes: [attribute('alpha', { float: SIXTH }), attribute('beta', { float: 0.5 })],
})

export function simplifyHardSwish(editor: Editor, { input, nodes }: HardSwish, channels: number): void {
  const last = nodes[3]
  const gate = `${outputOf(last)} gate`
  const gated = gateOf(input, gate)
  const affine = affineAfter(editor, last)
  const product = (output: string): Node => ({ op: 'Mul', inputs: [input, gate], outputs: [output], attributes: [] })
  if (!affine) {
    editor.replace(nodes, [gated, product(outputOf(last))])
    return
  }
  const output = outputOf(affine.nodes[1])
  const takers = editor.consumers(output)
  if (takers.length > 0 && takers.every((taker) => isPointwise(editor, taker))) {
    editor.replace([...nodes, ...affine.nodes], [gated, product(output)])
    for (const taker of takers) editor.replace([taker], [foldInto(editor, taker, output, affine)])
    return
  }
  const plain = `${output} plain`
  editor.replace(
    [...nodes, ...affine.nodes],
    [gated, product(plain), channelwise(editor, plain, output, { channels, ...affine })],
  )
}
