import { type AdapterParts, adapter, type WireWrite } from '../adapter'
import type { PlatformClient } from '../client'
import { statusWords } from './status'
import { routes } from './wire'

const wireWrite: WireWrite = (write, { subjectId }) => {
  switch (write.verb) {
    case 'submitApplication':
    case 'resubmitApplication': {
      const { verb, ...body } = write
      return { route: routes[verb], body: { ...body, reference: subjectId } }
    }
    case 'withdrawApplication':
      return { route: routes.withdrawApplication, body: { reason: write.reason } }
    case 'raiseObjection':
    case 'explain':
      return { route: routes[write.verb], body: { text: write.text, papers: write.papers } }
    default:
      return undefined
  }
}

export const hunanProjects = {
  id: 'hunan-projects',
  name: '湖南省工信厅项目管理系统',
  verbs: ['submitApplication', 'resubmitApplication', 'withdrawApplication', 'raiseObjection', 'explain'],
  words: statusWords,
  wireWrite,
  readings: { application: routes.getApplication },
  rounds: routes.rounds,
} as const satisfies AdapterParts

export const openHunanProjects = (client: PlatformClient) => adapter(hunanProjects, client)
