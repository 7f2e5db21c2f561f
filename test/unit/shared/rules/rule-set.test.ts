/** Rules as published become a set; a clock, a country and a kind of certificate choose from it. */
import { describe, expect, test } from 'vitest'
import { compareVersions, describe as sentence } from '../../../../shared/rules/rule.ts'
import { compileRuleSet, evaluateRules, selectRules, type Selection } from '../../../../shared/rules/rule-set.ts'
import { rule } from './evaluated.ts'

const setOf = (...rules: unknown[]) => {
  const compilation = compileRuleSet(rules)
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.ruleSet
}

const selected = (rules: unknown[], changes: Partial<Selection> = {}): string[] =>
  selectRules(setOf(...rules), {
    country: 'VN',
    issuerCountry: 'VN',
    certificateType: 'Test',
    clock: Date.parse('2021-10-10T00:00:00+07:00'),
    ...changes,
  }).map((each) => `${each.rule.Identifier} ${each.rule.Version}`)

const outcomes = (logic: unknown, changes: Record<string, unknown> = {}): unknown[] => {
  const rules = [...setOf(rule({ Logic: logic, ...changes })).byIdentifier.values()].flat()
  return evaluateRules(rules, { payload: {}, external: {} }).map((each) =>
    each.outcome === 'open' ? each.error.code : each.outcome,
  )
}

const problems = (rules: unknown): string[] => {
  const compilation = compileRuleSet(rules)
  return compilation.ok ? [] : compilation.problems.map(({ rule: name, at }) => `${name} ${at}`)
}

describe('a rule set', () => {
  test.each([
    ['Identifier', 'VN-1'],
    ['Type', 'Advice'],
    ['Country', 'Viet Nam'],
    ['Version', '1.0'],
    ['Version', '01.0.0'],
    ['CertificateType', 'Passport'],
    ['Description', []],
    ['ValidFrom', '2021-01-01'],
    ['ValidFrom', '2021-01-01T00:00:00'],
    ['ValidTo', '2021-02-30T00:00:00Z'],
    ['AffectedFields', 't.0'],
  ])('is refused when %s is %j', (at, value) => {
    const [problem] = problems([rule({ [at]: value })])
    expect(problem).toContain(at)
  })

  test('is refused when a language has two sentences', () => {
    const twice = [rule({ Description: ['Always.', 'Never.'].map((desc) => ({ lang: 'en', desc })) })]
    expect(problems(twice)).toEqual(['GR-VN-0001 Description'])
  })

  test('is refused when a rule ends before it begins', () => {
    expect(problems([rule({ ValidTo: '2020-12-31T00:00:00+07:00' })])).toHaveLength(1)
  })

  test('is refused whole when one rule’s logic is not valid, and says where', () => {
    const bad = rule({ Identifier: 'GR-VN-0002', Logic: { if: [true, { or: [1] }, false] } })
    expect(problems([rule(), bad])).toEqual(['GR-VN-0002 Logic/if/1'])
  })

  test('is refused when a version of a rule is there twice', () => {
    expect(problems([rule(), rule({ Logic: false })])).toEqual(['GR-VN-0001 Version'])
  })

  test.each([[null], [{}], ['[]'], [[null]], [[rule(), 7]], [Array.from({ length: 5_001 }, () => rule())]])(
    'is not %j',
    (rules) => {
      expect(compileRuleSet(rules).ok).toBe(false)
    },
  )
})

