import type { FieldValue } from './field'
import type { PaperKind } from './kinds'

/** Where a value was read: the file's own data are exact, a QR code nearly so, OCR may be wrong. */
export type FieldSource = 'xml' | 'ofd' | 'pdf' | 'qr' | 'ocr' | 'table' | 'verification' | 'person'

/** Fractions of the page's width and height, from its upper left corner; the page counts from 0. */
export interface PagePlace {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ReadField {
  readonly value: FieldValue
  readonly source: FieldSource
  /** 0 to 1. */
  readonly confidence: number
  /** `verified`: two independent sources agree, or the file itself says so. `suggested`: a person has to look. */
  readonly status: 'verified' | 'suggested'
  readonly place?: PagePlace
}

/** One row of an invoice, a bill or a log. */
export interface ReadLine {
  /** *信息技术服务*算力服务费 … */
  readonly name: string
  readonly quantity?: number
  readonly unit?: string
  /** Without tax. */
  readonly amountFen?: number
  readonly taxFen?: number
  /** As printed: 6%, 免税, 不征税. */
  readonly taxRate?: string
  readonly from?: string
  readonly to?: string
}

/** A red round seal; whose it is, and whether it is genuine, nobody here can tell. */
export interface FoundSeal {
  readonly place: PagePlace
  /** 0 to 1: how much of the ring is seen. */
  readonly coverage: number
}

/** What is wrong with a picture; the words are in `qualityAdvice`. */
export type QualityProblem = 'too_small' | 'blurred' | 'dark' | 'glare' | 'cut_off' | 'grey' | 'empty'

export interface PageReading {
  readonly width: number
  readonly height: number
  readonly problems: readonly QualityProblem[]
}

/** What was read off a paper. A field that was not read is absent: nothing is invented. */
export interface Reading {
  readonly kind: PaperKind
  /** 0 to 1: how sure the kind is. */
  readonly kindConfidence: number
  readonly fields: Readonly<Record<string, ReadField>>
  readonly lines: readonly ReadLine[]
  readonly seals: readonly FoundSeal[]
  readonly pages: readonly PageReading[]
  /** Fields for which two sources disagree: a person has to look at these first. */
  readonly disagreements: readonly string[]
}
