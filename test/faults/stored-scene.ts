import { startObjectStore } from '../services/object-store'
import { type Gate, openGate } from './gate'
import { openScene, type Scene } from './scene'

/** The whole on a PostgreSQL server, its files in an object store behind a gate. */
export async function openStoredScene(): Promise<{
  readonly scene: Scene
  readonly gate: Gate
  close(): Promise<void>
}> {
  const store = await startObjectStore()
  const gate = await openGate(store.settings.endpoint)
  const { bucket, region, accessKeyId, secretAccessKey } = store.settings
  const s3 = { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId }
  const variables = { ...s3, S3_ENDPOINT: gate.url, S3_SECRET_ACCESS_KEY: secretAccessKey }
  const scene = await openScene({ engine: 'server', variables })
  return {
    scene,
    gate,
    async close() {
      await scene.close()
      await gate.stop()
      await store.close()
    },
  }
}
