/** Two by two pixels of a finer picture for each of a coarser one: row and column. */
export const SQUARE = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const
