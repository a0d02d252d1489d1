import type { ConflictGroup } from '../rules'

/** What each document says at its end, in one form or another: the same thing is not paid twice, the higher is taken. */
export const groups: readonly ConflictGroup[] = [
  {
    title: '同一个算力设施',
    measures: [
      'hn-2025-4/mega-compute-centre',
      'hn-2025-4/compute-centre',
      'hn-2025-4/enterprise-compute-deployment',
      'sx-2024-35/compute-centre',
      'sx-2024-35/major-compute-project',
    ],
  },
  { title: '同一次算力购买', measures: ['hn-2026-168/compute-voucher', 'sx-2024-35/compute-voucher'] },
  { title: '同一笔模型服务费', measures: ['hn-2026-168/compute-voucher', 'cs-2025-16/vertical-model'] },
  { title: '同一个平台的运营', measures: ['hn-2025-4/open-source-platform', 'cs-2025-16/support-platform-operation'] },
  { title: '同一个开源项目', measures: ['hn-2025-4/open-source-product', 'cs-2025-16/open-source-project'] },
  { title: '同一个调度平台', measures: ['hn-2025-4/dispatch-platform', 'sx-2024-35/dispatch-platform'] },
  { title: '同一个大模型', measures: ['sx-2024-35/general-large-model', 'sx-2024-35/industry-large-model'] },
  { title: '同一个示范项目', measures: ['sx-2024-35/application-demo', 'sx-2024-35/benchmark-project'] },
]
