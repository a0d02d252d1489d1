declare global {
  interface Window {
    /** What a test decides before the start. */
    readonly weappWorld?: Partial<World>
  }
}

/** What happened in the mini-program, for a test to look at: `window.weapp`. */
export interface Weapp {
  /** The first page stands. */
  ready: boolean
  readonly calls: { readonly name: string; readonly given: unknown }[]
  /** One entry a setData, of a page or of a part of it: how much went from the service to the view. */
  readonly setData: { readonly page: string; readonly bytes: number }[]
  readonly errors: string[]
  /** What WeChat would refuse or warn of. */
  readonly refusals: string[]
  /** Documents that were shown, in base64. */
  readonly opened: { readonly ending: string; readonly coded: string }[]
  /** The address of the page that stands. */
  here(): string
  /** What WeChat puts on the card when the page that stands is shared; undefined where it cannot be. */
  share(): { readonly title: string; readonly path: string } | undefined
  /** What the test decides of the world around. */
  readonly world: World
}

export interface World {
  network: 'wifi' | 'none'
  /** The person has read and accepted the declaration of privacy. */
  privacyAgreed: boolean
  /** Files that the next camera, album or chat picker hands over. */
  nextFiles: { readonly name: string; readonly type: string; readonly bytes: readonly number[] }[]
  /** What the person answers to a request to send messages. */
  subscribe: 'accept' | 'reject' | 'ban'
  /** What `wx.login` hands out. */
  loginCode: string
  /** What WeChat's own button for the number hands out; `deny` where the person says no. */
  phoneCode: string | 'deny'
  /** A new version of the mini-program lies ready on the phone. */
  update: boolean
}

export const weapp: Weapp = {
  ready: false,
  calls: [],
  setData: [],
  errors: [],
  refusals: [],
  opened: [],
  here: () => '',
  share: () => undefined,
  world: {
    network: 'wifi',
    privacyAgreed: true,
    nextFiles: [],
    subscribe: 'accept',
    loginCode: 'test-login-code',
    phoneCode: 'test-phone-code',
    update: false,
    ...window.weappWorld,
  },
}

/** As JSON sees it: what cannot pass from one thread to another is gone. */
export const plain = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value) ?? '').length
