/** One bit a company; its length is a multiple of {@link STRIDE} words. */
export type Plane = Int32Array

/**
 * Words that one step of a loop works on: what a loop costs beside its work is then paid once for eight. There is a
 * function for each number of sources, and each word is written out, because any loop over the sources or call for a
 * word takes longer than the work itself; a million companies pass here with every rule.
 */
export const STRIDE = 8

/** A plane for so many companies. */
export const planeFor = (count: number): Plane => new Int32Array(Math.ceil(count / 32 / STRIDE) * STRIDE)

/** Clears what stands behind the last company. */
export function endAt(plane: Plane, count: number): void {
  plane[count >> 5] = (plane[count >> 5] as number) & ((1 << (count & 31)) - 1)
  plane.fill(0, (count >> 5) + 1)
}

function unite1(to: Plane, a: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = a[w] as number
    to[w + 1] = a[w + 1] as number
    to[w + 2] = a[w + 2] as number
    to[w + 3] = a[w + 3] as number
    to[w + 4] = a[w + 4] as number
    to[w + 5] = a[w + 5] as number
    to[w + 6] = a[w + 6] as number
    to[w + 7] = a[w + 7] as number
  }
}

function remain1(to: Plane, less: Plane, a: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = (a[w] as number) & ~(less[w] as number)
    to[w + 1] = (a[w + 1] as number) & ~(less[w + 1] as number)
    to[w + 2] = (a[w + 2] as number) & ~(less[w + 2] as number)
    to[w + 3] = (a[w + 3] as number) & ~(less[w + 3] as number)
    to[w + 4] = (a[w + 4] as number) & ~(less[w + 4] as number)
    to[w + 5] = (a[w + 5] as number) & ~(less[w + 5] as number)
    to[w + 6] = (a[w + 6] as number) & ~(less[w + 6] as number)
    to[w + 7] = (a[w + 7] as number) & ~(less[w + 7] as number)
  }
}

function unite2(to: Plane, a: Plane, b: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = (a[w] as number) | (b[w] as number)
    to[w + 1] = (a[w + 1] as number) | (b[w + 1] as number)
    to[w + 2] = (a[w + 2] as number) | (b[w + 2] as number)
    to[w + 3] = (a[w + 3] as number) | (b[w + 3] as number)
    to[w + 4] = (a[w + 4] as number) | (b[w + 4] as number)
    to[w + 5] = (a[w + 5] as number) | (b[w + 5] as number)
    to[w + 6] = (a[w + 6] as number) | (b[w + 6] as number)
    to[w + 7] = (a[w + 7] as number) | (b[w + 7] as number)
  }
}

function remain2(to: Plane, less: Plane, a: Plane, b: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = ((a[w] as number) | (b[w] as number)) & ~(less[w] as number)
    to[w + 1] = ((a[w + 1] as number) | (b[w + 1] as number)) & ~(less[w + 1] as number)
    to[w + 2] = ((a[w + 2] as number) | (b[w + 2] as number)) & ~(less[w + 2] as number)
    to[w + 3] = ((a[w + 3] as number) | (b[w + 3] as number)) & ~(less[w + 3] as number)
    to[w + 4] = ((a[w + 4] as number) | (b[w + 4] as number)) & ~(less[w + 4] as number)
    to[w + 5] = ((a[w + 5] as number) | (b[w + 5] as number)) & ~(less[w + 5] as number)
    to[w + 6] = ((a[w + 6] as number) | (b[w + 6] as number)) & ~(less[w + 6] as number)
    to[w + 7] = ((a[w + 7] as number) | (b[w + 7] as number)) & ~(less[w + 7] as number)
  }
}

function unite3(to: Plane, a: Plane, b: Plane, c: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = (a[w] as number) | (b[w] as number) | (c[w] as number)
    to[w + 1] = (a[w + 1] as number) | (b[w + 1] as number) | (c[w + 1] as number)
    to[w + 2] = (a[w + 2] as number) | (b[w + 2] as number) | (c[w + 2] as number)
    to[w + 3] = (a[w + 3] as number) | (b[w + 3] as number) | (c[w + 3] as number)
    to[w + 4] = (a[w + 4] as number) | (b[w + 4] as number) | (c[w + 4] as number)
    to[w + 5] = (a[w + 5] as number) | (b[w + 5] as number) | (c[w + 5] as number)
    to[w + 6] = (a[w + 6] as number) | (b[w + 6] as number) | (c[w + 6] as number)
    to[w + 7] = (a[w + 7] as number) | (b[w + 7] as number) | (c[w + 7] as number)
  }
}

