import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCitizenCard } from '../../../../shared/document/citizen-card.ts'
import { readHealthInsuranceCard } from '../../../../shared/document/health-insurance-card.ts'
import { readPersonalCode } from '../../../../shared/document/personal-code.ts'
import { recogniseDocument } from '../../../../shared/document/recognise.ts'

const citizenCard = '001099012345||Nguyễn Văn An|15081999|Nam|Hà Nội|02092021'
const personalCode = '001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1<'
const insuranceCard = `GD4797934567890|${Buffer.from('Lê Cụ').toString('hex')}|1940|1|Huế|46 - 001|01/01/2021|-`

/** Fields of all kinds in any mixture: what would come nearest to passing for something else. */
const mixture = fc
  .array(
    fc.constantFrom(
      ...[citizenCard, personalCode, insuranceCard].flatMap((text) => text.split('|')),
      '1',
      '012345678',
      '1915',
    ),
    {
      minLength: 4,
      maxLength: 10,
    },
  )
  .map((fields) => fields.join('|'))

describe('recognising a document', () => {
  test.each([
    [citizenCard, 'citizen-card'],
    [personalCode, 'personal-code'],
    [insuranceCard, 'health-insurance-card'],
  ])('%s is a %s', (text, kind) => {
    expect(recogniseDocument(text)?.kind).toBe(kind)
  })

  test('no text is read as two kinds', () => {
    fc.assert(
      fc.property(mixture, (text) => {
        const readers = [readCitizenCard, readPersonalCode, readHealthInsuranceCard]
        expect(readers.filter((read) => read(text) !== null).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('no text at random is a document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(fc.string()), (text, parts) => {
        expect(recogniseDocument(text)).toBeNull()
        expect(recogniseDocument(parts.join('|'))).toBeNull()
      }),
    )
  })

  test('a document with any one character lost never becomes another kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(citizenCard, personalCode, insuranceCard), fc.nat(), (text, nat) => {
        const at = nat % text.length
        const read = recogniseDocument(text.slice(0, at) + text.slice(at + 1))
        expect([null, recogniseDocument(text)?.kind]).toContain(read?.kind ?? null)
      }),
    )
  })

  test('what is read is safe as JSON', () => {
    const read = recogniseDocument(citizenCard)
    expect(JSON.parse(JSON.stringify(read))).toEqual(read)
  })

  test('a text longer than any code holds is none', () => {
    expect(recogniseDocument(`${citizenCard}|${'x'.repeat(5000)}`)).toBeNull()
  })
})
