import { type Paperwork, startPaperwork } from '@suanhui/bff/paperwork/paperwork'
import {
  type FormValue,
  type FormValues,
  fieldsOf,
  forms,
  type PrintedFormId,
  unprintable,
  valueText,
  withAnswer,
} from '@suanhui/shared/forms'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let paperwork: Paperwork
beforeAll(() => {
  paperwork = startPaperwork({ threads: 1 })
})
afterAll(() => paperwork.close())

interface PdfText {
  readonly pages: number
  readonly text: string
}

/** Without blanks: a text that is broken over lines is still the same text. */
async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    texts.push(text.replace(/\s/g, ''))
  }
  await task.destroy()
  return texts
}

async function textOf(bytes: Uint8Array): Promise<PdfText> {
  const texts = await pageTexts(bytes)
  return { pages: texts.length, text: texts.join('') }
}

const filled = (answers: Readonly<Record<string, FormValue>>): FormValues =>
  Object.entries(answers).reduce<FormValues>((values, [id, value]) => withAnswer(values, id, value), {})

// Fictitious throughout.
const company = {
  companyName: '长沙测试智能科技有限公司',
  creditCode: '91430100MA4TEST018',
  registeredAddress: '湖南省长沙市岳麓区测试路100号测试大厦A座1201室',
  registeredOn: '2021-03-15',
  officeAddress: '湖南省长沙市岳麓区测试路200号',
  legalName: '赵喆堃',
  legalPhone: '13800000001',
  contactName: '钱测试',
  contactPhone: '0731-80000002',
  contactEmail: 'qian@example.cn',
  sme: true,
}

const use = {
  areasOfUse: ['smart_manufacturing', 'low_altitude', 'other'],
  areasOfUseOther: '古籍修复',
  purposes: ['model_training_inference', 'other'],
  purposesOther: '视频渲染',
}

const contract = (n: number) => ({
  number: `CS-2026-00${n}`,
  title: `智算集群租赁服务合同之${n}`,
  totalFen: 123_456_780 + n,
  providerName: `长沙测试算力${n}有限公司`,
  providerCode: '91430100MA4TEST026',
  site: `长沙市望城区测试大道${n}号`,
  domestic: 'domestic',
  chip: '昇腾910B',
  viaPlatform: false,
  ratio: 0.3,
})

const answers: Readonly<Record<PrintedFormId, Readonly<Record<string, FormValue>>>> = {
  demand: {
    ...company,
    legalSex: 'male',
    legalIdKind: 'id_card',
    legalIdNumber: '11010519491231002X',
    legalPosition: '总经理',
    contactSex: 'female',
    contactIdKind: 'passport',
    contactIdNumber: 'E00000000',
    contactPosition: '财务主管',
    revenueLastYearFen: 3_456_789_012,
    revenueThisYearFen: 2_345_678_901,
    shareholders: [
      { name: '长沙测试投资有限公司', share: 0.6 },
      { name: '孙测试', share: 0.255 },
    ],
    businessScope: '人工智能应用软件开发；人工智能基础软件开发；信息系统集成服务；数据处理和存储支持服务。',
    introduction: '公司专注工业视觉大模型，产品用于汽车零部件质检，服务测试客户三十余家，拥有“测试”发明专利12件。',
    claimedFen: 37_037_034,
    computeKind: '国产，昇腾910B共128卡，使用12个月',
    lastYearComputeFen: 0,
    providers: '长沙测试算力1有限公司',
    servicePurpose: '训练和推理工业质检大模型',
  },
  filing: { ...company, ...use, plannedFen: 250_000_000, contracts: [contract(1), contract(2)] },
  application: {
    ...company,
    ...use,
    bankName: '测试银行长沙岳麓支行',
    bankAccount: '6222000011112222333',
    settledFen: 123_456_789,
    contracts: [contract(1), contract(2), contract(3)],
    claimedFen: 37_037_036,
  },
  report: {
    companyName: company.companyName,
    project: '工业质检大模型',
    aboutCompany: '民营企业，主营工业视觉。计划每年使用128卡。',
    aboutUsage: '2026年5月签订合同，总额123.4567万元。\n5月至8月训练模型，准确率99.2%。',
    proofs: [{ name: '系统订单' }, { name: '供给方证明' }],
    aboutValue: '项目提高了质检效率，漏检率下降到0.3%。',
  },
}

