import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type Picture, sharpened, shrunk } from './decode'
import { type QrInvoice, qrInvoice } from './qr-payload'
import type { Raster } from './raster'

let ready: Promise<unknown> | undefined

/** The package would fetch its program from the network; it lies beside it. */
async function prepare(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  ready ??= readFile(file).then(({ buffer, byteOffset, byteLength }) =>
    prepareZXingModule({
      overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) },
      fireImmediately: true,
    }),
  )
  await ready
}

function withAlpha({ data, width, height }: Raster) {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let from = 0, to = 0; from < width * height * 3; from += 3, to += 4) {
    pixels[to] = data[from] ?? 0
    pixels[to + 1] = data[from + 1] ?? 0
    pixels[to + 2] = data[from + 2] ?? 0
  }
  return { data: pixels, width, height, colorSpace: 'srgb' as const }
}

async function decode(raster: Raster): Promise<readonly QrInvoice[]> {
  const codes = await readBarcodes(withAlpha(raster), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return codes.flatMap(({ text }) => qrInvoice(text) ?? [])
}

const SMALL = 1600
const LARGE = 2400

/** Of every invoice. Fast first; then every pixel; then enlarged and sharpened, which a blurred or small code needs. */
export async function readQr({ raster, page }: Picture): Promise<readonly QrInvoice[]> {
  await prepare()
  const small = await shrunk(page, SMALL)
  const fast = await decode(small)
  const found = fast.length > 0 || small === raster ? fast : await decode(raster)
  return found.length > 0 ? found : decode(await sharpened(raster, LARGE))
}
