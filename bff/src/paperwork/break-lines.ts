/** May not begin a line (GB/T 15834, 5.1). */
const NOT_FIRST = new Set('，。、；：？！）》」』】〕〉”’…—·％%℃,.;:?!)]}~～')
/** May not end a line. */
const NOT_LAST = new Set('（《「『【〔〈“‘([{￥$')

const isWord = (text: string): boolean => /^[A-Za-z0-9@._+\-/]$/.test(text)

/** Whether a line may end between two characters: not inside a number or a word, nor against 避头尾. */
const mayBreak = (left: string, right: string): boolean =>
  !NOT_FIRST.has(right) && !NOT_LAST.has(left) && !(isWord(left) && isWord(right))

/**
 * A text in lines no wider than `width`. A word that is wider than a line by itself is cut: nothing runs out of its
 * cell. Blanks at the break go.
 */
export function breakLines(text: string, width: number, widthOf: (character: string) => number): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => {
    const characters = Array.from(paragraph)
    const lines: string[] = []
    let start = 0
    while (start < characters.length) {
      let end = start
      let used = 0
      while (end < characters.length && used + widthOf(characters[end] ?? '') <= width) {
        used += widthOf(characters[end] ?? '')
        end += 1
      }
      end = Math.max(end, start + 1)
      let cut = end
      if (end < characters.length) {
        while (cut > start + 1 && !mayBreak(characters[cut - 1] ?? '', characters[cut] ?? '')) cut -= 1
        if (cut === start + 1 && !mayBreak(characters[start] ?? '', characters[cut] ?? '')) cut = end
      }
      lines.push(characters.slice(start, cut).join(''))
      start = cut
    }
    return lines.length === 0 ? [''] : lines
  })
}
