import type { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { attribute, type BuiltIn, type Host } from './element'
import { inputElements } from './inputs'
import { otherElements } from './others'

const SPECIAL: Readonly<Record<string, BuiltIn>> = { ...inputElements, ...otherElements }

/** Every property that a template of ours or of Taro's may set; one that is not declared would be dropped unseen. */
const PROPERTIES = [
  'hidden name disabled loading value checked placeholder maxlength focus password type size plain color src mode',
  'range start end fields level title url delta target percent min max step nodes for current interval duration circular',
  'vertical autoplay selectable space decode animation enhanced bounces lang role hover-class hover-start-time hover-stay-time',
  'hover-stop-propagation form-type open-type placeholder-style placeholder-class auto-focus auto-height cursor-spacing',
  'confirm-type confirm-hold cursor selection-start selection-end adjust-position hold-keyboard always-embed lazy-load webp',
  'fade-in scroll-x scroll-y scroll-top scroll-left scroll-into-view scroll-with-animation upper-threshold lower-threshold',
  'range-key header-text custom-item user-select overflow max-lines page-style root-font-size aria-label aria-role',
  'aria-hidden aria-checked aria-disabled aria-expanded aria-labelledby i l show-menu-by-longpress catch-move session-from',
  'send-message-title send-message-path send-message-img app-parameter show-message-card enable-flex refresher-enabled',
].flatMap((line) => line.split(' '))

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

const ARIA: Readonly<Record<string, string>> = {
  ariaRole: 'role',
  role: 'role',
  ariaLabel: 'aria-label',
  ariaHidden: 'aria-hidden',
  ariaChecked: 'aria-checked',
  ariaDisabled: 'aria-disabled',
  ariaExpanded: 'aria-expanded',
}

/** What the framework binds as `this` in an observer or lifetime. */
interface Caller {
  readonly data: Record<string, unknown>
  readonly _$?: Caller
  readonly $$?: HTMLElement
  readonly id?: string
  triggerEvent(type: string, detail: unknown, options: object): void
}

const hosts = new WeakMap<Caller, Host>()

function hostOf(caller: Caller): Host {
  const component = caller._$ ?? caller
  const known = hosts.get(component)
  if (known) return known
  const host: Host = {
    get data() {
      return component.data
    },
    get node() {
      if (component.$$ === undefined) throw new Error('an element without a node')
      return component.$$
    },
    get id() {
      return component.id ?? ''
    },
    fire: (type, detail) => component.triggerEvent(type, detail, { bubbles: false, composed: false }),
    own: {},
  }
  hosts.set(component, host)
  return host
}

/** A dialog, a list or an editable thing is pressed by keyboard too, as WeChat's screen reader presses it. */
function pressByKey({ node }: Host): void {
  node.addEventListener('keydown', (event) => {
    if (event.target === node && (event.key === 'Enter' || event.key === ' ')) node.click()
  })
}

/** What a page does something on, when it is pressed: a test asks for its role and its name. */
function markPressed(caller: Caller, listens: boolean, event: string): void {
  if (event === 'tap') attribute(hostOf(caller).node, 'data-tap', listens)
}

/** Makes WeChat's own elements known to the framework. */
export function registerElements(
  env: MiniProgramEnv,
  codeSpace: ReturnType<MiniProgramEnv['createCodeSpace']>,
  tags: readonly string[],
): void {
  const global = env.getGlobalCodeSpace().getComponentSpace()
  for (const tag of tags) {
    const special = SPECIAL[tag] ?? {}
    let builder = global.define(`wx-${tag}`).options({
      dataDeepCopy: 'none' as never,
      propertyPassingDeepCopy: 'none' as never,
      listenerChangeLifetimes: true,
    })
    for (const name of PROPERTIES) builder = builder.property(camel(name), { type: null }) as unknown as typeof builder
    const withLifetime = builder.lifetime('attached', function attached(this: unknown) {
      const host = hostOf(this as Caller)
      pressByKey(host)
      special.attached?.(host)
    }) as unknown as {
      lifetime(name: string, then: (this: unknown, added: boolean, event: string) => void): typeof withLifetime
      observer(path: string, then: (this: unknown, value: unknown) => void): typeof withLifetime
      registerComponent(): unknown
    }
    let watched = withLifetime.lifetime('listenerChange', function listened(this: unknown, added, event) {
      markPressed(this as Caller, added, event)
    })
    for (const [property, name] of Object.entries(ARIA)) {
      watched = watched.observer(property, function observe(value) {
        // Said either way: what is not chosen is not the same as what cannot be chosen.
        attribute(hostOf(this as Caller).node, name, typeof value === 'boolean' ? String(value) : value)
      })
    }
    watched = watched.observer('hidden', function observe(value) {
      attribute(hostOf(this as Caller).node, 'hidden', value)
    })
    for (const [property, then] of Object.entries(special.changed ?? {})) {
      watched = watched.observer(property, function observe(value) {
        then(hostOf(this as Caller), value)
      })
    }
    codeSpace.getComponentSpace().setGlobalUsingComponent(tag, watched.registerComponent() as never)
  }
}
