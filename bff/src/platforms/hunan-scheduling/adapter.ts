import { type AdapterParts, adapter, type WireWrite } from '../adapter'
import type { PlatformClient } from '../client'
import { statusWords } from './status'
import { routes } from './wire'

const wireWrite: WireWrite = (write, { subjectId }) => {
  if (write.verb === 'submitRegistration') {
    const { verb: _verb, ...body } = write
    return { route: routes.submitRegistration, body: { ...body, reference: subjectId } }
  }
  if (write.verb === 'submitFiling' || write.verb === 'resubmitFiling') {
    const { verb, ...body } = write
    return { route: routes[verb], body: { ...body, reference: subjectId } }
  }
  return undefined
}

export const hunanScheduling = {
  id: 'hunan-scheduling',
  name: '湖南省算力调度平台',
  verbs: ['submitRegistration', 'submitFiling', 'resubmitFiling'],
  words: statusWords,
  wireWrite,
  readings: { registration: routes.getRegistration, filing: routes.getFiling },
  providers: routes.providers,
} as const satisfies AdapterParts

export const openHunanScheduling = (client: PlatformClient) => adapter(hunanScheduling, client)
