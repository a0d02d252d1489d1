import type { Aria } from './aria-props'

const ANNOUNCED = { polite: 'status', assertive: 'alert' } as const

/** Roles and states as Taro's props; config/aria lets them through to WeChat, which knows neither live, level nor percent. */
export function aria({ role, label, hidden, live, expanded, checked }: Aria): Record<string, unknown> {
  const props = {
    // These roles are read out when what is in them changes; a role of its own goes before.
    ariaRole: role ?? (live && ANNOUNCED[live]),
    ariaLabel: label,
    ariaHidden: hidden,
    ariaExpanded: expanded,
    ariaChecked: checked,
  }
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined))
}
