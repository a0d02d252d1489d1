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
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    pixels[pixel * 4] = data[pixel * 3] ?? 0
    pixels[pixel * 4 + 1] = data[pixel * 3 + 1] ?? 0
    pixels[pixel * 4 + 2] = data[pixel * 3 + 2] ?? 0
    pixels[pixel * 4 + 3] = 255
  }
  return { data: pixels, width, height, colorSpace: 'srgb' as const }
}

async function decode(raster: Raster): Promise<QrInvoice | undefined> {
  const codes = await readBarcodes(withAlpha(raster), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return codes.map(({ text }) => qrInvoice(text)).find((one) => one !== undefined)
}

const SMALL = 1600
const LARGE = 2400

/** Fast first; then every pixel; then enlarged and sharpened, which a blurred or small code needs. */
export async function readQr({ raster, page }: Picture): Promise<QrInvoice | undefined> {
  await prepare()
  const small = await shrunk(page, SMALL)
  const found = (await decode(small)) ?? (small === raster ? undefined : await decode(raster))
  return found ?? decode(await sharpened(raster, LARGE))
}
