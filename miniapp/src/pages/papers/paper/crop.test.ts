import { expect, it } from 'vitest'
import { cropOf } from './crop'

const page = { width: 1000, height: 500 }

it('cuts a place out of its page, with a little around it', () => {
  expect(cropOf({ page: 0, x: 0.3, y: 0.5, width: 0.4, height: 0.08 }, page)).toEqual({
    // 0.28 to 0.72 of 1000, 0.49 to 0.59 of 500: 440 by 50.
    box: 'padding-bottom:11.364%',
    picture: 'width:227.273%;height:1000%;left:-63.636%;top:-490%',
  })
})

it('stays within the page at its edges, and shows no sliver', () => {
  expect(cropOf({ page: 0, x: 0.99, y: 0.99, width: 0.01, height: 0.01 }, page)).toEqual({
    box: 'padding-bottom:3.333%',
    picture: 'width:333.333%;height:5000%;left:-233.333%;top:-4900%',
  })
  expect(cropOf({ page: 0, x: 0, y: 0, width: 1, height: 1 }, page)?.picture).toBe(
    'width:100%;height:100%;left:0%;top:0%',
  )
})

it.each([
  [{ page: 0, x: 0, y: 0, width: 0, height: 1 }, page],
  [
    { page: 0, x: 0, y: 0, width: 1, height: 1 },
    { width: 0, height: 0 },
  ],
])('shows nothing where there is nothing', (place, of) => expect(cropOf(place, of)).toBeUndefined())
