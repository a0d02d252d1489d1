import type { PressableProps } from './pressable-props'

/** A native button: Taro's own is an element without a role that no keyboard reaches. */
export function Pressable({
  children,
  onPress,
  className,
  label,
  disabled,
  role = 'button',
  expanded,
  pressed,
}: PressableProps) {
  return (
    <button
      type="button"
      role={role === 'link' ? 'link' : undefined}
      className={`reset-button ${className ?? ''}`}
      aria-label={label}
      aria-expanded={expanded}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