describe('selection', () => {
  const versions = ['1.9.0', '1.10.0', '1.2.0'].map((Version) => rule({ Version }))

  test('takes the highest version by number', () => {
    expect(selected(versions)).toEqual(['GR-VN-0001 1.10.0'])
  })

  test('takes a lower version while the higher is not yet, or no longer, valid', () => {
    const early = rule({ Version: '2.0.0', ValidTo: '2021-10-09T23:59:59+07:00' })
    const late = rule({ Version: '3.0.0', ValidFrom: '2021-10-10T00:00:01+07:00' })
    expect(selected([rule(), early, late])).toEqual(['GR-VN-0001 1.0.0'])
  })

  test('takes both ends of the window in', () => {
    const [from, to] = [Date.parse('2021-01-01T00:00:00+07:00'), Date.parse('2021-12-31T23:59:59+07:00')]
    expect([from, to].map((clock) => selected([rule()], { clock }).length)).toEqual([1, 1])
    expect([from - 1, to + 1].map((clock) => selected([rule()], { clock }).length)).toEqual([0, 0])
  })

  test('takes general rules and those of the kind of certificate', () => {
    const rules = [
      rule(),
      rule({ Identifier: 'TR-VN-0001', CertificateType: 'Test' }),
      rule({ Identifier: 'VR-VN-0001', CertificateType: 'Vaccination' }),
    ]
    expect(selected(rules)).toEqual(['GR-VN-0001 1.0.0', 'TR-VN-0001 1.0.0'])
  })

  test('takes no older version when the highest is for another kind of certificate', () => {
    const moved = rule({ Version: '1.1.0', CertificateType: 'Vaccination' })
    expect(selected([rule(), moved])).toEqual([])
  })

  test('takes acceptance rules of the country of arrival and invalidation rules of the issuer', () => {
    const rules = ['VN', 'DE'].flatMap((Country) => [
      rule({ Identifier: `GR-${Country}-0001`, Country }),
      rule({ Identifier: `IR-${Country}-0001`, Country, Type: 'Invalidation' }),
    ])
    expect(selected(rules, { issuerCountry: 'DE' })).toEqual(['GR-VN-0001 1.0.0', 'IR-DE-0001 1.0.0'])
    expect(selected(rules, { issuerCountry: null })).toEqual(['GR-VN-0001 1.0.0'])
  })
})

describe('a rule', () => {
  test('passes on true and fails on false', () => {
    expect(outcomes(true)).toEqual(['passed'])
    expect(outcomes(false)).toEqual(['failed'])
  })

  test.each([1, 'true', [true]])('is open on %j', (logic) => {
    expect(outcomes(logic)).toEqual(['not-boolean'])
  })

  test('is open when it has no value', () => {
    expect(outcomes({ '!': [{ in: ['a', { var: 'external.valueSets.none' }] }] })).toEqual(['not-a-list'])
  })

  test.each([{ Engine: 'CQL' }, { EngineVersion: '2.0.0' }])('is open under %j', (changes) => {
    expect(outcomes(true, changes)).toEqual(['engine-unsupported'])
  })
})

describe('a description', () => {
  const sentences = ['de', 'en', 'vi'].map((lang) => ({ lang, desc: lang }))

  test('is given in the language asked for, else in English, else as it comes', () => {
    expect(sentence(sentences, 'vi')).toBe('vi')
    expect(sentence(sentences, 'fr')).toBe('en')
    expect(sentence(sentences.slice(0, 1), 'vi')).toBe('de')
  })
})

test('versions are ordered by their numbers', () => {
  expect(['1.10.0', '2.0.0', '1.9.9', '1.9.10'].toSorted(compareVersions)).toEqual([
    '1.9.9',
    '1.9.10',
    '1.10.0',
    '2.0.0',
  ])
})

describe('a selection made again', () => {
  const asked = { country: 'VN', issuerCountry: 'VN', certificateType: 'Test' } as const
  const set = setOf(
    rule({ Version: '1.0.0', ValidFrom: '2021-10-01T00:00:00+07:00', ValidTo: '2021-10-20T00:00:00+07:00' }),
    rule({ Version: '1.1.0', ValidFrom: '2021-10-15T00:00:00+07:00', ValidTo: '2021-10-25T00:00:00+07:00' }),
  )
  const versionAt = (text: string): string | undefined =>
    selectRules(set, { ...asked, clock: Date.parse(text) })[0]?.rule.Version

  test('is the same as the first one at any clock, in any order', () => {
    const clocks: [string, string | undefined][] = [
      ['2021-09-30T23:59:59.999+07:00', undefined],
      ['2021-10-01T00:00:00+07:00', '1.0.0'],
      ['2021-10-14T23:59:59.999+07:00', '1.0.0'],
      ['2021-10-15T00:00:00+07:00', '1.1.0'],
      ['2021-10-25T00:00:00+07:00', '1.1.0'],
      ['2021-10-25T00:00:00.001+07:00', undefined],
    ]
    for (const [clock, version] of [...clocks, ...clocks.toReversed(), ...clocks])
      expect([clock, versionAt(clock)]).toEqual([clock, version])
  })

  test('is not another issuer’s or another kind’s', () => {
    const clock = Date.parse('2021-10-16T00:00:00+07:00')
    const invalidation = setOf(rule({ Type: 'Invalidation', Country: 'DE', CertificateType: 'Test' }))
    const count = (changes: Partial<Selection>): number =>
      selectRules(invalidation, { ...asked, clock, ...changes }).length
    expect([
      count({ issuerCountry: 'DE' }),
      count({}),
      count({ issuerCountry: 'DE', certificateType: 'Recovery' }),
    ]).toEqual([1, 0, 0])
  })
})
