import { z } from 'zod'
import { isIsoDate } from '../date'

/** A civil date in Asia/Shanghai, checked by the one function that the rules use too. */
export const CivilDate = z
  .string({ error: '日期要写成 2026-11-03 这样' })
  .refine(isIsoDate, { error: '日期要写成 2026-11-03 这样，并且这一天存在' })
  .meta({ format: 'date', examples: ['2026-11-21'] })
