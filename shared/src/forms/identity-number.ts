import { isIsoDate } from '../date'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether it is a number of a resident identity card (GB 11643-1999): a date that exists, and the check character. */
export function isResidentNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  if (!isIsoDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0)
  return '10X98765432'.charAt(sum % 11) === text.charAt(17)
}
