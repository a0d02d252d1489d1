import { Picker, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
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

/** The same as the picker takes them: names, and the place of what is chosen on each wheel. */
function shownWheels(levelsOf: LevelsInputProps['levelsOf'], turned: readonly string[]) {
  const { levels, codes } = wheels(levelsOf, turned)
  const range = levels.map((level) => level.options.map((option) => option.name))
  const value = levels.map((level, index) => level.options.findIndex((option) => option.code === codes[index]))
  return { levels, codes, range, value }
}

export function LevelsInput({ label, levelsOf, chosen, onChange, shown, className }: LevelsInputProps) {
  const [turned, setTurned] = useState(chosen)
  // Kept: what is a new list goes to the view anew, with every province.
  const { levels, codes, range, value } = useMemo(() => shownWheels(levelsOf, turned), [levelsOf, turned])
  return (
    <Picker
      className="picker"
      mode="multiSelector"
      range={range}
      value={value}
      onColumnChange={(event) => {
        const { column, value } = event.detail
        const code = levels[column]?.options[value]?.code
        if (code !== undefined) setTurned([...codes.slice(0, column), code])
      }}
      onChange={() => onChange(codes)}
      onCancel={() => setTurned(chosen)}
    >
      <View
        className={`picked ${className ?? ''}`}
        {...aria({ role: 'button', label: copy.chosen(label, shown ?? copy.choose) })}
      >
        {shown ?? copy.choosePlace}
      </View>
    </Picker>
  )
}
