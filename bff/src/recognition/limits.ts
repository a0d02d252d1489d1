const MB = 1024 * 1024

/** What one file may cost. Real papers stay far below. */
export const limits = {
  fileBytes: 20 * MB,
  pages: 30,
  /** A phone's best camera takes 50 to 60 megapixels; 100 are an attack. */
  pixels: 64_000_000,
  xmlBytes: 5 * MB,
  xmlDepth: 64,
  xmlElements: 200_000,
  zipEntries: 400,
  zipEntryBytes: 20 * MB,
  zipBytes: 60 * MB,
  /** Inflated size over packed size, counted above {@link zipRatioFromBytes}. */
  zipRatio: 200,
  zipRatioFromBytes: MB,
  tableRows: 200_000,
} as const
