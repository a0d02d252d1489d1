/** WeChat keeps the whole mini-program by itself. */
export function keepOffline(): void {}
