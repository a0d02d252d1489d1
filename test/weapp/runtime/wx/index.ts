import { weapp } from '../record'
import type { PageStack } from '../stack'
import { type Options, refuse, wxFunction } from './call'
import { dialogs } from './dialogs'
import { fileFunctions } from './files'
import { onNeedPrivacyAuthorization, privacyGate } from './privacy'
import { request } from './request'
import { storage } from './storage'

const systemInfo = () => ({
  brand: 'test',
  model: 'test',
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight - 44,
  statusBarHeight: 0,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  SDKVersion: '3.7.0',
  fontSizeSetting: 16,
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  safeArea: { left: 0, right: innerWidth, top: 0, bottom: innerHeight, width: innerWidth, height: innerHeight },
})

/** A message may be asked for on a tap only, at most three at once (developers.weixin.qq.com, wx.requestSubscribeMessage). */
function requestSubscribeMessage({ tmplIds }: Options): object {
  const ids = (Array.isArray(tmplIds) ? tmplIds : []) as readonly string[]
  if (ids.length === 0 || ids.length > 3) refuse('requestSubscribeMessage', `${ids.length} templates`)
  if (!navigator.userActivation.isActive) refuse('requestSubscribeMessage', 'can only be invoked by user TAP gesture')
  return Object.fromEntries(ids.map((id) => [id, weapp.world.subscribe]))
}

const nothing = (name: string) => wxFunction(name, () => undefined)
const ignore = (): void => undefined

type NetworkListener = (state: { readonly isConnected: boolean; readonly networkType: string }) => void

/** To a height, or to what a selector finds on the page, `offsetTop` from there (developers.weixin.qq.com, wx.pageScrollTo). */
async function scrollPage(stack: PageStack, { scrollTop, selector, offsetTop = 0 }: Options): Promise<undefined> {
  const page = stack.pages.at(-1)
  if (page === undefined) return undefined
  if (typeof selector !== 'string') {
    page.view.scrollTop = Number(scrollTop ?? 0)
    return undefined
  }
  const place = await page.placeOf(selector)
  if (place === undefined) refuse('pageScrollTo', `nothing on the page is ${selector}`)
  page.view.scrollTop += place - page.view.getBoundingClientRect().top + Number(offsetTop)
  return undefined
}

/** `wx` as the mini-program finds it. What is not here does not exist, and a call of it is an error, as on a phone. */
export function createWx(stack: PageStack) {
  const networkListeners = new Set<NetworkListener>()
  const navigate = (name: string, work: (url: string) => void) =>
    wxFunction(name, ({ url }) => {
      work(String(url))
      return undefined
    })
  Object.assign(weapp, {
    setNetwork: (network: typeof weapp.world.network) => {
      weapp.world.network = network
      for (const tell of networkListeners) tell({ isConnected: network !== 'none', networkType: network })
    },
  })
  return {
    ...storage,
    ...dialogs,
    ...fileFunctions,
    request,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    navigateTo: navigate('navigateTo', (url) => stack.open(url)),
    redirectTo: navigate('redirectTo', (url) => stack.replace(url)),
    reLaunch: navigate('reLaunch', (url) => stack.replaceAll(url)),
    switchTab: navigate('switchTab', (url) => stack.replaceAll(url)),
    navigateBack: wxFunction('navigateBack', ({ delta = 1 }) => void stack.close(Number(delta))),
    setNavigationBarTitle: wxFunction('setNavigationBarTitle', ({ title }) => void stack.setTitle(String(title))),
    pageScrollTo: wxFunction('pageScrollTo', (options) => scrollPage(stack, options)),
    setNavigationBarColor: nothing('setNavigationBarColor'),
    setBackgroundColor: nothing('setBackgroundColor'),
    stopPullDownRefresh: nothing('stopPullDownRefresh'),
    vibrateShort: nothing('vibrateShort'),
    makePhoneCall: nothing('makePhoneCall'),
    setClipboardData: wxFunction('setClipboardData', ({ data }) => {
      if (typeof data !== 'string') refuse('setClipboardData', 'data has to be text')
      return undefined
    }),
    login: wxFunction('login', () => ({ code: weapp.world.loginCode })),
    checkSession: nothing('checkSession'),
    getNetworkType: wxFunction('getNetworkType', () => ({ networkType: weapp.world.network })),
    requestSubscribeMessage: wxFunction('requestSubscribeMessage', requestSubscribeMessage),
    requirePrivacyAuthorize: wxFunction('requirePrivacyAuthorize', async () => {
      await privacyGate('requirePrivacyAuthorize')
      return undefined
    }),
    getPrivacySetting: wxFunction('getPrivacySetting', () => ({
      needAuthorization: !weapp.world.privacyAgreed,
      privacyContractName: '《隐私保护指引》',
    })),
    openPrivacyContract: nothing('openPrivacyContract'),
    getSystemInfoSync: systemInfo,
    getSystemInfo: wxFunction('getSystemInfo', systemInfo),
    getWindowInfo: systemInfo,
    getDeviceInfo: systemInfo,
    getAppBaseInfo: systemInfo,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxtest', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 6,
      right: innerWidth - 7,
      bottom: 38,
      left: innerWidth - 94,
    }),
    getLaunchOptionsSync: () => ({ path: stack.pages[0]?.path ?? '', query: {}, scene: 1001, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ path: stack.pages[0]?.path ?? '', query: {}, scene: 1001, referrerInfo: {} }),
    canIUse: () => true,
    getUpdateManager: () => ({
      onCheckForUpdate: ignore,
      // The file comes some time after the start.
      onUpdateReady: (then: () => void) => void setTimeout(() => weapp.world.update && then(), 300),
      onUpdateFailed: ignore,
      applyUpdate: () => void weapp.calls.push({ name: 'applyUpdate', given: {} }),
    }),
    getRandomValues: wxFunction('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    onNetworkStatusChange: (listener: NetworkListener) => void networkListeners.add(listener),
    offNetworkStatusChange: (listener?: NetworkListener) =>
      void (listener ? networkListeners.delete(listener) : networkListeners.clear()),
    onNeedPrivacyAuthorization,
    onThemeChange: ignore,
    offThemeChange: ignore,
    onAppShow: ignore,
    offAppShow: ignore,
    onAppHide: ignore,
    offAppHide: ignore,
    onError: ignore,
    offError: ignore,
    onUnhandledRejection: ignore,
    offUnhandledRejection: ignore,
    onPageNotFound: ignore,
    onWindowResize: ignore,
    offWindowResize: ignore,
    onKeyboardHeightChange: ignore,
    offKeyboardHeightChange: ignore,
    nextTick: (then: () => void) => setTimeout(then),
    createSelectorQuery: () => stack.pages.at(-1)?.caller.createSelectorQuery(),
  }
}
