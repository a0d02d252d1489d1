import { type FormValues, forms } from '@suanhui/shared/forms'
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { FormCells } from './cells'
import { reportParts } from './report-text'

// Half points, and twentieths of a point.
const SIZE = 32
const LINE = 560
const INDENT = 640

const body = (text: string): Paragraph =>
  new Paragraph({
    indent: { firstLine: INDENT },
    spacing: { line: LINE, lineRule: 'exact' },
    children: [new TextRun({ text, font: '仿宋_GB2312', size: SIZE })],
  })

const heading = (text: string): Paragraph =>
  new Paragraph({
    indent: { firstLine: INDENT },
    keepNext: true,
    spacing: { line: LINE, lineRule: 'exact' },
    children: [new TextRun({ text, font: '黑体', size: SIZE })],
  })

/** 附件4 for editing in Word or WPS: the fonts of official papers by name. */
export async function reportDocx(values: FormValues): Promise<Uint8Array> {
  const { title, annex } = forms.report
  const parts = reportParts(new FormCells(forms.report, values))
  const document = new Document({
    title,
    creator: '算惠通',
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ children: [new TextRun({ text: annex, font: '黑体', size: SIZE })] }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: title, font: '方正小标宋简体', size: 44 })],
          }),
          ...parts.flatMap((part) => [
            ...(part.title === undefined ? [] : [heading(part.title)]),
            ...part.paragraphs.map(body),
          ]),
          body(''),
          body('单位名称（盖章）：'),
          body('　　　　年　　月　　日'),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
