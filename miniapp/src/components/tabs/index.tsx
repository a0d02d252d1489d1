import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { aria } from '../../platform/aria'
import { Pressable } from '../../platform/pressable'
import { routes } from '../../routes'
import { refreshUnread, useUnread } from '../../stores/unread'
import { Icon, type IconName } from '../icon'
import styles from './index.module.scss'

export type TabName = 'start' | 'cases' | 'messages' | 'me'

const TABS: readonly { readonly name: TabName; readonly label: string; readonly icon: IconName }[] = [
  { name: 'start', label: '首页', icon: 'home' },
  { name: 'cases', label: '申请', icon: 'folder' },
  { name: 'messages', label: '消息', icon: 'bell' },
  { name: 'me', label: '我的', icon: 'person' },
]

interface TabsProps {
  readonly current: TabName
}

/** The four main pages, at the bottom. Our own, not WeChat's: its bar cannot be made larger for those who need it. */
export function Tabs({ current }: TabsProps) {
  const unread = useUnread()
  useDidShow(() => void refreshUnread())
  return (
    <View className={styles.tabs} {...aria({ role: 'navigation', label: '主要页面' })}>
      {TABS.map(({ name, label, icon }) => (
        <Pressable
          key={name}
          role="link"
          className={`${styles.tab} ${name === current ? styles.current : ''}`}
          label={name === 'messages' && unread > 0 ? `${label}，${unread}条没看` : label}
          onPress={() => {
            if (name !== current) Taro.redirectTo({ url: `/${routes[name].path}` })
          }}
        >
          <Icon name={icon} />
          <View className={styles.label}>{label}</View>
          {name === 'messages' && unread > 0 && <View className={styles.unread}>{unread > 99 ? '99+' : unread}</View>}
        </Pressable>
      ))}
    </View>
  )
}
