import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COMPANY } from '../e2e/journey/story'
import { contractPages } from './journey-parts'

/** Names that stand in the order in which one needs them. */
const numbered = (index: number, name: string): string => `${String(index).padStart(2, '0')}-${name}`

/**
 * The papers of a fictitious company as files, so that somebody without papers gets through to the payment: the check-up
 * compares them with one another and with the company.
 * @returns the folder.
 */
export async function layOutPapers(folder: string): Promise<string> {
  const papers = join(folder, 'papers')
  mkdirSync(papers, { recursive: true })
  const form = await COMPANY.stampedFiling()
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [
    ...(await contractPages()),
    { name: '备案-附件2-盖章.jpg', bytes: form.bytes },
  ]
  for (const [slot, { name, bytes }] of await COMPANY.papers()) {
    const numberOfForm = /附件\d/.exec(slot)?.[0]
    files.push({ name: numberOfForm === undefined ? name : `申请-${numberOfForm}-盖章.jpg`, bytes })
  }
  for (const [index, { name, bytes }] of files.entries()) writeFileSync(join(papers, numbered(index + 1, name)), bytes)
  return papers
}

/** What one types into the page, in words for the terminal. */
export const whoToBe = (): string =>
  [
    `be ${COMPANY.name}, ${COMPANY.creditCode}, 湖南省长沙市岳麓区; sign in with ${COMPANY.phone}`,
    `contract number ${COMPANY.contract.number}, chip ${COMPANY.contract.chip}; any subsidy claimed up to 12 (万元)`,
  ].join('\n')
