/**
 * A part of a workbook as its reader may be given it. Three of its tags say over how much they reach, and the reader makes as
 * much of it, whatever it says: a column's form over columns, a link over cells, and cells without an end in one row.
 */
import { mostCells, mostColumns } from '../bounds.ts'

/** `utf-16`: no spreadsheet is saved so, and its tags would not be seen here. */
export type PlainSheet = { ok: true; content: Buffer } | { ok: false; why: 'utf-16' | 'too-many-cells' }

/** As the reader knows each of them, or wider. */
const columnTag = /<(?:\w+:)?col\b[^<>]*>/g
const linkTag = /<(?:\w+:)?hyperlink\b[^<>]*>/g
const cellTag = /<(?:\w+:)?c[\s/>]/g

/** A column that is narrower shows nothing, in characters. */
const narrowest = 0.5

const isUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** An attribute's value; null where the tag has none such. */
const valueOf = (tag: string, name: string): string | null =>
  new RegExp(String.raw`[\s:]${name}\s*=\s*["']([^"'<>]*)["']`).exec(tag)?.[1] ?? null

function isHidden(tag: string): boolean {
  const width = valueOf(tag, 'width')
  return /^(?:1|true|on)$/i.test(valueOf(tag, 'hidden') ?? '') || (width !== null && Number(width) < narrowest)
}

/** The columns that tags keep from view, counted from 1, as far as any are read. */
function hiddenColumns(tags: readonly string[]): Set<number> {
  const hidden = new Set<number>()
  for (const tag of tags.filter(isHidden)) {
    const last = Math.min(Number(valueOf(tag, 'max')), mostColumns + 1)
    for (let column = Math.max(1, Number(valueOf(tag, 'min'))); column <= last; column++) hidden.add(column)
    if (hidden.size > mostColumns) break
  }
  return hidden
}

/** Whether there are more than so many; the rest is not looked for. */
function hasMore(text: string, tag: RegExp, most: number): boolean {
  let found = 0
  tag.lastIndex = 0
  while (tag.test(text)) if (++found > most) return true
  return false
}

/** Rewrites a part: links left out, and of columns nothing but which of those that are read are hidden. */
export function plainSheet(content: Buffer): PlainSheet {
  if (isUtf16(content)) return { ok: false, why: 'utf-16' }
  // A byte a character: tags are ASCII, and whatever else there is comes out as it went in.
  const text = content.toString('latin1')
  if (hasMore(text, cellTag, mostCells)) return { ok: false, why: 'too-many-cells' }
  const columns = text.match(columnTag)
  if (columns === null && !text.includes('hyperlink')) return { ok: true, content }
  const hidden = [...hiddenColumns(columns ?? [])].map((at) => `<col min="${at}" max="${at}" hidden="1"/>`)
  let first = true
  const plain = text
    // A blank in its place, lest what stands before and behind becomes a tag.
    .replace(linkTag, ' ')
    .replace(columnTag, () => {
      const put = first ? hidden.join('') : ' '
      first = false
      return put === '' ? ' ' : put
    })
  return { ok: true, content: Buffer.from(plain, 'latin1') }
}
