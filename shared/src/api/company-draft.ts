import { z } from 'zod'
import { isCreditCode, normaliseCreditCode } from '../credit-code'
import type { CompanyProfile } from '../forms'
import { isRegionCode } from '../region'
import { CivilDate } from './date'
import type { ReadOnly } from './shape'

const NEED_CODE = '统一社会信用代码是18位，请对照营业执照看一遍'
export const CreditCodeText = z
  .string(NEED_CODE)
  .max(60, NEED_CODE)
  .overwrite(normaliseCreditCode)
  .refine(isCreditCode, NEED_CODE)
  .meta({ description: '统一社会信用代码；小写、带空格都可以' })

const text = (what: string, max: number) =>
  z.string(`请填${what}`).trim().min(1, `请填${what}`).max(max, `${what}最多写${max}个字`)

export const CompanyName = text('公司名称', 100)
export const Region = z.string('请选所在的区县').refine(isRegionCode, '请选所在的区县')

const narrow = (given: string): string => given.normalize('NFKC').replace(/\s/g, '')
const PHONE = /^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?|400-?\d{3}-?\d{4})$/
const NEED_PHONE = '电话号码不对，手机号是11位，座机请写上区号'
const PhoneText = z.string(NEED_PHONE).max(40, NEED_PHONE).overwrite(narrow).regex(PHONE, NEED_PHONE)
const NEED_EMAIL = '邮箱不对，中间要有@'
const Email = z
  .string(NEED_EMAIL)
  .max(200, NEED_EMAIL)
  .overwrite(narrow)
  .regex(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, NEED_EMAIL)
const NEED_ACCOUNT = '银行账号只有数字，请对照开户证明看一遍'
const Account = z
  .string(NEED_ACCOUNT)
  .max(60, NEED_ACCOUNT)
  .overwrite((given) => narrow(given).replace(/-/g, ''))
  .regex(/^\d{8,32}$/, NEED_ACCOUNT)
const NEED_FEN = '金额以分为单位，只能是不小于0的整数'
const Amount = z.int(NEED_FEN).min(0, NEED_FEN).meta({ description: '单位是分' })
const Sex = z.enum(['male', 'female'], '请选男或者女')
const IdKind = z.enum(['id_card', 'passport', 'officer_card'], '请选身份证、护照或者军官证')
const IdNumber = text('证件号', 30).overwrite((given) => narrow(given).toUpperCase())
const NEED_SHARE = '持股比例要在0到100%之间，15%写作0.15'
const Shareholders = z
  .array(
    z.strictObject({ name: text('股东名称', 100), share: z.number(NEED_SHARE).min(0, NEED_SHARE).max(1, NEED_SHARE) }),
  )
  .max(10, '最多写10个股东')

const given = <T extends z.ZodType>(type: T) => z.exactOptional(type.nullable())

/** What a company says of itself, as the official forms ask it; any part of it. Null: taken back. */
export const CompanyDraft = z.strictObject({
  registeredAddress: given(text('注册地址', 200)),
  registeredOn: given(CivilDate),
  officeAddress: given(text('办公地址', 200)),
  legalName: given(text('法定代表人姓名', 50)),
  legalSex: given(Sex),
  legalIdKind: given(IdKind),
  legalIdNumber: given(IdNumber),
  legalPosition: given(text('职务', 50)),
  legalPhone: given(PhoneText),
  contactName: given(text('联系人姓名', 50)),
  contactSex: given(Sex),
  contactIdKind: given(IdKind),
  contactIdNumber: given(IdNumber),
  contactPosition: given(text('职务', 50)),
  contactPhone: given(PhoneText),
  contactEmail: given(Email),
  revenueLastYearFen: given(Amount),
  revenueThisYearFen: given(Amount),
  shareholders: given(Shareholders),
  sme: given(z.boolean('请选“是”或者“否”')),
  businessScope: given(text('经营范围', 4000)),
  introduction: given(text('公司简介', 4000)),
  bankName: given(text('开户行', 100)),
  bankAccount: given(Account),
})
export type CompanyDraft = ReadOnly<z.output<typeof CompanyDraft>>

/** Every field of the forms' profile can be given, and none besides. */
true satisfies [keyof CompanyDraft] extends [Exclude<keyof CompanyProfile, 'name' | 'creditCode'>] ? true : never
true satisfies [Exclude<keyof CompanyProfile, 'name' | 'creditCode'>] extends [keyof CompanyDraft] ? true : never
