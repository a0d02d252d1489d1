import type { Graph, Node, Weights } from './model'

/** A graph while it is being changed. */
export class Editor {
  private nodes: Node[]
  private readonly weights: Map<string, Weights>

  constructor(graph: Graph) {
    this.nodes = [...graph.nodes]
    this.weights = new Map(graph.weights)
  }

  get graph(): Graph {
    return { nodes: this.nodes, weights: this.weights }
  }

  all(op: string): readonly Node[] {
    return this.nodes.filter((node) => node.op === op)
  }

  consumers(name: string | undefined): readonly Node[] {
    return this.nodes.filter(({ inputs }) => name !== undefined && inputs.includes(name))
  }

  maker(name: string): Node | undefined {
    return this.nodes.find(({ outputs }) => outputs.includes(name))
  }

  /** The only one that takes what a node makes. */
  next(node: Node, op: string): Node | undefined {
    const [only, ...others] = this.consumers(node.outputs[0])
    return others.length === 0 && only?.op === op ? only : undefined
  }

  constant(name: string | undefined): Weights | undefined {
    return name === undefined ? undefined : this.weights.get(name)
  }

  /** A single number that an operation takes besides what is calculated. */
  scalar({ inputs }: Node): number | undefined {
    const [known, ...others] = inputs.flatMap((name) => this.constant(name) ?? [])
    return others.length === 0 && known?.data.length === 1 ? known.data[0] : undefined
  }

  keep(name: string, dims: readonly number[], data: Float32Array): string {
    this.weights.set(name, { dims, data })
    return name
  }

  /** Puts operations in the place of others: where the last of these stood, all that it needs is known. */
  replace(old: readonly Node[], fresh: readonly Node[]): void {
    const last = Math.max(...old.map((node) => this.nodes.indexOf(node)))
    this.nodes = this.nodes.flatMap((node, index) => {
      if (index === last) return fresh
      return old.includes(node) ? [] : [node]
    })
  }
}
