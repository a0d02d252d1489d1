import type { FilledValue } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { FactQuestion } from '../../components/fact-field'
import { FormFieldView } from '../../components/form-field'
import { pathOfRegion, RegionPicker } from '../../components/region-picker'
import { TextField } from '../../components/text-field'
import { factSamples, factStarts, fieldSamples } from './asking-samples'
import { galleryCopy as copy, LONG_COMPANY } from './copy'
import { State } from './state'

const { states, fields, region } = copy

type FieldProps = Omit<Parameters<typeof TextField>[0], 'value' | 'onChange'>

function Line({ start = '', ...words }: FieldProps & { readonly start?: string }) {
  const [text, setText] = useState(start)
  return <TextField {...words} value={text} onChange={setText} />
}

function Lines() {
  return (
    <>
      <State name={states.empty}>
        <Line label={fields.name} hint={fields.nameHint} placeholder={fields.place} />
      </State>
      <State name={states.source}>
        <Line label={fields.address} source={fields.source} start={LONG_COMPANY} />
      </State>
      <State name={states.optional}>
        <Line label={fields.phone} optional keyboard="digits" />
      </State>
      <State name={states.wrong}>
        <Line label={fields.code} problem={fields.codeProblem} start="91430100" />
      </State>
      <State name={states.long}>
        <Line label={copy.long} hint={copy.long} start={copy.long} />
      </State>
    </>
  )
}

interface PlaceProps {
  readonly label: string
  readonly start: readonly string[]
  readonly problem?: string
}

function Place({ label, start, problem }: PlaceProps) {
  const [chosen, setChosen] = useState(start)
  return <RegionPicker label={label} hint={region.hint} chosen={chosen} onChange={setChosen} problem={problem} />
}

function Places() {
  const whole = pathOfRegion('430104')
  return (
    <>
      <State name={states.empty}>
        <Place label={region.empty} start={[]} />
      </State>
      <State name={states.filled}>
        <Place label={region.filled} start={whole} />
      </State>
      <State name={states.half}>
        <Place label={region.wrong} start={whole.slice(0, 2)} problem={region.problem} />
      </State>
    </>
  )
}

function FormFields() {
  const [filled, setFilled] = useState<Readonly<Record<string, FilledValue | undefined>>>(() =>
    Object.fromEntries(fieldSamples.map((sample) => [sample.field.id, sample.filled])),
  )
  const views = fieldSamples.map(({ field, problem }) => (
    <FormFieldView
      key={field.id}
      field={field}
      filled={filled[field.id]}
      problem={problem}
      onChange={(value) =>
        setFilled((before) => ({
          ...before,
          [field.id]: value === undefined ? undefined : { value, source: 'person', confirmed: true },
        }))
      }
    />
  ))
  return <>{views}</>
}

function Facts() {
  const [answers, setAnswers] = useState(factStarts)
  return (
    <>
      {factSamples.map(({ id, definition }) => (
        <View key={id}>
          <FactQuestion
            id={id}
            level={3}
            definition={definition}
            value={answers[id]?.value}
            draft={answers[id]?.draft}
            onAnswer={(value, draft) => setAnswers((before) => ({ ...before, [id]: { value, draft } }))}
            {...(id === 'sample.count' && { aside: copy.long })}
          />
        </View>
      ))}
    </>
  )
}

export const asking = {
  'text-field': Lines,
  'region-picker': Places,
  'form-field': FormFields,
  'fact-field': Facts,
} as const
