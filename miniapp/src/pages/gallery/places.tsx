import { useState } from 'react'
import { Place } from '../../components/place'
import { MarksContext, type ReviewNote } from '../../components/place/marks'
import { TextField } from '../../components/text-field'
import { galleryCopy as copy } from './copy'
import { State } from './state'

const { states, places } = copy

const notes = new Map<string, readonly ReviewNote[]>([
  ['sample-noted', [{ id: '1', note: places.note, dueOn: '2026-12-01' }]],
  [
    'sample-long',
    [
      { id: '2', note: copy.long, dueOn: null },
      { id: '3', note: places.note, dueOn: '2026-12-01' },
    ],
  ],
])

function Sample({ name, label }: { readonly name: string; readonly label: string }) {
  const [text, setText] = useState('')
  return (
    <Place name={name}>
      <TextField label={label} value={text} onChange={setText} />
    </Place>
  )
}

export function MarkedPlaces() {
  return (
    <MarksContext.Provider value={{ here: 'sample-here', notes }}>
      <State name={states.normal}>
        <Sample name="sample-plain" label={places.plain} />
      </State>
      <State name={states.here}>
        <Sample name="sample-here" label={places.here} />
      </State>
      <State name={states.noted}>
        <Sample name="sample-noted" label={places.noted} />
      </State>
      <State name={states.long}>
        <Sample name="sample-long" label={places.several} />
      </State>
    </MarksContext.Provider>
  )
}
