import { Textarea } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { TextAreaProps } from './text-area-props'

export function TextArea({ label, value, onChange, longest, className }: TextAreaProps) {
  return (
    <Textarea
      className={className ?? ''}
      autoHeight
      maxlength={longest}
      value={value}
      onInput={(event) => onChange(event.detail.value)}
      {...aria({ label })}
    />
  )
}
