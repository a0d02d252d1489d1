import { CustomWrapper } from '@tarojs/components'
import type { IslandProps } from './island-props'

/** Brings its view up to date by itself: what changes in it is sent with a path from here, not from the page's root. */
export const Island = ({ children }: IslandProps) => <CustomWrapper>{children}</CustomWrapper>
