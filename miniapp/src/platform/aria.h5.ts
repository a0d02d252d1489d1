import type { Aria } from './aria-props'

/** Roles and states as attributes of the web. */
export function aria({ role, label, hidden, live, expanded, checked, level, percent }: Aria): Record<string, string> {
  const attributes = {
    role,
    'aria-label': label,
    'aria-hidden': hidden,
    'aria-live': live,
    'aria-expanded': expanded,
    'aria-checked': checked,
    'aria-level': level,
    'aria-valuenow': percent,
  }
  return given(attributes)
}

function given(attributes: Record<string, string | number | boolean | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
