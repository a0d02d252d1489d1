import type { Editor } from './editor'
import { attribute, type Node } from './model'

/** The one result of an operation. */
export const outputOf = ({ outputs }: Node): string => outputs[0] ?? ''

/** One number for each channel: a convolution that stays within it, which the fast layout of memory knows. */
export function channelwise(
  editor: Editor,
  input: string,
  output: string,
  of: { readonly channels: number; readonly scale: number; readonly shift: number },
): Node {
  const { channels, scale, shift } = of
  return {
    op: 'Conv',
    inputs: [
      input,
      editor.keep(`${output} scale`, [channels, 1, 1, 1], new Float32Array(channels).fill(scale)),
      editor.keep(`${output} shift`, [channels], new Float32Array(channels).fill(shift)),
    ],
    outputs: [output],
    attributes: [attribute('group', channels), attribute('kernel_shape', [1, 1])],
  }
}

/** A convolution of single pixels: its weights by output and input. */
export function pointwise(
  editor: Editor,
  input: string,
  output: string,
  of: { readonly inputs: number; readonly weights: Float32Array; readonly bias: Float32Array },
): Node {
  const outputs = of.bias.length
  return {
    op: 'Conv',
    inputs: [
      input,
      editor.keep(`${output} weights`, [outputs, of.inputs, 1, 1], of.weights),
      editor.keep(`${output} bias`, [outputs], of.bias),
    ],
    outputs: [output],
    attributes: [attribute('group', 1), attribute('kernel_shape', [1, 1])],
  }
}
