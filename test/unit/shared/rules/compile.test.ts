/** What each CertLogic operator does, and above all what it does with what it cannot use; dates: date-operators.test.ts. */
import { describe, expect, test } from 'vitest'
import { evaluated } from './evaluated.ts'

const at = (text: unknown): unknown => ({ plusTime: [text, 0, 'day'] })

const extract = (index: number, value: unknown): unknown => evaluated({ extractFromUVCI: [{ var: '' }, index] }, value)

describe('var', () => {
  test.each([
    ['a.b', { a: { b: 1 } }, 1],
    ['a.1', { a: [1, 2] }, 2],
    ['a.0', { a: { 0: 'own key' } }, 'own key'],
    ['', 7, 7],
    ['a', {}, null],
    ['a', { a: undefined }, null],
    ['a.2', { a: [1, 2] }, null],
    ['a.01', { a: [1, 2] }, null],
    ['a.length', { a: [1, 2] }, null],
    ['a.length', { a: 'text' }, null],
    ['a.0', { a: 'text' }, null],
    ['a.constructor.name', { a: {} }, null],
    ['__proto__', {}, null],
    ['toString', {}, null],
    ['a.size', { a: new Map() }, null],
  ])('%j on %j is %j', (path, content, expected) => {
    expect(evaluated({ var: path }, content)).toEqual(expected)
  })

  test('reads a key that shadows a prototype member when it is the payload’s own', () => {
    expect(evaluated({ var: 'toString' }, JSON.parse('{"toString":5,"__proto__":{"x":1}}'))).toBe(5)
  })

  test('reads content without a prototype', () => {
    const content: unknown = Object.assign(Object.create(null), { a: 1 })
    expect(evaluated({ var: 'a' }, content)).toBe(1)
  })
})

describe('truth', () => {
  test.each([false, null, '', 0, [], {}])('%j is false', (value) => {
    expect(evaluated({ '!': [{ var: '' }] }, value)).toBe(true)
  })

  test.each([true, '0', -1, [null], { a: null }])('%j is true', (value) => {
    expect(evaluated({ '!': [{ var: '' }] }, value)).toBe(false)
  })

  test.each([0.5, Number.NaN, new Date(0), 1n])('%s is neither', (value) => {
    expect(evaluated({ '!': [{ var: '' }] }, value)).toBe('fault: neither-true-nor-false')
  })

  test('a date-time counts as true: it is there', () => {
    expect(evaluated({ if: [at('2021-01-01'), 1, 2] })).toBe(1)
  })
})

describe('if', () => {
  const fault = { '+': ['a', 1] }

  test('evaluates only the branch it takes', () => {
    expect(evaluated({ if: [true, 'then', fault] })).toBe('then')
    expect(evaluated({ if: [false, fault, 'else'] })).toBe('else')
  })

  test('has no value when its guard has none', () => {
    expect(evaluated({ if: [fault, true, true] })).toBe('fault: not-an-integer')
  })
})

describe('and', () => {
  test('gives the first operand that is false', () => {
    expect(evaluated({ and: [true, '', { '+': ['a', 1] }] })).toBe('')
  })

  test('gives the last operand when all are true', () => {
    expect(evaluated({ and: [1, 2, 3] })).toBe(3)
  })

  test('has no value when an operand it reaches has none', () => {
    expect(evaluated({ and: [true, { '+': ['a', 1] }] })).toBe('fault: not-an-integer')
  })
})

describe('===', () => {
  test.each([
    [1, 1, true],
    [1, '1', false],
    [null, null, true],
    [0, false, false],
    ['Đ', 'Đ', true],
  ])('%j and %j: %j', (a, b, expected) => {
    expect(evaluated({ '===': [{ var: '0' }, { var: '1' }] }, [a, b])).toBe(expected)
  })

  test.each([[[1]], [{ a: 1 }]])('does not compare %j', (value) => {
    expect(evaluated({ '===': [{ var: '' }, 1] }, value)).toBe('fault: not-comparable')
  })

  test('does not compare date-times', () => {
    expect(evaluated({ '===': [at('2021-01-01'), at('2021-01-01')] })).toBe('fault: not-comparable')
  })
})

