/** The engine and certlogic-js, the reference implementation, give the same answers where both are sure of their input. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate as evaluateByReference } from 'certlogic-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../../shared/rules/compile.ts'
import { publicData, readJsonLines } from '../../../conformance/public-data.ts'

function evaluateByUs(logic: unknown, content: unknown): unknown {
  const compiled = compile(logic, { zonelessDateTimes: 'utc' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues))
  const answer = compiled.expression.evaluate(content)
  return answer.ok ? answer.value : answer.error
}

const content = {
  payload: { dn: 2, sd: 3, tt: 'LP6464-4', sc: '2021-10-04T01:00:00Z', none: null, list: [1, 2, 3], word: 'x' },
  external: { clock: '2021-10-06T12:30:00+07:00', set: ['LP6464-4', 'LP217198-3'] },
}

const instant = fc.constantFrom('payload.sc', 'external.clock').map((path) => ({ var: path }))
const moved = fc
  .tuple(instant, fc.integer({ min: -500, max: 500 }), fc.constantFrom('hour', 'day'))
  .map(([time, amount, unit]) => ({ plusTime: [time, amount, unit] }))
const number = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom('payload.dn', 'payload.sd').map((path) => ({ var: path })),
)

const { logic } = fc.letrec<{ logic: unknown }>((tie) => ({
  logic: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.boolean(),
    fc.tuple(fc.constantFrom('>', '<', '>=', '<='), number, number).map(([operator, a, b]) => ({ [operator]: [a, b] })),
    fc
      .tuple(fc.constantFrom('after', 'before', 'not-after', 'not-before'), moved, moved)
      .map(([operator, a, b]) => ({ [operator]: [a, b] })),
    fc.constantFrom('payload.tt', 'payload.word').map((path) => ({ in: [{ var: path }, { var: 'external.set' }] })),
    fc.tuple(number, number).map(([a, b]) => ({ '===': [a, { '+': [a, b] }] })),
    tie('logic').map((inner) => ({ '!': [inner] })),
    fc.tuple(tie('logic'), tie('logic')).map((operands) => ({ and: operands })),
    fc.tuple(tie('logic'), tie('logic'), tie('logic')).map((operands) => ({ if: operands })),
  ),
}))

describe('the engine beside the reference implementation', () => {
  test('gives the same answer to any expression over sound values', () => {
    fc.assert(
      fc.property(logic, (expression) => {
        expect(evaluateByUs(expression, content)).toEqual(evaluateByReference(expression as never, content))
      }),
      { numRuns: 1500 },
    )
  })

  const folder = join(publicData, 'certlogic')
  interface Rule {
    Identifier: string
    Version: string
    Logic: unknown
  }
  interface RuleTest {
    rule: string
    version: string
    payload: unknown
    external: Record<string, unknown>
  }

  test.skipIf(!existsSync(folder))('gives the same answers to the public rule tests (needs ../shared/data)', () => {
    const rules = readJsonLines<Rule>(join(folder, 'rules.jsonl'))
    const valueSets = Object.fromEntries(
      ['disease-agent-targeted', 'test-result', 'test-type', 'vaccine-medicinal-product'].map((name) => {
        const set = JSON.parse(readFileSync(join(folder, 'valuesets', `${name}.json`), 'utf8')) as {
          valueSetId: string
          valueSetValues: object
        }
        return [set.valueSetId, Object.keys(set.valueSetValues)]
      }),
    )
    let compared = 0
    for (const { rule, version, payload, external } of readJsonLines<RuleTest>(join(folder, 'rule-tests.jsonl'))) {
      const found = rules.find(({ Identifier, Version }) => Identifier === rule && Version === version)
      if (!found) continue
      const given = { payload, external: { valueSets, ...external } }
      const reference = ((): unknown => {
        try {
          return evaluateByReference(found.Logic as never, given)
        } catch {
          return undefined
        }
      })()
      // What the reference cannot evaluate is open to us as well, and compared by its own tests.
      if (typeof reference !== 'boolean') continue
      compared++
      expect([rule, evaluateByUs(found.Logic, given)]).toEqual([rule, reference])
    }
    expect(compared).toBeGreaterThan(200)
  })
})
