import { areaList } from '@vant/area-data'
import type { Level } from '../../platform/levels-input-props'

type Place = Level['options'][number]

const placesOf = (list: Readonly<Record<string, string>>): readonly Place[] =>
  Object.entries(list).map(([code, name]) => ({ code, name }))

const provinces = placesOf(areaList.province_list)
const cities = placesOf(areaList.city_list)
const counties = placesOf(areaList.county_list)

const under = (places: readonly Place[], code: string, digits: number): readonly Place[] =>
  places.filter((place) => place.code.startsWith(code.slice(0, digits)))

/** The lists that lie open: provinces, then the cities of the one chosen, then its districts and counties. */
export function regionLevels(chosen: readonly string[]): readonly Level[] {
  const [province, city] = chosen
  return [
    { name: '省', options: provinces },
    ...(province === undefined ? [] : [{ name: '市', options: under(cities, province, 2) }]),
    ...(city === undefined ? [] : [{ name: '区县', options: under(counties, city, 4) }]),
  ]
}

/** The choice with every level filled in that leaves no choice: 北京市 has one city, 北京市. */
export function settled(chosen: readonly string[]): readonly string[] {
  const open = regionLevels(chosen)[chosen.length]
  const only = open?.options.length === 1 ? open.options[0] : undefined
  return only === undefined || chosen.length === 0 ? chosen : settled([...chosen, only.code])
}

/** The levels of a district's code: 430104 → 430000, 430100, 430104. Empty where the code is not in the list. */
export function regionPath(code: string): readonly string[] {
  const path = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  return path.every((one) => nameOf(one) !== undefined) ? path : []
}

function nameOf(code: string): string | undefined {
  const lists: Readonly<Record<string, string>>[] = [areaList.province_list, areaList.city_list, areaList.county_list]
  return lists.map((list) => list[code]).find((name) => name !== undefined)
}

/** 湖南省长沙市岳麓区; the bare code where the list does not have it. */
export function regionName(code: string): string {
  const names = regionPath(code).flatMap((one) => nameOf(one) ?? [])
  return names.length === 0 ? code : [...new Set(names)].join('')
}
