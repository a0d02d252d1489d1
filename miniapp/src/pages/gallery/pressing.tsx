import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { CompanyChoice } from '../../components/company-switcher'
import { Fold } from '../../components/fold'
import { Segments } from '../../components/segments'
import { TabBar } from '../../components/tabs'
import { Tick } from '../../components/tick'
import { galleryCopy as copy } from './copy'
import { State } from './state'

const { states, actions, cells, ticks } = copy
const nothing = (): void => {}

function Buttons() {
  return (
    <>
      <State name={states.main}>
        <Button onPress={nothing}>{actions.main}</Button>
      </State>
      <State name={states.second}>
        <Button kind="secondary" onPress={nothing}>
          {actions.second}
        </Button>
      </State>
      <State name={states.plain}>
        <Button kind="plain" onPress={nothing}>
          {actions.plain}
        </Button>
      </State>
      <State name={states.pressed}>
        <View className="pressed">
          <Button onPress={nothing}>{actions.main}</Button>
        </View>
      </State>
      <State name={states.disabled}>
        <Button disabled onPress={nothing}>
          {actions.main}
        </Button>
        <Button kind="secondary" disabled onPress={nothing}>
          {actions.second}
        </Button>
      </State>
      <State name={states.busy}>
        <Button disabled onPress={nothing}>
          {actions.busy}
        </Button>
      </State>
      <State name={states.long}>
        <Button onPress={nothing}>{copy.long}</Button>
      </State>
    </>
  )
}

function Cells() {
  const [open, setOpen] = useState(false)
  return (
    <Card flush>
      <Cell title={cells.title} onPress={nothing} />
      <Cell icon="company" title={cells.title} detail={cells.detail} onPress={nothing} />
      <Cell acts icon="lock" title={cells.ask} detail={states.acts} onPress={nothing} />
      <Cell
        title={cells.open}
        detail={open ? cells.shown : states.closed}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      <Cell icon="document" title={copy.long} detail={copy.long} onPress={nothing} />
    </Card>
  )
}

function Folds() {
  return (
    <>
      <Fold title={cells.open}>{cells.shown}</Fold>
      <Fold title={copy.long} detail={copy.long}>
        {copy.long}
      </Fold>
    </>
  )
}

function SegmentsSample() {
  const [normal, setNormal] = useState<string>('a')
  const [none, setNone] = useState('')
  const [long, setLong] = useState<string>('a')
  return (
    <>
      <State name={states.normal}>
        <Segments label={copy.segments.normal} options={copy.choices} chosen={normal} onChoose={setNormal} />
      </State>
      <State name={states.off}>
        <Segments<string> label={copy.segments.none} options={copy.choices} chosen={none} onChoose={setNone} />
      </State>
      <State name={states.long}>
        <Segments label={copy.segments.long} options={copy.longChoices} chosen={long} onChoose={setLong} />
      </State>
    </>
  )
}

function Ticks() {
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({ [ticks.on]: true })
  const tick = (label: string, problem?: string) => (
    <Tick
      label={label}
      checked={ticked[label] ?? false}
      problem={problem}
      onChange={() => setTicked({ ...ticked, [label]: !ticked[label] })}
    />
  )
  return (
    <>
      <State name={states.off}>{tick(ticks.off)}</State>
      <State name={states.on}>{tick(ticks.on)}</State>
      <State name={states.wrong}>{tick(ticks.wrong, ticks.problem)}</State>
      <State name={states.long}>{tick(copy.long)}</State>
    </>
  )
}

function Companies() {
  const [id, setId] = useState<string>('1')
  const [first] = copy.companies
  const chosen = copy.companies.find((one) => one.id === id) ?? first
  return (
    <>
      <State name={states.one}>
        <CompanyChoice companies={[first]} chosen={first} onChoose={nothing} />
      </State>
      <State name={states.several}>
        <CompanyChoice companies={copy.companies} chosen={chosen} onChoose={setId} />
      </State>
    </>
  )
}

function TabsSample() {
  const [unread, setUnread] = useState<string>('5')
  return (
    <>
      <Segments label={copy.unread} options={copy.unreads} chosen={unread} onChoose={setUnread} />
      <TabBar current="start" unread={Number(unread)} />
    </>
  )
}

export const pressing = {
  button: Buttons,
  cell: Cells,
  fold: Folds,
  segments: SegmentsSample,
  tick: Ticks,
  'company-switcher': Companies,
  tabs: TabsSample,
} as const
