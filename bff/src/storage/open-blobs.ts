import type { Blobs } from './blobs'
import { fileBlobs } from './file-blobs'
import { s3Blobs } from './s3-blobs'
import type { StorageSettings } from './settings'

interface World {
  readonly fetch: typeof globalThis.fetch
  readonly clock: () => Date
}

export const openBlobs = (settings: StorageSettings, world: World): Blobs =>
  settings.kind === 's3' ? s3Blobs(settings.s3, world) : fileBlobs(settings.directory)
