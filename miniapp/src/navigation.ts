import Taro, { useRouter } from '@tarojs/taro'
import { createContext, useContext } from 'react'
import type { Place } from './places'
import { type RouteName, type RouteParams, routes } from './routes'

/** The address of a page, without a slash before it: `pages/matcher/measure/index?id=…`. */
export function addressOf<N extends RouteName>(name: N, params: RouteParams<N>): string {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
  return `${routes[name].path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** Opens a page on top of this one. WeChat stacks ten pages at most: then it takes this one's place. */
export function goTo<N extends RouteName>(
  name: N,
  ...[params]: keyof RouteParams<N> extends never ? [] : [RouteParams<N>]
): void {
  const url = `/${addressOf(name, (params ?? {}) as RouteParams<N>)}`
  if (Taro.getCurrentPages().length >= 10) Taro.redirectTo({ url })
  else Taro.navigateTo({ url })
}

/** Opens the page that a message or a thing to do leads to. */
export function goToPlace({ page, params }: Place): void {
  const go = goTo as (name: RouteName, params: Readonly<Record<string, string>>) => void
  go(page, params)
}

/** Opens a page in the place of this one: back does not lead here again. */
export function takePlace<N extends RouteName>(name: N, params: RouteParams<N>): void {
  Taro.redirectTo({ url: `/${addressOf(name, params)}` })
}

export function goHome(): void {
  Taro.reLaunch({ url: `/${routes.start.path}` })
}

/** Back, or to the start page where one came in by a shared address. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else goHome()
}

type AddressParams = Readonly<Partial<Record<string, string>>>

/**
 * What the address of a page carries, from its frame. Taro's own hook knows only the page in front: what appears on a
 * page below it, as everything does on the page that someone signs in for, would be told the address of the other.
 */
export const AddressContext = createContext<AddressParams | undefined>(undefined)

/** For the frame of a page, which is there from its beginning. */
export const useAddress = (): AddressParams => useRouter().params

/** What the address of this page carries under a name. WeChat and H5 hand it over as it was encoded. */
export function useParam(name: string): string {
  const inFront = useAddress()
  const raw = (useContext(AddressContext) ?? inFront)[name] ?? ''
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
