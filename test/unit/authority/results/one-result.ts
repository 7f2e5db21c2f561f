/** One sound result of a file, changed and read. */
import type { Field } from '../../../../authority/results/columns/fields.ts'
import { readResult, type Defaults } from '../../../../authority/results/result/result.ts'

export const now = Date.parse('2021-10-04T08:00:00+07:00')
export const defaults: Defaults = { zone: null, order: 'day-first', centre: null, country: 'VN', now }
export const sound: Partial<Record<Field, string>> = {
  name: 'Nguyễn Văn An',
  birthDate: '26/02/1999',
  sampledAt: '2021-10-03T07:30:00+07:00',
  method: 'RT-PCR',
  result: 'Âm tính',
  centre: 'CDC Bắc Giang',
}
/** A change of undefined takes the column away. */
export type Changes = Partial<Record<Field, string | undefined>>

export function read(changes: Changes = {}, given: Partial<Defaults> = {}) {
  const written = Object.entries({ ...sound, ...changes }) as [Field, string | undefined][]
  const cells = new Map(
    written.flatMap(([field, text]) => (text === undefined ? [] : [[field, { kind: 'text', text } as const]])),
  )
  return readResult({ place: { kind: 'line', number: 5 }, cells, miscounted: null }, { ...defaults, ...given })
}
export function value(changes: Changes = {}, given: Partial<Defaults> = {}) {
  const answer = read(changes, given)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.value
}
export function faults(changes: Changes = {}, given: Partial<Defaults> = {}): string[] {
  const answer = read(changes, given)
  return answer.ok ? [] : answer.faults.map(({ field, code }) => `${field} ${code}`)
}
