/** A built-in element as the framework hands it over: its properties, its node, and how it tells of events. */
export interface Host {
  readonly data: Readonly<Record<string, unknown>>
  readonly node: HTMLElement
  /** As the page gave it; the framework keeps it to itself. */
  readonly id: string
  fire(type: string, detail: unknown): void
  /** What the element keeps for itself. */
  readonly own: Record<string, unknown>
}

/** What one built-in element does beyond being there. */
export interface BuiltIn {
  readonly attached?: (host: Host) => void
  /** By property: called when it changes. */
  readonly changed?: Readonly<Record<string, (host: Host, value: unknown) => void>>
}

export const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** Sets or takes away an attribute. */
export function attribute(node: HTMLElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === '' || value === false) node.removeAttribute(name)
  else node.setAttribute(name, value === true ? '' : String(value))
}
