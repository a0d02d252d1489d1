/** A GB/T 2260 code of six digits: 430104 is 长沙市岳麓区. */
export type RegionCode = string

/** The first two or four digits of a code: 43 is 湖南省, 4301 is 长沙市. */
export type Area = string

export const isRegionCode = (text: unknown): text is RegionCode => typeof text === 'string' && /^\d{6}$/.test(text)

/** Whether the place lies in the area: 430104 lies in 4301 and in 43. */
export const isWithin = (code: RegionCode, area: Area): boolean => code.startsWith(area)
