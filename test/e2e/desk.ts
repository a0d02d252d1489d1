import { expect } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox'

/** One step of a reviewer at the desk, as its page does it. */
export async function decideAt(
  { url }: Sandbox,
  seat: string,
  caseId: string,
  action: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const response = await fetch(`${url}/desk/api/cases/${caseId}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seat, ...input }),
  })
  expect(`${response.status} ${await response.text()}`.slice(0, 200)).toMatch(/^20\d /)
}

/** The province orders what was recommended within the budget of the round. */
export async function rankAtDesk({ url }: Sandbox): Promise<void> {
  const response = await fetch(`${url}/desk/api/round/rank`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seat: 'province' }),
  })
  expect(`${response.status} ${await response.text()}`.slice(0, 200)).toMatch(/^20\d /)
}
