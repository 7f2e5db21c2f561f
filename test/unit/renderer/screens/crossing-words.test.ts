import { describe, expect, it } from 'vitest'
import {
  reasonCodes,
  decisions,
  directions,
  identityStandings,
  vehicleKinds,
} from '../../../../shared/domain/crossing/crossing.ts'
import {
  decisionWords,
  directionWords,
  identityWords,
  reasonWords,
  vehicleKindWords,
} from '../../../../shared/language/crossing-words.ts'
import { locales, type Locale } from '../../../../shared/language/locale.ts'

const tables: [string, Record<Locale, Record<string, string>>, readonly string[]][] = [
  ['directions', directionWords, directions],
  ['decisions', decisionWords, decisions],
  ['reasons', reasonWords, reasonCodes],
  ['vehicles', vehicleKindWords, vehicleKinds],
  ['identity', identityWords, identityStandings],
]

describe.each(tables)('the words for %s', (_, words, codes) => {
  it.each(locales)('are there for every code, and no two alike, in %s', (locale) => {
    expect(Object.keys(words[locale]).toSorted()).toEqual([...codes].toSorted())
    const said = Object.values(words[locale])
    expect(said.every((word) => word.trim() !== '')).toBe(true)
    expect(new Set(said).size).toBe(said.length)
  })
})
