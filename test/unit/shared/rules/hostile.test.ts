/** Whatever a payload holds, an evaluation ends soon and never throws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../../shared/rules/compile.ts'
import { mostWork, mostWorkOfAll } from '../../../../shared/rules/limits.ts'
import { compileRuleSet, evaluateRules } from '../../../../shared/rules/rule-set.ts'
import { evaluated, rule } from './evaluated.ts'

describe('work', () => {
  const sumOf = (path: string) => ({ reduce: [{ var: path }, { '+': [{ var: 'accumulator' }, 1] }, 0] })
  const sum = sumOf('x')

  test('a list longer than the work allowed is a fault', () => {
    expect(evaluated(sum, { x: Array(mostWork).fill(1) })).toBe('fault: too-much-work')
    expect(evaluated({ in: [2, { var: '' }] }, Array(mostWork + 1).fill(1))).toBe('fault: too-much-work')
  })

  test('a list folded within a fold shares the work allowed', () => {
    const inner = { reduce: [{ var: 'data.x' }, { '+': [{ var: 'accumulator' }, 1] }, 0] }
    const outer = { reduce: [{ var: 'x' }, { '+': [{ var: 'accumulator' }, inner] }, 0] }
    expect(evaluated(outer, { x: Array(10).fill(1) })).toBe(100)
    expect(evaluated(outer, { x: Array(5_000).fill(1) })).toBe('fault: too-much-work')
  })

  test('each evaluation has its own', () => {
    const compilation = compile(sum)
    const content = { x: Array(mostWork / 4).fill(1) }
    const evaluate = (): unknown => compilation.ok && compilation.expression.evaluate(content)
    expect(evaluate()).toEqual({ ok: true, value: mostWork / 4 })
    expect(evaluate()).toEqual({ ok: true, value: mostWork / 4 })
  })

  test('all rules on one certificate share what a stranger’s lists may cost', () => {
    const length = 10_000
    const each = length * 3
    const rules = Array.from({ length: 100 }, (_, index) =>
      rule({ Identifier: `GR-VN-${1000 + index}`, Logic: { '>': [sumOf('payload.x'), 0] } }),
    )
    const compilation = compileRuleSet(rules)
    if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
    const all = [...compilation.ruleSet.byIdentifier.values()].flat()
    const outcomes = evaluateRules(all, { payload: { x: Array(length).fill(1) }, external: {} })
    const done = outcomes.filter(({ outcome }) => outcome === 'passed').length
    expect(done).toBe(Math.floor(mostWorkOfAll / each))
    expect(outcomes.slice(done).every((one) => one.outcome === 'open' && one.error.code === 'too-much-work')).toBe(true)
  })

  test('an endless identifier is a fault', () => {
    expect(evaluated({ extractFromUVCI: [{ var: '' }, 0] }, ':'.repeat(mostWork + 1))).toBe('fault: too-much-work')
  })
})

describe('content', () => {
  test('that throws when it is read is a fault', () => {
    const content = {
      get a(): never {
        throw new Error('no')
      },
    }
    expect(evaluated({ var: 'a' }, content)).toBe('fault: unreadable-content')
  })

  test('nested deeply is drilled into without recursion', () => {
    let content: unknown = 1
    for (let level = 0; level < 20_000; level++) content = { a: content }
    expect(evaluated({ '!': [{ var: 'a.a.a' }] }, content)).toBe(false)
  })
})

const literals = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('', 'a', '2021-10-01', '2021-13-01', '2021-10-01T00:00:00', '2021-10-01T00:00:00+07:00'),
)
const paths = fc.constantFrom('', 'a', 'a.0', 'b.a', 'constructor', '__proto__', 'length', 'accumulator', 'current')

/** Valid expressions of every operator. */
const { expression } = fc.letrec((tie) => {
  const operand = tie('expression')
  const operands = (least: number, most: number): fc.Arbitrary<unknown[]> =>
    fc.array(operand, { minLength: least, maxLength: most })
  const operation = (operator: string, least: number, most = least): fc.Arbitrary<unknown> =>
    operands(least, most).map((values) => ({ [operator]: values }))
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literals,
      paths.map((path) => ({ var: path })),
      operands(0, 3),
      operation('if', 3),
      operation('and', 2, 4),
      operation('!', 1),
      fc.constantFrom('===', 'in', '+').chain((operator) => operation(operator, 2)),
      fc
        .constantFrom('>', '<', '>=', '<=', 'after', 'before', 'not-after', 'not-before')
        .chain((operator) => operation(operator, 2, 3)),
      operation('reduce', 3),
      operation('dccDateOfBirth', 1),
      fc
        .tuple(operand, fc.integer(), fc.constantFrom('year', 'month', 'day', 'hour'))
        .map((values) => ({ plusTime: values })),
      fc.tuple(operand, fc.integer()).map((values) => ({ extractFromUVCI: values })),
    ),
  }
})

describe('for every expression and content', () => {
  test('what validates evaluates to a value or a fault', () => {
    fc.assert(
      fc.property(expression, fc.jsonValue(), (logic, content) => {
        const compilation = compile(logic)
        return compilation.ok && typeof compilation.expression.evaluate(content).ok === 'boolean'
      }),
      { numRuns: 500 },
    )
  })

  test('what is no expression is refused without an exception', () => {
    fc.assert(fc.property(fc.anything(), (logic) => typeof compile(logic).ok === 'boolean'))
  })

  test('a fault is never turned into true by a negation', () => {
    fc.assert(
      fc.property(expression, fc.jsonValue(), (logic, content) => {
        const [plain, negated] = [evaluated(logic, content), evaluated({ '!': [logic] }, content)]
        return !String(plain).startsWith('fault: ') || plain === negated
      }),
      { numRuns: 500 },
    )
  })

  test('the content is left as it was', () => {
    fc.assert(
      fc.property(expression, fc.jsonValue(), (logic, content) => {
        const before = JSON.stringify(content)
        evaluated(logic, content)
        return JSON.stringify(content) === before
      }),
    )
  })
})
