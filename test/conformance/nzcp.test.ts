import { describe, expect, test } from 'vitest'
import { missingData, publicData } from './public-data.ts'
import { compareNzcp } from './nzcp.ts'

describe(`NZ COVID Pass conformance${missingData ? ` (skipped: ${missingData})` : ''}`, () => {
  test.skipIf(missingData)('every public case is judged as its publisher says', async () => {
    const comparisons = await compareNzcp(publicData)
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([])
    expect(comparisons.length).toBeGreaterThan(12)
  })
})
