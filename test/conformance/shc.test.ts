import { describe, expect, test } from 'vitest'
import { missingData, publicData } from './public-data.ts'
import { compareShc } from './shc.ts'

describe(`SMART Health Cards conformance${missingData ? ` (skipped: ${missingData})` : ''}`, () => {
  test.skipIf(missingData)('every public case is judged as its publisher says', async () => {
    const comparisons = await compareShc(publicData)
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([])
    expect(comparisons.length).toBeGreaterThan(30)
  })
})
