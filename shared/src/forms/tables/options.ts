import type { Option } from '../form'

const options = (labels: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }))

/** Who may claim Shanxi's voucher; the keys are those of the fact company.kind. */
export const applicantKinds = options({ enterprise: '企业', university: '高校', research_institute: '科研机构' })

export const sexes = options({ male: '男', female: '女' })

export const identityKinds = options({ id_card: '身份证', passport: '护照', officer_card: '军官证' })

/** The key of 其他, whose words stand in a field of their own. */
export const OTHER = 'other'

/** 算力应用领域, in the order of 附件2 and 附件3. */
export const areasOfUse = options({
  basic_research: '基础研究',
  smart_manufacturing: '智能制造',
  culture_tourism: '文化旅游',
  agriculture: '农业',
  embodied_ai: '具身智能',
  autonomous_driving: '自动驾驶',
  smart_devices: '智能终端',
  low_altitude: '低空经济',
  smart_education: '智慧教育',
  smart_healthcare: '智慧医疗',
  hazardous_work: '高危作业',
  government_services: '政务服务',
  emergency: '应急管理',
  [OTHER]: '其他',
})

/** 算力用途, in the order of 附件2 and 附件3. */
export const purposes = options({
  model_training_inference: '人工智能模型训练推理',
  data_labelling: '数据标注',
  data_analysis: '数据分析',
  engineering_design: '工程设计',
  [OTHER]: '其他',
})

export const domesticKinds = options({ domestic: '国产', foreign: '非国产', mixed: '国产和非国产' })
