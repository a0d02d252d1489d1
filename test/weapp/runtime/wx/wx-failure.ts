/** What goes wrong, in WeChat's own words: `errMsg` is put together from the name and this. */
export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly errno?: number,
  ) {
    super(reason)
  }
}
