import type { FormCells } from './cells'

export interface ReportPart {
  readonly title?: string
  readonly paragraphs: readonly string[]
}

const paragraphs = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')

/** 附件4 as running text, for PDF and DOCX alike. */
export function reportParts(cells: FormCells): readonly ReportPart[] {
  const project = cells.text('project') || 'XX'
  const company = cells.text('companyName') || 'XX单位'
  const proofs = cells.rows('proofs', 0).map(({ name = '' }, index) => `${index + 1}. ${name}`)
  const proofText = proofs.length === 0 ? [] : ['算力真实性使用证明（佐证材料加盖公章）：', ...proofs]
  return [
    { paragraphs: [`因${project}项目需要，${company}现拟兑付算力补贴，具体算力资源使用情况说明如下：`] },
    { title: '一、公司简介', paragraphs: paragraphs(cells.text('aboutCompany')) },
    { title: '二、算力资源使用情况', paragraphs: [...paragraphs(cells.text('aboutUsage')), ...proofText] },
    { title: '三、价值及成效', paragraphs: paragraphs(cells.text('aboutValue')) },
  ]
}
