import { join } from 'node:path'

export interface S3Settings {
  /** `https://host[:port]`, without a path: buckets are addressed by path. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export type StorageSettings =
  | { readonly kind: 'files'; readonly directory: string }
  | { readonly kind: 's3'; readonly s3: S3Settings }

const S3_VARIABLES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** Where files are kept: an object store where all of its variables are there, else `DATA_DIR/files`. */
export function readStorageSettings(
  read: (name: string) => string | undefined,
  dataDir: string,
  problems: string[],
): StorageSettings {
  const files: StorageSettings = { kind: 'files', directory: join(dataDir, 'files') }
  const [endpoint, bucket, region, accessKeyId, secretAccessKey] = S3_VARIABLES.map(read)
  if ([endpoint, bucket, region, accessKeyId, secretAccessKey].every((value) => value === undefined)) return files
  if (!endpoint || !bucket || !region || !accessKeyId || !secretAccessKey) {
    const absent = S3_VARIABLES.filter((name) => read(name) === undefined)
    problems.push(`用对象存储时 ${S3_VARIABLES.join('、')} 都要写，还差 ${absent.join('、')}`)
    return files
  }
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    problems.push('S3_ENDPOINT 要写成 https://主机名，后面不带路径')
    return files
  }
  return { kind: 's3', s3: { endpoint: url.origin, bucket, region, accessKeyId, secretAccessKey } }
}
