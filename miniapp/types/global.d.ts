/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Set by Taro: the target of the build. */
    TARO_ENV: 'weapp' | 'h5'
    /** Where the mini-program finds the server, without a slash at the end; empty: nowhere. Replaced at build time. */
    TARO_APP_API_ORIGIN: string
  }
}
