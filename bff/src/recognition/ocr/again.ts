import { creditCodeIn } from '../text/codes'

/**
 * Whether a line has to be read again: it has a code or a number by its label, and the check digit or the length says
 * that characters are missing. Read wider, runs of equal digits come apart.
 */
export function looksWrong(line: string): boolean {
  const text = line.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const code = /(?:识别号|信用代码|税号)[^0-9A-Z]{0,3}([0-9A-Z]{12,22})$/.exec(text)?.[1] ?? bareCode(text)
  if (code) return creditCodeIn(code) !== code
  const number = /发?票号码[:：;]?(\d{6,})$/.exec(text)?.[1]
  if (number) return number.length !== 20 && number.length !== 8
  const check = /校?验码[:：;]?(\d{10,})$/.exec(text)?.[1]
  return check !== undefined && check.length !== 20
}

/** Letters and digits alone, as credit codes begin. */
const bareCode = (text: string): string | undefined => /^(9[1-3]\d{4}[0-9A-Z]{8,14})$/.exec(text)?.[1]
