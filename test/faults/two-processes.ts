import type { Fault } from './fault'
import { startInVain } from './product'
import { openScene } from './scene'

/** A second server is started on the data of the first: it has to refuse, and the first not to notice. */
export const twoProcesses: Fault = async ({ times }) => {
  const scene = await openScene({ engine: 'embedded' })
  const wrong: string[] = []
  try {
    await scene.start()
    const person = scene.client('13800002000')
    await person.signIn()
    const count = times(3)
    let words = ''
    for (let index = 0; index < count; index += 1) {
      const variables = { ...scene.settings.variables, PORT: '0' }
      const second = await startInVain({ ...scene.settings, variables }, 30_000)
      words = second.words.trim()
      if (second.code !== 1) wrong.push(`the second ended with ${second.code} ${second.signal}`)
      if (!/数据目录 .* 正在被进程 \d+（机器 .*）使用，同一个目录只能由一个程序打开/.test(words))
        wrong.push(`it said: ${words}`)
      if (words.includes('    at ')) wrong.push('it showed a stack')
    }
    const me = await person.ask('GET', '/v1/me')
    if (me.status !== 200) wrong.push(`the first one answered ${me.status} afterwards`)
    return [
      {
        done: `${count} × a second process on one data directory`,
        acknowledged: 1,
        lost: 0,
        twice: 0,
        explained: 0,
        note: 'refused with exit code 1 and who holds it; the first one goes on',
        wrong,
      },
    ]
  } finally {
    await scene.close()
  }
}
