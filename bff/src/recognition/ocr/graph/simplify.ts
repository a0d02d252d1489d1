import { foldAfter } from './affine'
import { Editor } from './editor'
import { hardSwishOf, simplifyHardSwish } from './hard-swish'
import { simplifyHead } from './head'
import type { Graph } from './model'

/**
 * The same model in fewer operations: converters write every step down, and every step goes through all of memory.
 * Results differ by rounding only.
 */
export function simplified(graph: Graph): Graph {
  const editor = new Editor(graph)
  for (const convolution of editor.all('Conv')) foldAfter(editor, convolution)
  for (const plus of editor.all('Add')) {
    const found = hardSwishOf(editor, plus)
    const maker = found && editor.graph.nodes.find(({ outputs }) => outputs.includes(found.input))
    const channels = maker?.op === 'Conv' ? editor.constant(maker.inputs[1])?.dims[0] : undefined
    if (found && channels) simplifyHardSwish(editor, found, channels)
  }
  for (const node of editor.all('ConvTranspose')) simplifyHead(editor, node)
  return editor.graph
}
