/** A decoded picture: red, green, blue, a byte each, row by row. */
export interface Raster {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}
