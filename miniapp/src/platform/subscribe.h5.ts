import type { SubscribeResult } from './subscribe-props'

/** Only WeChat has its messages. */
export const canSubscribe = false

export const askToSubscribe = async (_templateIds: readonly string[]): Promise<readonly SubscribeResult[]> => []
