import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaperKind } from '@suanhui/shared/papers'
import {
  computeBillData,
  contractData,
  contractPdf,
  type InvoiceType,
  invoiceData,
  invoiceOfd,
  invoicePdf,
  invoiceXml,
  type Level,
  paymentSlipData,
  photograph,
  type Truth,
} from '../../papers'
import { sheetPng } from '../../papers/draw-sheet'
import { heldOutBill, heldOutContract, heldOutInvoice, heldOutSlip } from '../../papers/held-out-sheets'
import { invoiceTruth } from '../../papers/invoice-data'
import { computeBillTruth, contractTruth, paymentSlipTruth } from '../../papers/other-data'
import type { Sheet } from '../../papers/sheet'

/** One file to read; several of one paper are its pages. */
export interface BenchFile {
  readonly paper: string
  readonly kind: PaperKind
  /** A level of photos, or the form of a digital file. */
  readonly level: string
  readonly path: string
}

export interface BenchPaper {
  readonly id: string
  readonly kind: PaperKind
  readonly level: string
  readonly truth: Truth
}

export interface Corpus {
  readonly papers: readonly BenchPaper[]
  readonly files: readonly BenchFile[]
}

export const LEVELS: readonly Level[] = ['L0', 'L1', 'L2', 'L3', 'L4']
const TYPES: readonly InvoiceType[] = ['31', '32', '10', '20', '01', '04']
/** Seeds of held-out papers; tests and tuning use others. */
const FIRST_SEED = 910_000

interface Drawn {
  readonly id: string
  readonly kind: PaperKind
  readonly truth: Truth
  readonly sheets: readonly Sheet[]
  readonly scale: number
}

function heldOut(each: number): readonly Drawn[] {
  const seeds = Array.from({ length: each }, (_, index) => FIRST_SEED + index)
  const invoices = seeds.flatMap((seed) =>
    TYPES.map((type, index): Drawn => {
      const data = invoiceData(seed * 10 + index, { type })
      return {
        id: `invoice-${type}-${seed}`,
        kind: 'invoice',
        truth: invoiceTruth(data),
        sheets: [heldOutInvoice(data)],
        scale: 2.3,
      }
    }),
  )
  const others = seeds.flatMap((seed): readonly Drawn[] => {
    const [contract, slip, bill] = [contractData(seed), paymentSlipData(seed), computeBillData(seed)]
    return [
      {
        id: `contract-${seed}`,
        kind: 'contract',
        truth: contractTruth(contract),
        sheets: heldOutContract(contract),
        scale: 1.5,
      },
      {
        id: `slip-${seed}`,
        kind: 'payment_slip',
        truth: paymentSlipTruth(slip),
        sheets: [heldOutSlip(slip)],
        scale: 2.4,
      },
      {
        id: `bill-${seed}`,
        kind: 'compute_bill',
        truth: computeBillTruth(bill),
        sheets: [heldOutBill(bill)],
        scale: 1.9,
      },
    ]
  })
  return [...invoices, ...others]
}

/** Held-out papers, photographed at every level, as files in a folder. */
export async function photoCorpus(folder: string, each: number): Promise<Corpus> {
  await mkdir(folder, { recursive: true })
  const papers: BenchPaper[] = []
  const files: BenchFile[] = []
  for (const { id, kind, truth, sheets, scale } of heldOut(each)) {
    const pages = sheets.map((sheet) => sheetPng(sheet, scale))
    for (const [at, level] of LEVELS.entries()) {
      const paper = `${id}-${level}`
      papers.push({ id: paper, kind, level, truth })
      for (const [page, image] of pages.entries()) {
        const path = join(folder, `${paper}-${page}.jpg`)
        await writeFile(path, await photograph(image, level, papers.length * 31 + at * 7 + page))
        files.push({ paper, kind, level, path })
      }
    }
  }
  return { papers, files }
}

/** Files that hold their own data, in every form. */
export async function digitalCorpus(folder: string, each: number): Promise<Corpus> {
  await mkdir(folder, { recursive: true })
  const papers: BenchPaper[] = []
  const files: BenchFile[] = []
  const add = async (level: string, kind: PaperKind, file: { bytes: Uint8Array; truth: Truth }): Promise<void> => {
    const id = `${level}-${papers.length}`
    const path = join(folder, `${id}.bin`)
    await writeFile(path, file.bytes)
    papers.push({ id, kind, level, truth: file.truth })
    files.push({ paper: id, kind, level, path })
  }
  for (let index = 0; index < each; index++) {
    const seed = FIRST_SEED * 2 + index
    const [digital, older] = [invoiceData(seed, { type: index % 2 ? '31' : '32' }), invoiceData(seed, { type: '10' })]
    await add('XML', 'invoice', invoiceXml(digital))
    await add('OFD, attachment', 'invoice', invoiceOfd(older))
    await add('OFD, tags', 'invoice', invoiceOfd(digital, { tags: true, text: true }))
    await add('OFD, text', 'invoice', invoiceOfd(older, { text: true }))
    for (const font of ['embedded', 'UniGB-UCS2-H', 'GBK-EUC-H'] as const) {
      await add(`PDF, font ${font}`, 'invoice', await invoicePdf(index % 2 ? digital : older, { font }))
      await add(`PDF of a contract, font ${font}`, 'contract', await contractPdf(contractData(seed), { font }))
    }
  }
  return { papers, files }
}
