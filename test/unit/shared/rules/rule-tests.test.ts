/** Tests that come with rules are run, counted, and the ones that fail say why. */
import { expect, test } from 'vitest'
import { runRuleTests } from '../../../../shared/rules/rule-tests.ts'
import { readValueSets } from '../../../../shared/rules/value-sets.ts'
import { rule } from './evaluated.ts'

const isKnown = rule({ Logic: { in: [{ var: 'payload.tt' }, { var: 'external.valueSets.types' }] } })
const ruleTest = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  rule: 'GR-VN-0001',
  version: '1.0.0',
  test: 'one.json',
  name: 'known',
  payload: { tt: 'a' },
  external: {},
  expected: true,
  ...changes,
})

const run = (tests: unknown[], rules: unknown[] = [isKnown]) => runRuleTests(rules, tests, { types: ['a'] })

test('tests that come out as they say are counted as passed', () => {
  expect(run([ruleTest(), ruleTest({ payload: {}, expected: false })])).toEqual({
    ok: true,
    passed: 2,
    failed: 0,
    failures: [],
  })
})

test.each([
  [{ expected: false }, 'met', ''],
  [{ payload: { tt: 'b' } }, 'not-met', ''],
  [{ external: { valueSets: {} } }, 'open', 'not-a-list'],
  [{ version: '2.0.0' }, 'rule-missing', ''],
])('a test with %j fails: %s', (changes, reason, detail) => {
  const result = run([ruleTest(), ruleTest(changes)])
  expect(result).toMatchObject({
    passed: 1,
    failed: 1,
    failures: [{ place: 1, reason, detail, test: 'one.json known' }],
  })
})

test('an open rule is not met', () => {
  expect(run([ruleTest({ external: { valueSets: {} }, expected: false })])).toMatchObject({ passed: 1, failed: 0 })
})

test('a test without a payload runs on null', () => {
  const bare = ruleTest({ expected: false })
  delete bare.payload
  expect(run([bare])).toMatchObject({ passed: 1 })
})

test.each([null, 7, {}, ruleTest({ expected: 'yes' }), ruleTest({ external: 3 })])('%j is a malformed test', (each) => {
  expect(run([each])).toMatchObject({ failed: 1, failures: [{ reason: 'test-malformed' }] })
})

test('rules that cannot be compiled are not run at all', () => {
  expect(run([ruleTest()], [rule({ Logic: null })])).toMatchObject({ ok: false, problems: [{ rule: 'GR-VN-0001' }] })
})

test('value sets are read from their documents', () => {
  const document = { valueSetId: 'types', valueSetDate: '2021-01-01', valueSetValues: { a: {}, b: {} } }
  expect(readValueSets([document])).toEqual({ ok: true, valueSets: { types: ['a', 'b'] } })
  expect(readValueSets([document, document])).toMatchObject({ ok: false, place: 1 })
  expect(readValueSets([document, { valueSetId: 'x' }])).toMatchObject({ ok: false, place: 1 })
})
