import { foldAfter } from './affine'
import { Editor } from './editor'
import { hardSwishOf, simplifyHardSwish } from './hard-swish'
import { simplifyHead } from './head'
import { simplifyLateral } from './lateral'
import type { Graph } from './model'
import { simplifySqueeze } from './squeeze'

/**
 * The same model in fewer operations: converters write every step down, and every step goes through all of memory.
 * Results differ by rounding only.
 */
export function simplified(graph: Graph): Graph {
  const editor = new Editor(graph)
  for (const convolution of editor.all('Conv')) foldAfter(editor, convolution)
  for (const plus of editor.all('Add')) {
    const found = hardSwishOf(editor, plus)
    const maker = found && editor.maker(found.input)
    const channels = maker?.op === 'Conv' ? editor.constant(maker.inputs[1])?.dims[0] : undefined
    if (found && channels) simplifyHardSwish(editor, found, channels)
  }
  for (const node of editor.all('ConvTranspose')) simplifyHead(editor, node)
  for (const gate of editor.all('HardSigmoid')) simplifySqueeze(editor, gate)
  for (const plus of editor.all('Add')) simplifyLateral(editor, plus)
  return editor.graph
}
