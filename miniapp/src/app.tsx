import './platform/polyfill'
import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { keepOffline } from './platform/offline'
import { answerPrivacy } from './platform/privacy'
import { offerUpdates } from './platform/updates'
import { refreshCatalogue } from './stores/catalogue'
import { startUploads, wakeUploads } from './stores/uploads'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    keepOffline()
    answerPrivacy()
    offerUpdates()
    void refreshCatalogue()
    startUploads()
  })
  useDidShow(wakeUploads)
  return children
}