function remain3(to: Plane, less: Plane, a: Plane, b: Plane, c: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = ((a[w] as number) | (b[w] as number) | (c[w] as number)) & ~(less[w] as number)
    to[w + 1] = ((a[w + 1] as number) | (b[w + 1] as number) | (c[w + 1] as number)) & ~(less[w + 1] as number)
    to[w + 2] = ((a[w + 2] as number) | (b[w + 2] as number) | (c[w + 2] as number)) & ~(less[w + 2] as number)
    to[w + 3] = ((a[w + 3] as number) | (b[w + 3] as number) | (c[w + 3] as number)) & ~(less[w + 3] as number)
    to[w + 4] = ((a[w + 4] as number) | (b[w + 4] as number) | (c[w + 4] as number)) & ~(less[w + 4] as number)
    to[w + 5] = ((a[w + 5] as number) | (b[w + 5] as number) | (c[w + 5] as number)) & ~(less[w + 5] as number)
    to[w + 6] = ((a[w + 6] as number) | (b[w + 6] as number) | (c[w + 6] as number)) & ~(less[w + 6] as number)
    to[w + 7] = ((a[w + 7] as number) | (b[w + 7] as number) | (c[w + 7] as number)) & ~(less[w + 7] as number)
  }
}

function unite4(to: Plane, a: Plane, b: Plane, c: Plane, d: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = (a[w] as number) | (b[w] as number) | (c[w] as number) | (d[w] as number)
    to[w + 1] = (a[w + 1] as number) | (b[w + 1] as number) | (c[w + 1] as number) | (d[w + 1] as number)
    to[w + 2] = (a[w + 2] as number) | (b[w + 2] as number) | (c[w + 2] as number) | (d[w + 2] as number)
    to[w + 3] = (a[w + 3] as number) | (b[w + 3] as number) | (c[w + 3] as number) | (d[w + 3] as number)
    to[w + 4] = (a[w + 4] as number) | (b[w + 4] as number) | (c[w + 4] as number) | (d[w + 4] as number)
    to[w + 5] = (a[w + 5] as number) | (b[w + 5] as number) | (c[w + 5] as number) | (d[w + 5] as number)
    to[w + 6] = (a[w + 6] as number) | (b[w + 6] as number) | (c[w + 6] as number) | (d[w + 6] as number)
    to[w + 7] = (a[w + 7] as number) | (b[w + 7] as number) | (c[w + 7] as number) | (d[w + 7] as number)
  }
}

function remain4(to: Plane, less: Plane, a: Plane, b: Plane, c: Plane, d: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = ((a[w] as number) | (b[w] as number) | (c[w] as number) | (d[w] as number)) & ~(less[w] as number)
    to[w + 1] =
      ((a[w + 1] as number) | (b[w + 1] as number) | (c[w + 1] as number) | (d[w + 1] as number)) &
      ~(less[w + 1] as number)
    to[w + 2] =
      ((a[w + 2] as number) | (b[w + 2] as number) | (c[w + 2] as number) | (d[w + 2] as number)) &
      ~(less[w + 2] as number)
    to[w + 3] =
      ((a[w + 3] as number) | (b[w + 3] as number) | (c[w + 3] as number) | (d[w + 3] as number)) &
      ~(less[w + 3] as number)
    to[w + 4] =
      ((a[w + 4] as number) | (b[w + 4] as number) | (c[w + 4] as number) | (d[w + 4] as number)) &
      ~(less[w + 4] as number)
    to[w + 5] =
      ((a[w + 5] as number) | (b[w + 5] as number) | (c[w + 5] as number) | (d[w + 5] as number)) &
      ~(less[w + 5] as number)
    to[w + 6] =
      ((a[w + 6] as number) | (b[w + 6] as number) | (c[w + 6] as number) | (d[w + 6] as number)) &
      ~(less[w + 6] as number)
    to[w + 7] =
      ((a[w + 7] as number) | (b[w + 7] as number) | (c[w + 7] as number) | (d[w + 7] as number)) &
      ~(less[w + 7] as number)
  }
}

