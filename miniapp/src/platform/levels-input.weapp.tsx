import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from './aria.weapp'
import { platformCopy as copy } from './copy'
import type { Level, LevelsInputProps } from './levels-input-props'

const DEPTH = 3

/** All levels as the wheels stand: where a wheel has not been turned, its first option. */
function wheels(levelsOf: LevelsInputProps['levelsOf'], turned: readonly string[]) {
  const codes: string[] = []
  const levels: Level[] = []
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const level = levelsOf(codes)[depth]
    if (level === undefined) break
    const wanted = turned[depth]
    const code = level.options.some((option) => option.code === wanted) ? wanted : level.options[0]?.code
    if (code === undefined) break
    levels.push(level)
    codes.push(code)
  }
  return { levels, codes }
}

export function LevelsInput({ label, levelsOf, chosen, onChange, shown, className }: LevelsInputProps) {
  const [turned, setTurned] = useState(chosen)
  const { levels, codes } = wheels(levelsOf, turned)
  return (
    <Picker
      mode="multiSelector"
      range={levels.map((level) => level.options.map((option) => option.name))}
      value={levels.map((level, index) => level.options.findIndex((option) => option.code === codes[index]))}
      onColumnChange={(event) => {
        const { column, value } = event.detail
        const code = levels[column]?.options[value]?.code
        if (code !== undefined) setTurned([...codes.slice(0, column), code])
      }}
      onChange={() => onChange(codes)}
      onCancel={() => setTurned(chosen)}
    >
      <View className={className ?? ''} {...aria({ role: 'button', label: copy.chosen(label, shown ?? copy.choose) })}>
        {shown ?? copy.choosePlace}
      </View>
    </Picker>
  )
}
