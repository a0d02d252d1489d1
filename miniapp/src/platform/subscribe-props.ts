/** What WeChat answered for one kind of message, in its own words. */
export interface SubscribeResult {
  readonly templateId: string
  readonly result: 'accept' | 'acceptWithAudio' | 'acceptWithAlert' | 'reject' | 'ban' | 'filter'
}