function unite5(to: Plane, a: Plane, b: Plane, c: Plane, d: Plane, e: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] = (a[w] as number) | (b[w] as number) | (c[w] as number) | (d[w] as number) | (e[w] as number)
    to[w + 1] =
      (a[w + 1] as number) | (b[w + 1] as number) | (c[w + 1] as number) | (d[w + 1] as number) | (e[w + 1] as number)
    to[w + 2] =
      (a[w + 2] as number) | (b[w + 2] as number) | (c[w + 2] as number) | (d[w + 2] as number) | (e[w + 2] as number)
    to[w + 3] =
      (a[w + 3] as number) | (b[w + 3] as number) | (c[w + 3] as number) | (d[w + 3] as number) | (e[w + 3] as number)
    to[w + 4] =
      (a[w + 4] as number) | (b[w + 4] as number) | (c[w + 4] as number) | (d[w + 4] as number) | (e[w + 4] as number)
    to[w + 5] =
      (a[w + 5] as number) | (b[w + 5] as number) | (c[w + 5] as number) | (d[w + 5] as number) | (e[w + 5] as number)
    to[w + 6] =
      (a[w + 6] as number) | (b[w + 6] as number) | (c[w + 6] as number) | (d[w + 6] as number) | (e[w + 6] as number)
    to[w + 7] =
      (a[w + 7] as number) | (b[w + 7] as number) | (c[w + 7] as number) | (d[w + 7] as number) | (e[w + 7] as number)
  }
}

function remain5(to: Plane, less: Plane, a: Plane, b: Plane, c: Plane, d: Plane, e: Plane): void {
  for (let w = 0; w < to.length; w += STRIDE) {
    to[w] =
      ((a[w] as number) | (b[w] as number) | (c[w] as number) | (d[w] as number) | (e[w] as number)) &
      ~(less[w] as number)
    to[w + 1] =
      ((a[w + 1] as number) |
        (b[w + 1] as number) |
        (c[w + 1] as number) |
        (d[w + 1] as number) |
        (e[w + 1] as number)) &
      ~(less[w + 1] as number)
    to[w + 2] =
      ((a[w + 2] as number) |
        (b[w + 2] as number) |
        (c[w + 2] as number) |
        (d[w + 2] as number) |
        (e[w + 2] as number)) &
      ~(less[w + 2] as number)
    to[w + 3] =
      ((a[w + 3] as number) |
        (b[w + 3] as number) |
        (c[w + 3] as number) |
        (d[w + 3] as number) |
        (e[w + 3] as number)) &
      ~(less[w + 3] as number)
    to[w + 4] =
      ((a[w + 4] as number) |
        (b[w + 4] as number) |
        (c[w + 4] as number) |
        (d[w + 4] as number) |
        (e[w + 4] as number)) &
      ~(less[w + 4] as number)
    to[w + 5] =
      ((a[w + 5] as number) |
        (b[w + 5] as number) |
        (c[w + 5] as number) |
        (d[w + 5] as number) |
        (e[w + 5] as number)) &
      ~(less[w + 5] as number)
    to[w + 6] =
      ((a[w + 6] as number) |
        (b[w + 6] as number) |
        (c[w + 6] as number) |
        (d[w + 6] as number) |
        (e[w + 6] as number)) &
      ~(less[w + 6] as number)
    to[w + 7] =
      ((a[w + 7] as number) |
        (b[w + 7] as number) |
        (c[w + 7] as number) |
        (d[w + 7] as number) |
        (e[w + 7] as number)) &
      ~(less[w + 7] as number)
  }
}

/** Several sources as at most five, the first of which may be what has been united so far. */
function gathered(to: Plane, sources: readonly Plane[]): readonly Plane[] {
  let left = sources
  while (left.length > 5) {
    const [a, b, c, d, e, ...others] = left as [Plane, Plane, Plane, Plane, Plane]
    unite5(to, a, b, c, d, e)
    left = [to, ...others]
  }
  return left
}

/** to = a | b | c | … */
export function unite(to: Plane, sources: readonly Plane[]): void {
  const [a, b, c, d, e] = gathered(to, sources)
  if (a === undefined) to.fill(0)
  else if (b === undefined) unite1(to, a)
  else if (c === undefined) unite2(to, a, b)
  else if (d === undefined) unite3(to, a, b, c)
  else if (e === undefined) unite4(to, a, b, c, d)
  else unite5(to, a, b, c, d, e)
}

/** to = (a | b | c | …) & ~less */
export function uniteLess(to: Plane, sources: readonly Plane[], less: Plane): void {
  const [a, b, c, d, e] = gathered(to, sources)
  if (a === undefined) to.fill(0)
  else if (b === undefined) remain1(to, less, a)
  else if (c === undefined) remain2(to, less, a, b)
  else if (d === undefined) remain3(to, less, a, b, c)
  else if (e === undefined) remain4(to, less, a, b, c, d)
  else remain5(to, less, a, b, c, d, e)
}