describe('in', () => {
  test.each([
    ['a', ['a', 'b'], true],
    [1, ['1'], false],
    [null, [null], true],
    ['a', [], false],
  ])('%j in %j: %j', (member, list, expected) => {
    expect(evaluated({ in: [{ var: '0' }, { var: '1' }] }, [member, list])).toBe(expected)
  })

  test.each([null, 'abc', { a: 1 }])(
    'is a fault on %j, so that a missing list denies nothing and allows nothing',
    (list) => {
      expect(evaluated({ '!': [{ in: ['a', { var: 'list' }] }] }, { list })).toBe('fault: not-a-list')
    },
  )

  test('does not look for objects', () => {
    expect(evaluated({ in: [{ var: '' }, [1]] }, { a: 1 })).toBe('fault: not-comparable')
  })
})

describe('+', () => {
  test('adds integers', () => {
    expect(evaluated({ '+': [2, -5] })).toBe(-3)
  })

  test.each([
    ['1', 1],
    [null, 1],
    [0.5, 1],
    [Number.MAX_SAFE_INTEGER, 1],
  ])('does not add %j and %j', (a, b) => {
    expect(evaluated({ '+': [{ var: '0' }, { var: '1' }] }, [a, b])).toBe('fault: not-an-integer')
  })
})

describe('comparisons of integers', () => {
  test.each([
    ['>', [2, 1], true],
    ['>', [1, 1], false],
    ['<', [1, 2, 3], true],
    ['<', [1, 2, 2], false],
    ['>=', [3, 3, 2], true],
    ['>=', [2, 3], false],
    ['<=', [1, 1, 0], false],
    ['<=', [1, 1], true],
  ])('%s of %j: %j', (operator, operands, expected) => {
    expect(evaluated({ [operator]: operands })).toBe(expected)
  })

  test.each([null, '3', 0.5, true])('has no value with %j, even where the first pair already decides', (value) => {
    expect(evaluated({ '<': [2, 1, { var: '' }] }, value)).toBe('fault: not-an-integer')
  })

  test('does not compare date-times', () => {
    expect(evaluated({ '>': [at('2021-01-02'), at('2021-01-01')] })).toBe('fault: not-an-integer')
  })
})

describe('extractFromUVCI', () => {
  test('counts fragments after the prefix, empty ones too', () => {
    expect(extract(1, 'URN:UVCI:01:VN:B2C/7#X')).toBe('VN')
    expect(extract(4, '01:VN:B2C/7#X')).toBe('X')
    expect(extract(1, 'a::c')).toBe('')
  })

  test.each([-1, 9])('has nothing at %i', (index) => {
    expect(extract(index, '01:VN:B2C')).toBeNull()
  })

  test('passes null on and takes nothing but text', () => {
    expect(extract(0, null)).toBeNull()
    expect(extract(0, 7)).toBe('fault: not-a-text')
  })
})

describe('reduce', () => {
  const count = { reduce: [{ var: 'list' }, { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 10] }

  test('folds from the left, beginning with the initial value', () => {
    expect(evaluated(count, { list: [{ n: 1 }, { n: 2 }] })).toBe(13)
  })

  test.each([[[]], [null]])('is the initial value on %j', (list) => {
    expect(evaluated(count, { list })).toBe(10)
  })

  test('sees the whole content as data', () => {
    const logic = { reduce: [{ var: 'list' }, { '+': [{ var: 'accumulator' }, { var: 'data.by' }] }, 0] }
    expect(evaluated(logic, { list: [1, 1], by: 3 })).toBe(6)
  })

  test('has no value when a step has none', () => {
    expect(evaluated(count, { list: [{ n: 1 }, {}, { n: 2 }] })).toBe('fault: not-an-integer')
  })

  test('has no value when the initial one has none, even if no step looks at it', () => {
    expect(evaluated({ reduce: [[1], true, { '+': ['a', 1] }] })).toBe('fault: not-an-integer')
  })

  test('does not fold a text', () => {
    expect(evaluated(count, { list: 'abc' })).toBe('fault: not-a-list')
  })
})

describe('lists', () => {
  test('evaluate to the values of their expressions', () => {
    expect(evaluated([1, { var: 'x' }, ['a']], { x: 2 })).toEqual([1, 2, ['a']])
  })

  test('have no value when an element has none', () => {
    expect(evaluated({ in: [1, [1, { '+': ['a', 1] }]] })).toBe('fault: not-an-integer')
  })
})
