/** The experts of the round; fictitious. Each application is scored by all of them. */
export const EXPERTS: readonly { readonly id: string; readonly name: string; readonly field: string }[] = [
  { id: 'expert-1', name: '专家测试一', field: '人工智能算法' },
  { id: 'expert-2', name: '专家测试二', field: '算力基础设施' },
  { id: 'expert-3', name: '专家测试三', field: '财务与审计' },
]
