import type {
  BodyOf,
  CompletedUpload,
  completeUploadContract,
  deleteUploadContract,
  newUploadContract,
  Upload,
  uploadContract,
} from '@suanhui/shared/api'
import { pathOf } from './address'
import { ask, sendBytes } from './ask'

/** Which upload of which company. */
export interface UploadRef {
  readonly companyId: string
  readonly uploadId: string
}

const BASE = '/v1/companies/{companyId}/uploads'

/** @param key names the attempt: asked again after a lost answer, one upload begins. */
export const beginUpload = (companyId: string, body: BodyOf<typeof newUploadContract>, key: string): Promise<Upload> =>
  ask<typeof newUploadContract>({ method: 'post', path: BASE, access: 'member', params: { companyId }, body, key })

/** What the server has of it. */
export const readUpload = (params: UploadRef): Promise<Upload> =>
  ask<typeof uploadContract>({ method: 'get', path: `${BASE}/{uploadId}`, access: 'member', params })

/** One part, once: whether it arrived is asked before it is sent again. */
export const sendPart = async (ref: UploadRef, part: number, bytes: ArrayBuffer): Promise<void> => {
  await sendBytes(pathOf(`${BASE}/{uploadId}/parts/{part}`, { ...ref, part }), bytes)
}

/** May be asked again: the answer is one. */
export const completeUpload = (params: UploadRef): Promise<CompletedUpload> =>
  ask<typeof completeUploadContract>({
    method: 'post',
    path: `${BASE}/{uploadId}/complete`,
    access: 'member',
    params,
    // The server puts the parts together and looks into the file.
    timeoutMs: 60_000,
  })

export const deleteUpload = (params: UploadRef): Promise<void> =>
  ask<typeof deleteUploadContract>({ method: 'delete', path: `${BASE}/{uploadId}`, access: 'member', params })
