import { GlobalFonts } from '@napi-rs/canvas'
import { fontOf } from '../paperwork/fonts'

/** The families that every name of a font falls back to: papers name fonts that they do not carry. */
const FAMILIES = ['serif', 'sans-serif', 'monospace'] as const

let there = false

/** Makes the font that comes with us the one for everything that a file does not bring along. Once a process. */
export function loadFonts(): void {
  if (there) return
  there = true
  for (const family of FAMILIES) GlobalFonts.register(fontOf(400), family)
}
