import type { Aria } from './aria-props'

/** Roles and states as Taro's props; config/aria lets them through to WeChat, which knows neither live nor level. */
export function aria({ role, label, hidden, expanded, checked }: Aria): Record<string, unknown> {
  const props = {
    ariaRole: role,
    ariaLabel: label,
    ariaHidden: hidden,
    ariaExpanded: expanded,
    ariaChecked: checked,
  }
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined))
}
