import { download } from '../platform/download'
import { accessToken, renewedToken } from './access'
import { ApiError } from './send'

async function once(path: string, token: string): Promise<{ readonly status: number; readonly src: string }> {
  try {
    return await download({ path, headers: { authorization: `Bearer ${token}` } })
  } catch {
    throw new ApiError('OFFLINE', '没有连上网络。您填的都在，连上网再试一次')
  }
}

/**
 * Brings a file of the server to this phone.
 * @returns what a picture takes as its source, and `openFile` opens. Throws {@link ApiError}.
 */
export async function fetchFile(path: string): Promise<string> {
  let fetched = await once(path, await accessToken())
  if (fetched.status === 401) fetched = await once(path, await renewedToken())
  if (fetched.status === 404) throw new ApiError('NOT_FOUND', '没有这个文件，可能已经删掉了', 404)
  if (fetched.status !== 200) throw new ApiError('UNEXPECTED', '文件没有取到，请稍后再试', fetched.status)
  return fetched.src
}
