import './platform/polyfill'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { refreshCatalogue } from './stores/catalogue'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    void refreshCatalogue()
  })
  return children
}
