/** A browser takes a new build by itself, with the next load of the page. */
export function offerUpdates(): void {}
