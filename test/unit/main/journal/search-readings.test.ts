/** What a search looks up, what it asks a reason for, and what it records go by one reading of the text. */
import { expect, test } from 'vitest'
import { readText } from '../../../../main/journal/search/query.ts'
import { isOfPeople } from '../../../../shared/domain/officer/access-reason.ts'

/** Every sign that there is. */
function* signs(): Generator<string> {
  for (let point = 1; point <= 0x10ffff; point++)
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point)
}

const isLookedUpAsName = (text: string): boolean => readText(text).some(({ kind }) => kind === 'name')

test('no sign behind a name makes it something that asks for no reason and is looked up all the same', () => {
  const found: string[] = []
  for (const sign of signs()) {
    const text = `Lê An${sign}`
    if (!isOfPeople(text) && isLookedUpAsName(text)) found.push(sign)
  }
  expect(found).toEqual([])
})
