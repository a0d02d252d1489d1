import { type FactId, type FactScalar, factDefinitions } from '@suanhui/shared/facts'
import type { Locator } from 'playwright-core'
import { settled } from './settled'
import type { Surface } from './surface'

/** What a person knows of the company; everything else is answered with 不清楚. */
export type Knowledge = Readonly<Partial<Record<FactId, FactScalar>>>

const byQuestion = new Map(Object.entries(factDefinitions).map(([id, one]) => [one.question as string, id as FactId]))

/** The cards of questions on the screen, with the fact that each asks for. */
export async function questionsOn(surface: Surface): Promise<readonly (readonly [FactId, Locator])[]> {
  // A page of the mini-program draws its cards one by one.
  await settled(surface.page)
  const headings = await surface.main().getByRole('heading').allTextContents()
  return headings.flatMap((text) => {
    const id = byQuestion.get(text)
    const heading = surface.main().getByRole('heading', { name: text, exact: true })
    return id ? [[id, heading.locator('..')] as const] : []
  })
}

const REGIONS: Readonly<Record<string, readonly string[]>> = {
  '430104': ['湖南省', '长沙市', '岳麓区'],
  '140105': ['山西省', '太原市', '小店区'],
}

function placesOf(code: string): readonly string[] {
  const places = REGIONS[code]
  if (places === undefined) throw new Error(`the test does not know where ${code} is`)
  return places
}

/** Answers one question the way its field asks for it. */
export async function answer(
  surface: Surface,
  card: Locator,
  id: FactId,
  value: FactScalar | undefined,
): Promise<void> {
  const definition = factDefinitions[id]
  const tick = (name: string) => surface.tick(card, name)
  if (value === undefined) return tick('不清楚')
  switch (definition.type) {
    case 'bool':
      return tick(value ? '是' : '否')
    case 'one of':
      return tick((definition.options as Record<string, string>)[value as string] ?? '')
    case 'set of':
      for (const key of value as readonly string[])
        await tick((definition.options as Record<string, string>)[key] ?? '')
      return
    case 'code':
      return surface.chooseRegion(card, placesOf(value as string))
    case 'date':
      return surface.chooseDate(card, definition.label, value as string)
    case 'fen':
      return card
        .getByRole('textbox')
        .first()
        .fill(String((value as number) / 1_000_000))
    case 'ratio':
      return card
        .getByRole('textbox')
        .first()
        .fill(String((value as number) * 100))
    default:
      return card.getByRole('textbox').first().fill(String(value))
  }
}

/** Answers whatever is on the screen. */
export async function answerScreen(surface: Surface, known: Knowledge): Promise<readonly FactId[]> {
  const cards = await questionsOn(surface)
  for (const [id, card] of cards) await answer(surface, card, id, known[id])
  return cards.map(([id]) => id)
}
