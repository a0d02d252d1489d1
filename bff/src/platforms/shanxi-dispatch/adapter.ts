import { type AdapterParts, adapter, type WireWrite } from '../adapter'
import type { PlatformClient } from '../client'
import { statusWords } from './status'
import { routes } from './wire'

const wireWrite: WireWrite = (write, { subjectId }) => {
  if (write.verb === 'redeemVoucher') {
    const { verb: _verb, ...body } = write
    return { route: routes.redeemVoucher, body }
  }
  if (write.verb === 'submitRegistration' || write.verb === 'claimVoucher') {
    const { verb, ...body } = write
    return { route: routes[verb], body: { ...body, reference: subjectId } }
  }
  return undefined
}

export const shanxiDispatch = {
  id: 'shanxi-dispatch',
  name: '山西省一体化算力调度和监测平台',
  verbs: ['submitRegistration', 'claimVoucher', 'redeemVoucher'],
  words: statusWords,
  wireWrite,
  readings: { registration: routes.getRegistration, voucher: routes.getVoucher },
  providers: routes.providers,
  rounds: routes.rounds,
} as const satisfies AdapterParts

export const openShanxiDispatch = (client: PlatformClient) => adapter(shanxiDispatch, client)
