import { limits } from '../../recognition/limits'

/** Names the job that draws the pages of a file; its handler is `jobs/draw-file.ts`. */
export const DRAW_FILE = 'draw_file'

const DRAWN_TYPES: readonly string[] = ['application/pdf', 'application/ofd']

/** Whether a file has pages that are drawn, so that people see what they confirm. */
export const isDrawn = ({ media_type, size }: { readonly media_type: string; readonly size: number }): boolean =>
  DRAWN_TYPES.includes(media_type) && size <= limits.fileBytes
