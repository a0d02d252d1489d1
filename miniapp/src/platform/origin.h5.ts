/** The page comes from the server it asks. */
export const apiOrigin: string | undefined = ''
