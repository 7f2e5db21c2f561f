import { describe, expect, test } from 'vitest'
import { issueShcJws, shcChunkTexts, shcText } from '../../../../authority/issue-shc.ts'
import { collectPart, type Collected, type CollectedParts } from '../../../../shared/certificate/shc-chunks.ts'
import { contentOf, key } from './shc-card.ts'

const jws = issueShcJws(contentOf(), key)
const parts = shcChunkTexts(jws, 3)
const [first, second, third] = parts as [string, string, string]

/** Scans one after the other, and answers what the last one did. */
function scan(...texts: string[]): Collected {
  let collected: CollectedParts | null = null
  let answer: Collected = { kind: 'not-a-part' }
  for (const text of texts) {
    answer = collectPart(collected, text)
    if (answer.kind === 'more') collected = answer.parts
    if (answer.kind === 'complete') collected = null
  }
  return answer
}

describe('a health card in several codes', () => {
  test.each([
    ['in order', [first, second, third]],
    ['backwards', [third, second, first]],
    ['with one scanned twice', [second, first, second, third]],
  ])('is whole again when scanned %s', (_order, texts) => {
    expect(scan(...texts)).toEqual({ kind: 'complete', text: shcText(jws) })
  })

  test('tells which parts are missing', () => {
    expect(scan(second)).toMatchObject({ kind: 'more', missing: [1, 3], restarted: false })
    expect(scan(second, first)).toMatchObject({ kind: 'more', missing: [3], restarted: false })
  })

  test('keeps what it has as JSON', () => {
    const answer = scan(second)
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  })

  test('starts anew with a part of another number of parts', () => {
    const other = shcChunkTexts(jws, 2)[0] as string
    expect(scan(first, second, other)).toMatchObject({ kind: 'more', missing: [2], restarted: true })
  })

  test('starts anew with a part that contradicts one it has', () => {
    const other = shcChunkTexts(issueShcJws(contentOf({ issuer: 'https://other.example' }), key), 3)[0] as string
    expect(scan(first, second, other)).toMatchObject({ kind: 'more', missing: [2, 3], restarted: true })
  })

  test('is not disturbed by a damaged part', () => {
    expect(scan(first, 'shc:/2/3/9999')).toEqual({ kind: 'damaged' })
    expect(scan(first, 'shc:/2/3/9999', third, second)).toMatchObject({ kind: 'complete' })
  })

  test.each([
    ['a card in one code', shcText(jws)],
    ['part one of one', shcChunkTexts(jws, 1)[0] as string],
    ['a code of another kind', 'HC1:ABC'],
    ['nothing', ''],
  ])('has no place for %s', (_what, text) => {
    expect(collectPart(null, text)).toEqual({ kind: 'not-a-part' })
  })
})
