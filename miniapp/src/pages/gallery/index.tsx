import { Page } from '../../components/page'
import { Segments } from '../../components/segments'
import { setElder, usePreferences } from '../../stores/preferences'
import { asking } from './asking'
import { type ComponentName, componentNames } from './component-names'
import { galleryCopy as copy } from './copy'
import { pressing } from './pressing'
import { sheets } from './sheets'
import { Section } from './state'
import { telling } from './telling'

const samples: Readonly<Record<ComponentName, () => JSX.Element>> = { ...pressing, ...telling, ...asking, ...sheets }

const names = Object.keys(componentNames) as readonly ComponentName[]

/** Every component in every state, for those who build it: only in development builds. */
export default function GalleryPage() {
  const { elder } = usePreferences()
  return (
    <Page title={copy.title}>
      <Segments
        label={copy.size}
        options={copy.sizes}
        chosen={elder ? 'elder' : 'normal'}
        onChoose={(size) => setElder(size === 'elder')}
      />
      {names.map((name) => {
        const Sample = samples[name]
        return (
          <Section key={name} name={componentNames[name]}>
            <Sample />
          </Section>
        )
      })}
    </Page>
  )
}
