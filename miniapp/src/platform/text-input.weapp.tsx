import { Input } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { TextInputProps } from './text-input-props'

const TYPES = { decimal: 'digit', digits: 'number', text: 'text' } as const

export function TextInput({ label, value, onChange, placeholder, keyboard, longest = 30, className }: TextInputProps) {
  return (
    <Input
      className={className ?? ''}
      type={TYPES[keyboard]}
      placeholder={placeholder ?? ''}
      value={value}
      maxlength={longest}
      onInput={(event) => onChange(event.detail.value)}
      {...aria({ label })}
    />
  )
}
