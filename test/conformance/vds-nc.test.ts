import { describe, expect, test } from 'vitest'
import { missingData, publicData } from './public-data.ts'
import { compareVdsNc } from './vds-nc.ts'

describe(`VDS-NC conformance${missingData ? ` (skipped: ${missingData})` : ''}`, () => {
  test.skipIf(missingData)('every public case is judged as its publisher says', async () => {
    const comparisons = await compareVdsNc(publicData)
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([])
    expect(comparisons.length).toBeGreaterThan(30)
  })
})
