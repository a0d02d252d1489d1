import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { aria } from '../../platform/aria'
import { Pressable } from '../../platform/pressable'
import { routes } from '../../routes'
import { refreshUnread, useUnread } from '../../stores/unread'
import { tabsCopy as copy } from '../copy'
import { Icon, type IconName } from '../icon'
import styles from './index.module.scss'

export type TabName = 'start' | 'cases' | 'messages' | 'me'

const TABS: readonly { readonly name: TabName; readonly icon: IconName }[] = [
  { name: 'start', icon: 'home' },
  { name: 'cases', icon: 'folder' },
  { name: 'messages', icon: 'bell' },
  { name: 'me', icon: 'person' },
]

interface TabsProps {
  readonly current: TabName
}

/** The four main pages, at the bottom. Our own, not WeChat's: its bar cannot be made larger for those who need it. */
export function Tabs({ current }: TabsProps) {
  const unread = useUnread()
  useDidShow(() => void refreshUnread())
  return <TabBar current={current} unread={unread} />
}

/** The bar as it looks with so many messages that were not read. */
export function TabBar({ current, unread }: TabsProps & { readonly unread: number }) {
  return (
    <View className={styles.tabs} {...aria({ role: 'navigation', label: copy.label })}>
      {TABS.map(({ name, icon }) => (
        <Pressable
          key={name}
          role="link"
          className={`${styles.tab} ${name === current ? styles.current : ''}`}
          label={name === 'messages' && unread > 0 ? copy.unread(copy[name], unread) : copy[name]}
          onPress={() => {
            if (name !== current) Taro.redirectTo({ url: `/${routes[name].path}` })
          }}
        >
          <Icon name={icon} />
          <View className={styles.label}>{copy[name]}</View>
          {name === 'messages' && unread > 0 && <View className={styles.unread}>{unread > 99 ? '99+' : unread}</View>}
        </Pressable>
      ))}
    </View>
  )
}
