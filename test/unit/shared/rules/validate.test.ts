/** Which expressions are refused before they are ever evaluated, and where the refusal points. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../../../shared/rules/compile.ts'
import { deepestExpression, mostParts } from '../../../../shared/rules/limits.ts'
import { validate } from '../../../../shared/rules/validate.ts'

const list = (length: number): unknown => Array.from({ length }, () => 1)

const nested = (levels: number): unknown => {
  let logic: unknown = true
  for (let level = 1; level < levels; level++) logic = { '!': [logic] }
  return logic
}

describe('an expression', () => {
  test.each([
    [null],
    [undefined],
    [0.5],
    [Number.NaN],
    [Number.MAX_SAFE_INTEGER + 1],
    [() => true],
    [[null]],
    [{}],
    [{ a: 1, b: 2 }],
    [{ '!': [true], var: 'x' }],
    [{ or: [1, 2] }],
    [{ constructor: [1] }],
    [JSON.parse('{"__proto__":[1]}')],
    [{ '!': true }],
    [{ '!': [] }],
    [{ '!': [1, 2] }],
    [{ if: [true, 1] }],
    [{ if: [true, 1, 2, 3] }],
    [{ and: [true] }],
    [{ '===': [1, 1, 1] }],
    [{ in: [1] }],
    [{ '+': [1, 2, 3] }],
    [{ '<': [1] }],
    [{ '<': [1, 2, 3, 4] }],
    [{ after: [1] }],
    [{ reduce: [[], 1] }],
    [{ plusTime: ['2021-01-01', 1] }],
    [{ plusTime: ['2021-01-01', 1.5, 'day'] }],
    [{ plusTime: ['2021-01-01', { var: 'hours' }, 'hour'] }],
    [{ plusTime: ['2021-01-01', 1, 'minute'] }],
    [{ plusTime: ['2021-01-01', 1, 'days'] }],
    [{ extractFromUVCI: ['a', '1'] }],
    [{ extractFromUVCI: ['a'] }],
    [{ dccDateOfBirth: [] }],
    [{ var: ['x'] }],
    [{ var: '.x' }],
    [{ var: 'x..y' }],
  ])('%j is refused', (logic) => {
    expect(validate(logic)).not.toEqual([])
    expect(compile(logic).ok).toBe(false)
  })

  test('is refused with a pointer to what is wrong in it', () => {
    const logic = { if: [true, { and: [1, { foo: [1] }] }, 0.5] }
    expect(validate(logic).map(({ at }) => at)).toEqual(['/if/1/and/1', '/if/2'])
  })

  test('may be nested to the limit and not a level further', () => {
    expect(validate(nested(deepestExpression))).toEqual([])
    expect(validate(nested(deepestExpression + 1))).toHaveLength(1)
  })

  test('nested twenty thousand levels deep is refused, not thrown', () => {
    expect(validate(nested(20_000))[0]?.message).toMatch(/deeper/)
  })

  test('may have as many parts as the limit and not one more', () => {
    expect(validate(list(mostParts - 1))).toEqual([])
    expect(validate(list(mostParts))).toHaveLength(1)
    expect(validate([list(mostParts), list(mostParts)])).toHaveLength(1)
  })
})
