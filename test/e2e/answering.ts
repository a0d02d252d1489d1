import { type FactId, type FactScalar, factDefinitions } from '@suanhui/shared/facts'
import type { Locator, Page } from 'playwright-core'

/** What a person knows of the company; everything else is answered with 不清楚. */
export type Knowledge = Readonly<Partial<Record<FactId, FactScalar>>>

const byQuestion = new Map(Object.entries(factDefinitions).map(([id, one]) => [one.question as string, id as FactId]))

/** The cards of questions on the screen, with the fact that each asks for. */
export async function questionsOn(page: Page): Promise<readonly (readonly [FactId, Locator])[]> {
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
  return headings.flatMap((text) => {
    const id = byQuestion.get(text)
    return id ? [[id, page.getByRole('group', { name: text, exact: true })] as const] : []
  })
}

const REGIONS: Readonly<Record<string, readonly string[]>> = {
  '430104': ['湖南省', '长沙市', '岳麓区'],
  '140105': ['山西省', '太原市', '小店区'],
}

async function chooseRegion(card: Locator, code: string): Promise<void> {
  const places = REGIONS[code]
  if (places === undefined) throw new Error(`the test does not know where ${code} is`)
  for (const [level, place] of places.entries())
    await card.getByRole('combobox').nth(level).selectOption({ label: place })
}

/** Answers one question the way its field asks for it. */
export async function answer(card: Locator, id: FactId, value: FactScalar | undefined): Promise<void> {
  const definition = factDefinitions[id]
  const tick = (name: string) => card.getByLabel(name, { exact: true }).first().check()
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
      return chooseRegion(card, value as string)
    case 'date':
      return card.locator('input[type=date]').fill(value as string)
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
export async function answerScreen(page: Page, known: Knowledge): Promise<readonly FactId[]> {
  const cards = await questionsOn(page)
  for (const [id, card] of cards) await answer(card, id, known[id])
  return cards.map(([id]) => id)
}
