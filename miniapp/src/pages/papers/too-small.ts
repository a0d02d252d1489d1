import type { PickedFile } from '../../platform/picked-file'

/** Longer side in pixels: below it nothing that is printed small can be read (the server measures the same on reading). */
const LEAST_SIDE = 1300

/** Which of these pictures are too small to be read, counted from 1. What is no picture, or was not measured, is not. */
export const tooSmall = (files: readonly PickedFile[]): readonly number[] =>
  files.flatMap(({ width, height }, index) =>
    width !== undefined && height !== undefined && Math.max(width, height) < LEAST_SIDE ? [index + 1] : [],
  )
