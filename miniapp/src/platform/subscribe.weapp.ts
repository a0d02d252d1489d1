import Taro from '@tarojs/taro'
import type { SubscribeResult } from './subscribe-props'

export const canSubscribe = true

const RESULTS: readonly SubscribeResult['result'][] = [
  'accept',
  'acceptWithAudio',
  'acceptWithAlert',
  'reject',
  'ban',
  'filter',
]

/** WeChat asks for three at most at a time. */
const MOST = 3

/** Shows WeChat's own question. It must be called in a tap, with nothing awaited before. */
export async function askToSubscribe(templateIds: readonly string[]): Promise<readonly SubscribeResult[]> {
  const tmplIds = templateIds.slice(0, MOST)
  // Taro's types ask for Alipay's ids as well; WeChat knows only these.
  const answer: unknown = await Taro.requestSubscribeMessage({
    tmplIds,
  } as Taro.requestSubscribeMessage.Option)
  if (typeof answer !== 'object' || answer === null) return []
  const said = new Map<string, unknown>(Object.entries(answer))
  return tmplIds.flatMap((templateId) => {
    const result = RESULTS.find((one) => one === said.get(templateId))
    return result === undefined ? [] : [{ templateId, result }]
  })
}
