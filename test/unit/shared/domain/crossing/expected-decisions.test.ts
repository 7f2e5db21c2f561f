import { describe, expect, it } from 'vitest'
import { advisedBy, expectedDecisions, isGrave } from '../../../../../shared/domain/crossing/expected-decisions.ts'
import { noVehicle, type Evidence, type OpenCrossing } from '../../../../../shared/domain/crossing/open-crossing.ts'
import {
  findingCodes,
  type FindingCode,
  type FindingCodeEntry,
} from '../../../../../shared/domain/finding/finding-codes.ts'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import type { Finding } from '../../../../../shared/domain/finding/verdict.ts'
import {
  an,
  binh,
  cardOf,
  good,
  judged,
  maskedCodeOf,
  paper,
  positive,
  resultOf,
  shown,
  unknown,
} from '../../../../fixtures/shown-things.ts'

/** Somebody whose result came out so. */
const whose = (...codes: FindingCode[]): OpenCrossing =>
  shown(resultOf(an, { findings: codes.map((code) => finding(code)) }))

const marked = (crossing: OpenCrossing, about: readonly Finding[] = []) => expectedDecisions(judged(crossing, about))

/** A result that says it is positive, of an issuer whose key we do not hold. */
const strangersPositive = ((): ReturnType<typeof resultOf> => {
  const result = resultOf(an, { findings: [finding('format-known'), finding('key-unknown')] })
  const { statement } = result.certificate
  if (statement.kind !== 'test') throw new Error('it is a test’s')
  return { ...result, certificate: { ...result.certificate, statement: { ...statement, result: 'positive' } } }
})()

/** The first traveller with a paper beside what they showed. */
function withPaper(crossing: OpenCrossing, changes: Partial<Extract<Evidence, { kind: 'paper' }>> = {}): OpenCrossing {
  const [first] = crossing.travellers
  if (!first) throw new Error('nobody is there')
  const beside: Evidence = { ...paper, id: 50, ...changes }
  return { ...crossing, travellers: [{ ...first, evidence: [...first.evidence, beside] }] }
}

describe('marked is only what the sentence asks for', () => {
  it('to admit where everybody is accepted', () => {
    expect(marked(shown(resultOf(an), resultOf(binh)))).toEqual(['admitted'])
  })

  it('to refuse or refer what is not accepted, and a positive to refer alone', () => {
    expect(marked(whose('format-known', 'signature-valid', 'period-expired'))).toEqual(['refused', 'referred'])
    expect(marked(whose('format-known', 'signature-mismatch'))).toEqual(['refused', 'referred'])
    expect(marked(shown(resultOf(an, { findings: positive })))).toEqual(['referred'])
  })

  it('to refer a positive, though another reason comes before it or beside it', () => {
    expect(marked(whose('format-known', 'period-expired', 'result-positive'))).toEqual(['referred'])
    const expired = resultOf(binh, { findings: [finding('period-expired')] })
    expect(marked(shown(resultOf(an, { findings: positive }), expired))).toEqual(['referred'])
  })

  it('to refer what cannot be checked here', () => {
    expect(marked(whose('format-known', 'key-unknown'))).toEqual(['referred'])
  })

  it('nothing for nobody, with or without a plate', () => {
    expect(marked(shown())).toEqual([])
    expect(marked({ ...shown(), vehicle: { ...noVehicle, plate: '98A-123.45' } })).toEqual([])
  })

  it('nothing for old keys, a missing result, a valid paper or a comparison that is still to be made', () => {
    expect(marked(shown(resultOf(an, { findings: [...good, finding('keys-old', { hours: 80 })] })))).toEqual([])
    expect(marked(shown(cardOf(an)))).toEqual([])
    expect(marked(withPaper(shown(cardOf(an))))).toEqual([])
    expect(marked(shown(resultOf(an), maskedCodeOf(an)))).toEqual([])
  })

  it('nothing where one sentence asks for one thing and the next for another', () => {
    expect(marked(shown(resultOf(an, { findings: unknown }), cardOf(binh)))).toEqual([])
  })

  it('nothing where somebody is missing or too many, or the vehicle itself is in question', () => {
    expect(marked({ ...shown(resultOf(an)), people: 2 })).toEqual([])
    expect(marked({ ...shown(resultOf(an), resultOf(binh)), people: 1 })).toEqual([])
    const about = [finding('vehicle-refused')]
    for (const findings of [good, unknown]) expect(marked(shown(resultOf(an, { findings })), about)).toEqual([])
  })

  it('to refuse or refer whoever is rejected, though others are missing', () => {
    const late = resultOf(an, { findings: [finding('signature-mismatch')] })
    expect(marked({ ...shown(late), people: 4 })).toEqual(marked(shown(late)))
    expect(marked(shown(late))).toContain('refused')
  })

  it('nothing where the clock is to be looked at first', () => {
    expect(marked(whose('format-known', 'signature-valid', 'period-not-begun'))).toEqual([])
    expect(marked(whose('format-known', 'signature-valid', 'sample-in-future'))).toEqual([])
  })
})

describe('what a row of the table advises', () => {
  const warnings = Object.entries(findingCodes).filter(([, { status }]) => status === 'warn')

  it.each(warnings as [FindingCode, FindingCodeEntry][])('%s is what its sentence says', (code, { vi, en }) => {
    const says = /(or|and) refer to the medical post/.test(en)
    expect(/(hoặc|và) chuyển y tế/.test(vi)).toBe(says)
    expect(advisedBy(code)).toEqual(says ? ['referred'] : [])
  })
})

describe('words, and no stock reason, are wanted to admit', () => {
  it.each(['result-positive', 'signature-mismatch', 'key-not-issued', 'revocation-listed'] as const)('%s', (code) => {
    expect(isGrave(judged(whose('format-known', code)))).toBe(true)
  })

  it('a positive behind another reason, under a key that nobody knows, or on paper', () => {
    expect(isGrave(judged(whose('format-known', 'period-expired', 'result-positive')))).toBe(true)
    expect(isGrave(judged(shown(strangersPositive)))).toBe(true)
    const onPaper = withPaper(shown(cardOf(an)), { result: { ...paper.result, result: 'positive' } })
    expect(isGrave(judged(onPaper))).toBe(true)
    expect(marked(onPaper)).toEqual(['referred'])
  })

  it('anybody of the crossing, whoever was scanned last', () => {
    expect(isGrave(judged(shown(resultOf(an, { findings: positive }), resultOf(binh))))).toBe(true)
  })

  it('but not what is only late, missing or not to be checked here', () => {
    for (const crossing of [whose('period-expired'), shown(cardOf(an)), whose('key-unknown'), shown(resultOf(an))]) {
      expect(isGrave(judged(crossing))).toBe(false)
    }
  })
})
