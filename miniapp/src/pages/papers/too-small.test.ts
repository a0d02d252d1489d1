import { expect, it } from 'vitest'
import { tooSmall } from './too-small'

const picture = (width?: number, height?: number) => ({
  name: '照片.jpg',
  size: 1,
  source: 'x',
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
})

it.each([
  ['a photo', [picture(4000, 3000)], []],
  ['at the limit', [picture(1000, 1300)], []],
  ['one pixel below it', [picture(1299, 900)], [1]],
  ['the second of three', [picture(4000, 3000), picture(640, 480), picture(3000, 4000)], [2]],
  ['a file that is no picture', [picture()], []],
])('%s', (_name, files, small) => expect(tooSmall(files)).toEqual(small))
