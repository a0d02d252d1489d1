import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { create } from 'qrcode'
import { fontFamily } from './fonts'
import type { Mark, SealStyle, Sheet } from './sheet'

type TextMark = Extract<Mark, { kind: 'text' }>

function drawText(context: SKRSContext2D, { text, x, y, style }: TextMark): void {
  const { size, colour, font, align, spacing } = style
  context.font = `${size}px ${fontFamily(font)}, "DejaVu Sans"`
  context.fillStyle = colour
  context.textBaseline = 'middle'
  context.textAlign = align
  if (spacing === 0) {
    context.fillText(text, x, y)
    return
  }
  context.textAlign = 'left'
  let at = x
  for (const character of text) {
    context.fillText(character, at, y)
    at += context.measureText(character).width + spacing
  }
}

/** Four modules of white around it, as scanners want. */
function drawCode(context: SKRSContext2D, payload: string, x: number, y: number, size: number): void {
  const { modules } = create(payload, { errorCorrectionLevel: 'M' })
  const step = size / modules.size
  context.fillStyle = '#000'
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) context.fillRect(x + column * step, y + row * step, step + 0.2, step + 0.2)
    }
  }
}

function star(context: SKRSContext2D, radius: number): void {
  context.beginPath()
  for (let point = 0; point < 10; point++) {
    const angle = -Math.PI / 2 + (point * Math.PI) / 5
    const reach = point % 2 === 0 ? radius : radius * 0.4
    context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle))
  }
  context.fill()
}

function drawSeal(context: SKRSContext2D, x: number, y: number, style: SealStyle): void {
  const { name, kind, size, oval = false, opacity = 0.75, turn = 0, colour = '#d8231f' } = style
  const [rx, ry] = [size / 2, oval ? size * 0.36 : size / 2]
  context.save()
  context.translate(x, y)
  context.rotate((turn * Math.PI) / 180)
  context.globalAlpha = opacity
  context.globalCompositeOperation = 'multiply'
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = size * 0.026
  context.beginPath()
  context.ellipse(0, 0, rx, ry, 0, 0, 2 * Math.PI)
  context.stroke()
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const letters = [...name]
  const span = Math.min(250, 16 * letters.length + 20)
  context.font = `${size * (letters.length > 14 ? 0.085 : 0.1)}px ${fontFamily('bold')}`
  letters.forEach((letter, index) => {
    const angle = ((-90 - span / 2 + (span * index) / Math.max(1, letters.length - 1)) * Math.PI) / 180
    context.save()
    context.translate(rx * 0.79 * Math.cos(angle), ry * 0.79 * Math.sin(angle))
    context.rotate(Math.atan2(Math.sin(angle) * rx, Math.cos(angle) * ry) + Math.PI / 2)
    context.fillText(letter, 0, 0)
    context.restore()
  })
  context.font = `${size * 0.09}px ${fontFamily('bold')}`
  context.fillText(kind, 0, ry * (oval ? 0.35 : 0.58))
  if (!oval) star(context, size * 0.15)
  context.restore()
}

/** A page as a picture, so many pixels a unit. */
export function drawSheet(sheet: Sheet, scale: number): Canvas {
  const canvas = createCanvas(Math.round(sheet.width * scale), Math.round(sheet.height * scale))
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  context.fillStyle = sheet.paper
  context.fillRect(0, 0, sheet.width, sheet.height)
  for (const mark of sheet.marks) {
    if (mark.kind === 'text') drawText(context, mark)
    else if (mark.kind === 'code') drawCode(context, mark.payload, mark.x, mark.y, mark.size)
    else if (mark.kind === 'seal') drawSeal(context, mark.x, mark.y, mark.style)
    else {
      context.strokeStyle = mark.colour
      context.lineWidth = 1.3
      context.beginPath()
      context.moveTo(...mark.from)
      context.lineTo(...mark.to)
      context.stroke()
    }
  }
  return canvas
}

export const sheetPng = (sheet: Sheet, scale = 2.5): Uint8Array => drawSheet(sheet, scale).toBuffer('image/png')
