/** Where the server is; undefined where the build was given none: then nothing is asked. */
export const apiOrigin: string | undefined = process.env.TARO_APP_API_ORIGIN || undefined
