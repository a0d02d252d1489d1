/** So many days before the day itself someone is reminded. */
export const REMIND_DAYS = {
  filing_due: [10, 3, 1, 0],
  correction_due: [3, 1, 0],
  voucher_ending: [30, 7, 3, 1, 0],
  round_opens: [7, 0],
  round_closes: [10, 3, 1],
  document_ending: [30, 7],
} as const satisfies Readonly<Record<string, readonly number[]>>

/**
 * Which of the reminders is due with so many days left: the nearest one that has come. A day on which nobody looked is
 * made up for later, once; undefined before the first, and after the day itself.
 */
export function reminderFor(days: readonly number[], daysLeft: number): number | undefined {
  if (daysLeft < 0) return undefined
  const reached = days.filter((day) => daysLeft <= day)
  return reached.length === 0 ? undefined : Math.min(...reached)
}