/** What the official tables print beside the fields. */
const printed: Readonly<Record<PrintedFormId, readonly string[]>> = {
  demand: [
    '算力补贴需求申请表',
    '1、基本情况',
    '单位名称',
    '统一社会信用代码',
    '注册地址',
    '注册时间',
    '办公地址',
    '法人代表',
    '联系人',
    '姓名',
    '性别',
    '身份证',
    '护照',
    '军官证',
    '职务',
    '电话',
    '证件号：',
    '上年营业收入（万元）',
    '（万元，截止申报当月）',
    '主要股东（按股权比例列出前三名）及所占股权比例',
    '股东名称',
    '所占股权比例（%）',
    '是否属于中小企业',
    '经营范围',
    '2、单位简介（限300字以内）',
    '3、算力券申领信息',
    '申领算力补贴额度（万元）',
    '算力使用类型',
    '上年度实际发生的算力支出',
    '算力供给方名称',
    '算力服务用途',
    '4、项目责任承诺书',
    '承担相应的法律责任及后果。',
    '法定代表人（签章）：',
    '单位名称（盖章）：',
    '年月日',
    '5、审核意见',
    '市（州）工业和信息化部门意见',
    '省工业和信息化厅意见',
  ],
  filing: [
    '算力使用备案表',
    '算力应用领域（可多选）',
    '基础研究',
    '高危作业',
    '应急管理',
    '其他',
    '算力用途（可多选）',
    '拟采购算力金额（万元）',
    '合同编号',
    '合同名称',
    '合同金额（万元）',
    '算力（服务）提供方名称',
    '使用算力及算力（模型）服务类型',
    '算力中心地址',
    '电子邮箱',
  ],
  application: [
    '算力补贴申报表',
    '基本户开户行',
    '账号',
    '算力实际使用金额（万元）',
    '算力提供方名称',
    '是否通过平台使用算力',
    '使用算力类型',
    '补贴比例',
    '申请算力补贴金额（万元）',
    '市州、省直管县（市）主管部门审核意见',
    '工信部门（盖章）',
    '财政部门（盖章）',
  ],
  report: ['算力资源使用报告', '现拟兑付算力补贴', '一、公司简介', '二、算力资源使用情况', '三、价值及成效'],
}

/** Each value as it is printed; options are all printed, with boxes before them. */
function textsOf(form: PrintedFormId): readonly string[] {
  return fieldsOf(forms[form]).flatMap((field): readonly string[] => {
    const value = answers[form][field.id]
    if (field.type === 'rows' && typeof value === 'object')
      return value.flatMap((row: unknown) =>
        typeof row === 'object' && row !== null
          ? field.columns.map((column) => valueText(column, Reflect.get(row, column.id)))
          : [],
      )
    return field.type === 'several of' ? [] : valueText(field, value).split('\n')
  })
}

describe.each(['demand', 'filing', 'application', 'report'] as const)('%s', (form) => {
  it('prints each value and each official label', async () => {
    const { bytes, missing } = await paperwork.renderForm(form, filled(answers[form]))
    const { text } = await textOf(bytes)
    expect(missing).toEqual([])
    for (const each of [...printed[form], ...textsOf(form)]) expect(text).toContain(each.replace(/\s/g, ''))
  })

  it('is the blank table where nothing is filled in', async () => {
    const { text, pages } = await textOf((await paperwork.renderForm(form, {})).bytes)
    for (const each of printed[form]) expect(text).toContain(each)
    expect(text).toContain(`第1页共${pages}页`)
  })
})

