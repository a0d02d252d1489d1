/** Where the bytes lie: all keys are made of ids that the server gave. */
export const partKey = (uploadId: string, part: number): string => `parts/${uploadId}-${part}`
export const fileKey = (fileId: string): string => `files/${fileId}`
export const viewKey = (fileId: string, size: 'view' | 'thumb'): string => `${size}s/${fileId}`

/** @param sheet which page of the file, from 0. */
export const sheetKey = (fileId: string, sheet: number, size: 'view' | 'thumb'): string =>
  `${viewKey(fileId, size)}-${sheet}`

/** Everything that lies there because of one file. @param sheets how many pages of it were drawn. */
export const keysOfFile = (fileId: string, sheets = 0): readonly string[] => [
  fileKey(fileId),
  viewKey(fileId, 'view'),
  viewKey(fileId, 'thumb'),
  ...Array.from({ length: sheets }, (_, sheet) => [
    sheetKey(fileId, sheet, 'view'),
    sheetKey(fileId, sheet, 'thumb'),
  ]).flat(),
]
