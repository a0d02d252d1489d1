import { Input } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { TextInputProps } from './text-input-props'

export function TextInput({ label, value, onChange, placeholder, keyboard, className }: TextInputProps) {
  return (
    <Input
      className={className ?? ''}
      type={keyboard === 'decimal' ? 'digit' : 'text'}
      placeholder={placeholder ?? ''}
      value={value}
      maxlength={30}
      onInput={(event) => onChange(event.detail.value)}
      {...aria({ label })}
    />
  )
}
