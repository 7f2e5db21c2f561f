/** The public CertLogic test suites and rule tests, where the test data is beside the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../../shared/rules/compile.ts'
import { runRuleTests } from '../../../../shared/rules/rule-tests.ts'
import { validate } from '../../../../shared/rules/validate.ts'
import { readValueSets } from '../../../../shared/rules/value-sets.ts'

const folder = new URL('../../../../../shared/data/certlogic/', import.meta.url)
const present = existsSync(folder)

interface Assertion {
  data: unknown
  expected: unknown
  certLogicExpression?: unknown
  directive?: 'skip'
}
interface SuiteCase {
  name?: string
  certLogicExpression?: unknown
  directive?: 'skip'
  assertions: Assertion[]
}
interface Suite {
  name: string
  directive?: 'skip'
  cases: SuiteCase[]
}
interface ValidationSuite {
  name: string
  cases: { certLogicExpression: unknown; issues: { expr: unknown; message: string }[] }[]
}

const readAll = (path: string): string[] =>
  present
    ? readdirSync(new URL(path, folder)).map((file) => readFileSync(new URL(`${path}/${file}`, folder), 'utf8'))
    : []
const readLines = (path: string): unknown[] =>
  readFileSync(new URL(path, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

const suites = readAll('testSuite').map((text): Suite => JSON.parse(text))
const cases = suites.flatMap((suite) =>
  suite.cases.map((each) => ({ suite, each, name: `${suite.name}: ${each.name}` })),
)
/** Assertions their publisher leaves out: `in` on what is no list, which is an error here, and `data` in `reduce`. */
const counted = (suite: Suite, each: SuiteCase): Assertion[] =>
  each.assertions.filter((assertion) => ![suite, each, assertion].some(({ directive }) => directive === 'skip'))

describe.skipIf(!present)('the public CertLogic test suite (../shared/data/certlogic)', () => {
  test('has 60 cases with 218 assertions', () => {
    expect(cases).toHaveLength(60)
    expect(cases.flatMap(({ suite, each }) => counted(suite, each))).toHaveLength(218)
  })

  test.each(cases)('$name', ({ suite, each }) => {
    for (const assertion of counted(suite, each)) {
      const logic = assertion.certLogicExpression ?? each.certLogicExpression
      const compilation = compile(logic, { zonelessDateTimes: 'utc' })
      expect(compilation.ok && compilation.expression.evaluate(assertion.data)).toEqual({
        ok: true,
        value: assertion.expected,
      })
    }
  })
})

describe.skipIf(!present)('the public CertLogic validation suite (../shared/data/certlogic)', () => {
  test.each(readAll('validation-testSuite').map((text): ValidationSuite => JSON.parse(text)))('$name', (suite) => {
    for (const each of suite.cases)
      expect(validate(each.certLogicExpression).map(({ expr, message }) => ({ expr, message }))).toEqual(each.issues)
  })
})

describe.skipIf(!present)('the public rules and their tests (../shared/data/certlogic)', () => {
  test.each(['utc', 'error'] as const)('all 318 agree, zone-less date-times read as: %s', (zonelessDateTimes) => {
    const sets = readValueSets(readAll('valuesets').map((text): unknown => JSON.parse(text)))
    const valueSets = sets.ok ? sets.valueSets : {}
    const run = runRuleTests(readLines('rules.jsonl'), readLines('rule-tests.jsonl'), valueSets, { zonelessDateTimes })
    expect(run).toEqual({ ok: true, passed: 318, failed: 0, failures: [] })
  })
})