describe('what is long or rare', () => {
  it('flows over pages and loses nothing, and numbers them', async () => {
    const long = Array.from({ length: 150 }, (_, n) => `第${n}句，算力（测试）使用情况。`).join('')
    const { bytes } = await paperwork.renderForm('demand', filled({ ...answers.demand, businessScope: long }))
    const { text, pages } = await textOf(bytes)
    expect(pages).toBeGreaterThan(2)
    // What stands on each page, foot and heading, may fall into the middle of a sentence.
    const run = text.replace(/第\d+页共\d+页附件1算力补贴需求申请表/g, '')
    for (let n = 0; n < 150; n += 1) expect(run).toContain(`第${n}句`)
    expect(text).toContain(`第${pages}页共${pages}页`)
  })

  it.each(['filing', 'application'] as const)('%s: the rows of a contract stand on one page', async (form) => {
    const contracts = Array.from({ length: 12 }, (_, n) => contract(n + 1))
    const { bytes } = await paperwork.renderForm(form, filled({ ...answers[form], contracts }))
    const pages = await pageTexts(bytes)
    for (const { number, providerName } of contracts) {
      expect(pages.findIndex((text) => text.includes(number))).toBe(pages.findIndex((t) => t.includes(providerName)))
    }
  })

  it.each(['filing', 'application'] as const)('%s: what is stamped stands with what it is about', async (form) => {
    for (let count = 1; count <= 6; count += 1) {
      const contracts = Array.from({ length: count }, (_, n) => contract(n + 1))
      const pages = await pageTexts((await paperwork.renderForm(form, filled({ ...answers[form], contracts }))).bytes)
      const stamped = pages.find((text) => text.includes('单位名称（盖章）')) ?? ''
      if (form === 'filing') expect(stamped).toContain(`CS-2026-00${count}`)
      else for (const each of ['申请算力补贴金额', '工信部门（盖章）']) expect(stamped).toContain(each)
    }
  })

  it('附件3 with one contract is one page, like the official one', async () => {
    const one = { ...answers.application, contracts: [contract(1)] }
    for (const values of [{}, one]) {
      expect(await pageTexts((await paperwork.renderForm('application', filled(values))).bytes)).toHaveLength(1)
    }
  })

  it('sets the rare characters of names', async () => {
    const rare = '䶮㛃𬭚𫖮㙘①㎡'
    const { bytes, missing } = await paperwork.renderForm('filing', filled({ ...answers.filing, legalName: rare }))
    expect(missing).toEqual([])
    expect((await textOf(bytes)).text).toContain(rare)
  })

  it('marks a character that the font lacks, and tells of it', async () => {
    const { bytes, missing } = await paperwork.renderForm('filing', filled({ ...answers.filing, legalName: '赵𠮷' }))
    expect(missing).toEqual(['𠮷'])
    expect((await textOf(bytes)).text).toContain('赵[U+20BB7]')
  })

  it('leaves out what has no shape', async () => {
    const { bytes, missing } = await paperwork.renderForm(
      'filing',
      filled({ ...answers.filing, legalName: '赵\u200b测\t试\ufeff' }),
    )
    expect(missing).toEqual([])
    expect((await textOf(bytes)).text).toContain('赵测试')
  })

  it('lacks what the phone says it lacks: at both ends of each run of the font', async () => {
    const points = new Set<number>()
    let before = false
    for (let point = 0x20; point < 0x32000; point += 1) {
      if (point >= 0xd800 && point < 0xe000) continue
      const has = unprintable(String.fromCodePoint(point)).length === 0
      if (has !== before) for (const edge of [point - 1, point]) points.add(edge)
      before = has
    }
    expect(points.size).toBeGreaterThan(500)
    const text = String.fromCodePoint(...[...points].filter((point) => point < 0xd800 || point >= 0xe000))
    const { missing } = await paperwork.renderForm('report', filled({ ...answers.report, aboutValue: text }))
    expect([...missing].sort()).toEqual([...unprintable(text)].sort())
  })
})

it('several forms are one PDF, each from a page of its own, with 草稿 across', async () => {
  const bundle = (['demand', 'application', 'report'] as const).map((form) => ({ form, values: filled(answers[form]) }))
  const { text, pages } = await textOf((await paperwork.renderBundle(bundle, { watermark: '草稿' })).bytes)
  for (const { form } of bundle) expect(text).toContain(forms[form].title)
  expect(text.split('草稿')).toHaveLength(pages + 1)
})

it('附件4 is a document of Word, too', async () => {
  const files = unzipSync(await paperwork.renderReportDocx(filled(answers.report)))
  const xml = new TextDecoder().decode(files['word/document.xml'])
  for (const each of ['算力资源使用报告', '一、公司简介', ...textsOf('report')]) expect(xml).toContain(each)
})
