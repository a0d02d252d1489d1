/** Where the bytes lie: all keys are made of ids that the server gave. */
export const partKey = (uploadId: string, part: number): string => `parts/${uploadId}-${part}`
export const fileKey = (fileId: string): string => `files/${fileId}`
export const viewKey = (fileId: string, size: 'view' | 'thumb'): string => `${size}s/${fileId}`

/** Everything that lies there because of one file. */
export const keysOfFile = (fileId: string): readonly string[] => [
  fileKey(fileId),
  viewKey(fileId, 'view'),
  viewKey(fileId, 'thumb'),
]
