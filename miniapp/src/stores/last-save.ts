let lastSave: Promise<unknown> = Promise.resolve()

/** Notes a save that is on its way. */
export function noteSave(save: Promise<unknown>): void {
  lastSave = save
}

/**
 * When what was typed on another page has reached the server, or could not: a page that reads it waits for that. The
 * page that is left begins its save at that moment, so this looks a moment later.
 */
export const whenSaved = (): Promise<unknown> =>
  new Promise((done) => {
    setTimeout(() => lastSave.then(done, done), 0)
  })
