import './platform/polyfill'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { keepOffline } from './platform/offline'
import { refreshCatalogue } from './stores/catalogue'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    keepOffline()
    void refreshCatalogue()
  })
  return children
}
