import { outputOf } from './convolutions'
import type { Editor } from './editor'
import type { Node } from './model'

/**
 * x + x · gate, the gate a number for each channel: as x · (gate + 1) all that is large is gone through once.
 * @param gate the operation that makes it.
 */
export function simplifySqueeze(editor: Editor, gate: Node): void {
  const times = editor.next(gate, 'Mul')
  const plus = times && editor.next(times, 'Add')
  const input = times?.inputs.find((name) => name !== outputOf(gate))
  if (!times || !plus || input === undefined || !plus.inputs.includes(input)) return
  const more = `${outputOf(gate)} more`
  const one = editor.keep(`${more} one`, [1], Float32Array.of(1))
  editor.replace(
    [times, plus],
    [
      { op: 'Add', inputs: [outputOf(gate), one], outputs: [more], attributes: [] },
      { op: 'Mul', inputs: [input, more], outputs: plus.outputs, attributes: [] },
    ],
  )
}
