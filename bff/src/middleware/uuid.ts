const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether the text from a path can be an id; what cannot is not there. */
export const isUuid = (text: string): boolean => UUID.test(text)
