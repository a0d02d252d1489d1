const CLAUSE = /^(?<part>[一二三四五六七八九十]+)(?:\((?<section>[一二三四五六七八九十]+)\))?(?<point>\d+)?$/

/**
 * A place in an official document as one says it: 四4 is 第四部分第4点, 二(一)4 is 第二部分（一）第4点. What has a name of
 * its own, such as 附件2 or GB 32100-2015, stays as it is.
 */
export function clauseWords(clause: string): string {
  const { part, section, point } = CLAUSE.exec(clause)?.groups ?? {}
  if (part === undefined) return clause
  const within = section === undefined ? '' : `（${section}）`
  return `第${part}部分${within}${point === undefined ? '' : `第${point}点`}`
}
