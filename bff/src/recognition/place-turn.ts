import type { PagePlace, ReadField, Reading } from '@suanhui/shared/papers'

type Turn = 0 | 90 | 180 | 270

/** A place in a picture that was turned clockwise, in the picture as it was. */
function placeBack(place: PagePlace, turn: Turn): PagePlace {
  const { x, y, width, height } = place
  if (turn === 90) return { ...place, x: y, y: 1 - x - width, width: height, height: width }
  if (turn === 180) return { ...place, x: 1 - x - width, y: 1 - y - height }
  if (turn === 270) return { ...place, x: 1 - y - height, y: x, width: height, height: width }
  return place
}

/** Text was read in upright pictures; its places are told in those that the person sees. */
export function turnedBack(reading: Reading, turns: readonly Turn[]): Reading {
  const fields = Object.entries(reading.fields).map(([name, field]): [string, ReadField] => {
    const { place } = field
    return [name, place ? { ...field, place: placeBack(place, turns[place.page] ?? 0) } : field]
  })
  return { ...reading, fields: Object.fromEntries(fields) }
}
