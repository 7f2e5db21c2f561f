import { describe, expect, test } from 'vitest'
import { compareDcc } from './dcc.ts'
import { missingData, publicData } from './public-data.ts'

describe('public DCC cases', () => {
  test.skipIf(missingData !== false)('every expectation that counts agrees (needs ../shared/data)', async () => {
    const comparisons = await compareDcc(publicData)
    const disagreements = comparisons.filter(({ counts, expected, found }) => counts && expected !== found)
    expect(disagreements).toEqual([])
    expect(comparisons.filter(({ counts }) => counts).length).toBeGreaterThan(300)
  })
})
