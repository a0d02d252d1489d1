import { isRegionCode } from '@suanhui/shared/region'
import { areaList } from '@vant/area-data'
import { describe, expect, it } from 'vitest'
import { regionLevels, regionName, regionPath, settled } from './regions'

describe('regions', () => {
  it('names a district with its city and province, once each', () => {
    expect(regionName('430104')).toBe('湖南省长沙市岳麓区')
    expect(regionName('140105')).toBe('山西省太原市小店区')
    expect(regionName('110101')).toBe('北京市东城区')
    expect(regionName('990000')).toBe('990000')
  })

  it('reaches every district of the list by choosing level by level', () => {
    const codes = Object.keys(areaList.county_list)
    expect(codes.length).toBeGreaterThan(2800)
    for (const code of codes) {
      const path = regionPath(code)
      expect(path, code).toHaveLength(3)
      const offered = regionLevels(path.slice(0, 2)).map((level) => level.options.map((option) => option.code))
      expect(
        path.every((one, depth) => offered[depth]?.includes(one)),
        code,
      ).toBe(true)
      expect(isRegionCode(code)).toBe(true)
    }
  })

  it('fills in a level without a choice, but never the first', () => {
    expect(settled(['110000'])).toEqual(['110000', '110100'])
    expect(settled(['430000'])).toEqual(['430000'])
    expect(settled([])).toEqual([])
  })
})
