import { FILE_ENDINGS, MOST_AT_ONCE, type PickedFile, type PictureFrom } from './picked-file'

interface Asking {
  readonly accept: string
  readonly several: boolean
  readonly camera: boolean
}

/** The browser's own way to choose; empty where the person chose nothing. */
function ask({ accept, several, camera }: Asking): Promise<readonly File[]> {
  return new Promise((chosen) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = several
    if (camera) input.setAttribute('capture', 'environment')
    input.hidden = true
    const end = (): void => {
      input.remove()
      chosen(Array.from(input.files ?? []).slice(0, MOST_AT_ONCE))
    }
    input.addEventListener('change', end)
    input.addEventListener('cancel', end)
    // Safari opens nothing for an input that is not part of the page.
    document.body.append(input)
    input.click()
  })
}

function measured(file: File): Promise<{ readonly width?: number; readonly height?: number }> {
  if (!file.type.startsWith('image/')) return Promise.resolve({})
  const src = URL.createObjectURL(file)
  return new Promise<{ readonly width?: number; readonly height?: number }>((found) => {
    const image = new Image()
    image.onload = () => found({ width: image.naturalWidth, height: image.naturalHeight })
    image.onerror = () => found({})
    image.src = src
  }).finally(() => URL.revokeObjectURL(src))
}

const picked = async (file: File): Promise<PickedFile> => ({
  name: file.name,
  size: file.size,
  ...(await measured(file)),
  source: file,
})

/** Pictures as they were taken, nothing made smaller. Empty where the person chose none. */
export const takePictures = async (from: PictureFrom): Promise<readonly PickedFile[]> =>
  Promise.all((await ask({ accept: 'image/*', several: from === 'album', camera: from === 'camera' })).map(picked))

/** Files of invoices: PDF, OFD, XML, ZIP. */
export const chooseFiles = async (): Promise<readonly PickedFile[]> =>
  Promise.all(
    (await ask({ accept: FILE_ENDINGS.map((one) => `.${one}`).join(), several: true, camera: false })).map(picked),
  )
