import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import type { Sheet } from './sheet'

/** The longer side of a page to look at, in pixels; as that of a photo. */
const VIEW_SIDE = 2000
const THUMB_SIDE = 400
const QUALITY = 82

/** A white page, and how many pixels a unit of it has. However odd its shape, it has at most 2000 by 2000 pixels. */
export interface PaperCanvas {
  readonly canvas: Canvas
  readonly context: SKRSContext2D
  readonly scale: number
}

const pixels = (length: number): number => Math.min(VIEW_SIDE, Math.max(1, Math.round(length)))

/** @param largest pixels a unit: small pages are not blown up. */
export function paperCanvas(width: number, height: number, largest: number): PaperCanvas {
  const scale = Math.min(largest, VIEW_SIDE / Math.max(width, height, 1))
  const canvas = createCanvas(pixels(width * scale), pixels(height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context, scale }
}

export async function sheetOf(canvas: Canvas): Promise<Sheet> {
  const { width, height } = canvas
  const scale = Math.min(1, THUMB_SIDE / Math.max(width, height))
  const small = createCanvas(pixels(width * scale), pixels(height * scale))
  small.getContext('2d').drawImage(canvas, 0, 0, small.width, small.height)
  const [view, thumb] = [await canvas.encode('jpeg', QUALITY), await small.encode('jpeg', QUALITY)]
  return { width, height, view: new Uint8Array(view), thumb: new Uint8Array(thumb) }
}
