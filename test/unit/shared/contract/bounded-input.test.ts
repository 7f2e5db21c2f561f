/** Every number, text and list that comes in over the contract has its bounds, where it is declared. */
import { expect, test } from 'vitest'
import { methods } from '../../../../shared/contract/contract.ts'

/** As much of a valibot schema as is needed to walk it. */
interface Schema {
  type: string
  pipe?: readonly Schema[]
  entries?: Readonly<Record<string, Schema>>
  options?: readonly Schema[]
  wrapped?: Schema
  item?: Schema
}

/** Actions of which one at least bounds a value of that type. */
const bounding: Readonly<Record<string, readonly string[][]>> = {
  string: [['max_length'], ['regex']],
  number: [
    ['min_value', 'max_value'],
    ['min_value', 'safe_integer'],
  ],
  array: [['max_length']],
}

/** The places of values that nothing bounds. */
function unbounded({ type, pipe = [], entries = {}, options = [], wrapped, item }: Schema, at: string): string[] {
  const done = new Set(pipe.map((each) => each.type))
  const kinds = bounding[type]
  const open = kinds && !kinds.some((kind) => kind.every((action) => done.has(action))) ? [`${at}: ${type}`] : []
  const members = [
    ...Object.entries(entries).map(([name, member]) => [name, member] as const),
    ...(['variant', 'union'].includes(type) ? options.map((option, index) => [String(index), option] as const) : []),
    ...(wrapped ? [['', wrapped] as const] : []),
    ...(item ? [['[]', item] as const] : []),
    // A pipe begins with its own schema; one that is wrapped into a pipe is within it.
    ...pipe.filter((each) => each.type !== type && (each.wrapped ?? each.entries)).map((each) => ['', each] as const),
  ]
  return [...open, ...members.flatMap(([name, member]) => unbounded(member, `${at}.${name}`))]
}

test.each(Object.entries(methods))('what %s takes has bounds', (method, { input }) => {
  expect(unbounded(input as unknown as Schema, method)).toEqual([])
})

test('what has none is found', () => {
  const text = { type: 'string', pipe: [{ type: 'string' }, { type: 'trim' }] }
  const list = { type: 'array', item: { type: 'number', pipe: [{ type: 'number' }, { type: 'finite' }] } }
  const schema = { type: 'strict_object', entries: { text, list: { type: 'nullable', wrapped: list } } }
  expect(unbounded(schema, 'x')).toEqual(['x.text: string', 'x.list.: array', 'x.list..[]: number'])
})
