import type { Measure } from '../../rules'

/** The plan names neither papers nor where to apply, and it is over. */
const over = {
  materials: [],
  applyAt: '计划已经结束，没有地方可以申领',
  deadline: '计划到2024年12月31日已经结束',
} as const

const unstated = {
  amount: { basis: 'unspecified' },
  amountNote: '文件没有写金额，计划也已经结束，现在不能申领。',
} as const

export const measures: readonly Measure[] = [
  {
    slug: 'application-scenarios',
    title: '先进计算应用场景',
    clauses: ['三(三)'],
    summary:
      '三年里在智能制造、城市大脑、智能网联汽车、超高清视频、医药研发、三航（航空、航天、航海）、种业科技七个领域做出300个以上的应用场景。没有写金额，计划到2024年底已经结束。',
    audience: '当时在长沙做先进计算应用的单位',
    ...over,
    handledBy: '市工业和信息化局、市数据资源局、市科技局、市发展改革委、市农业农村局，区县政府和有关园区管委会',
    criteria: [{ fact: 'company.region', within: '4301', cite: '三(三)' }],
    ...unstated,
  },
  {
    slug: 'compute-platforms',
    title: '超算中心和人工智能计算中心',
    clauses: ['三(二)'],
    summary:
      '扩大国家超级计算长沙中心的应用，建设人工智能计算中心，提高长沙的算力。没有写金额，计划到2024年底已经结束。',
    audience: '当时在长沙建设或使用这两个算力平台的单位',
    ...over,
    handledBy: '长沙高新区管委会、市工业和信息化局、市科技局、市数据资源局、市发展改革委',
    criteria: [{ fact: 'company.region', within: '4301', cite: '三(二)' }],
    ...unstated,
  },
  {
    slug: 'industry-ecosystem',
    title: '先进计算产业生态',
    clauses: ['三(四)'],
    summary:
      '支持算力、算法、数据和计算应用四个方面的上下游一起发展，搭建供需对接平台。没有写金额，计划到2024年底已经结束。',
    audience: '当时长沙先进计算产业的单位',
    ...over,
    handledBy: '市工业和信息化局、市科技局、市数据资源局、长沙高新区管委会、天心经开区管委会',
    criteria: [{ fact: 'company.region', within: '4301', cite: '三(四)' }],
    ...unstated,
  },
  {
    slug: 'technology-innovation',
    title: '先进计算技术创新',
    clauses: ['三(五)'],
    summary:
      '鼓励企业、高校和科研机构一起建技术创新中心、攻关共性技术、布局专利和软件著作权。没有写金额，计划到2024年底已经结束。',
    audience: '当时在长沙做先进计算研发的企业、高校和科研机构',
    ...over,
    handledBy: '市科技局、市工业和信息化局、市数据资源局、长沙高新区管委会',
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise', 'university', 'research_institute'], cite: '三(五)1' },
      { fact: 'company.region', within: '4301', cite: '三(五)1' },
    ],
    ...unstated,
  },
  {
    slug: 'leading-enterprises',
    title: '先进计算骨干企业培育',
    clauses: ['三(五)'],
    summary:
      '选出一批技术强、成长好的单项冠军和专精特新企业，在创新、品牌、上市和融资上重点帮扶，支持龙头企业带动上下游。没有写金额，计划到2024年底已经结束。',
    audience: '当时长沙先进计算产业的企业',
    ...over,
    handledBy: '市工业和信息化局、市发展改革委、市政府金融办、市科技局、长沙高新区管委会',
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise'], cite: '三(五)2' },
      { fact: 'company.region', within: '4301', cite: '三(五)2' },
    ],
    ...unstated,
  },
  {
    slug: 'talent',
    title: '先进计算人才培养和引进',
    clauses: ['三(五)'],
    summary:
      '先进计算产业的人才重点列入长沙的高层次人才认定和紧缺急需人才工程，推动高校和企业一起建实训基地。没有写金额，计划到2024年底已经结束。',
    audience: '当时长沙先进计算产业的单位和人才',
    ...over,
    handledBy: '市委人才办、市教育局、市卫生健康委、市发展改革委、市科技局、市工业和信息化局、长沙高新区管委会',
    criteria: [{ fact: 'company.region', within: '4301', cite: '三(五)4' }],
    ...unstated,
  },
  {
    slug: 'finance-support',
    title: '先进计算企业融资支持',
    clauses: ['三(五)'],
    summary:
      '引导风险投资、银行贷款和政府基金投向先进计算的中小企业，开展专利质押融资，帮助企业准备上市。没有写金额，计划到2024年底已经结束。',
    audience: '当时长沙先进计算领域的中小企业',
    ...over,
    handledBy: '市政府金融办、市科技局、市工业和信息化局、市财政局、长沙高新区管委会',
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise'], cite: '三(五)5' },
      { fact: 'company.region', within: '4301', cite: '三(五)5' },
    ],
    ...unstated,
  },
]
