import type { Aria } from './aria-props'

/** Roles and states as Taro's props; config/aria lets them through to WeChat. */
export function aria({ role, label, hidden, live, expanded, checked, level }: Aria): Record<string, unknown> {
  const props = {
    ariaRole: role,
    ariaLabel: label,
    ariaHidden: hidden,
    ariaLive: live,
    ariaExpanded: expanded,
    ariaChecked: checked,
    ariaLevel: level,
  }
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined))
}
