const FUNCTIONS = [
  'request login checkSession navigateTo redirectTo reLaunch switchTab navigateBack setNavigationBarTitle pageScrollTo',
  'setNavigationBarColor setBackgroundColor getNetworkType onNetworkStatusChange offNetworkStatusChange',
  'onThemeChange offThemeChange onAppShow onAppHide onError onUnhandledRejection onPageNotFound onWindowResize',
  'getRandomValues requirePrivacyAuthorize onNeedPrivacyAuthorization setStorageSync removeStorageSync clearStorageSync',
]
  .join(' ')
  .split(' ')

const nothing = (): void => undefined

const phone = () => ({
  pixelRatio: 2,
  windowWidth: 390,
  windowHeight: 800,
  screenWidth: 390,
  screenHeight: 844,
  statusBarHeight: 0,
  language: 'zh_CN',
  system: 'iOS 17.0',
  platform: 'ios',
  SDKVersion: '3.7.0',
  fontSizeSetting: 16,
  theme: 'light',
})

/** A `wx` that has nothing stored and never answers: what is measured is our work, not WeChat's. */
export const unused = () => ({
  ...Object.fromEntries(FUNCTIONS.map((name) => [name, nothing])),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getStorageSync: () => '',
  getStorageInfoSync: () => ({ keys: [], currentSize: 0, limitSize: 10_240 }),
  getSystemInfoSync: phone,
  getWindowInfo: phone,
  getDeviceInfo: phone,
  getAppBaseInfo: phone,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wxtest', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
  getUpdateManager: () => ({ onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing }),
  canIUse: () => true,
})
