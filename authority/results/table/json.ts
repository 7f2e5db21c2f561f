/** Results as a JSON list of objects, from a laboratory's own program. */
import * as v from 'valibot'
import { readJson as readStrictJson } from '../../../shared/certificate/json.ts'
import { unreadable, text, type Cell, type Table } from './table.ts'

const entriesSchema = v.array(v.record(v.string(), v.unknown()))
const jsonSchema = v.union([
  entriesSchema,
  v.pipe(
    v.strictObject({ results: entriesSchema }),
    v.transform(({ results }) => results),
  ),
])

/** A member that is not there, or null, is an empty cell; a number or a list is no text, and is never made one. */
function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return { kind: 'text', text: '' }
  return typeof value === 'string' ? text(value) : { kind: 'other', text: JSON.stringify(value) }
}

/**
 * Reads a list of entries, or an object that holds it as "results"; every member that any entry has is a column.
 * @throws Failure where it is no such list
 */
export function readJson(content: string): Table {
  let entries: Record<string, unknown>[]
  try {
    entries = v.parse(jsonSchema, readStrictJson(content))
  } catch (error) {
    throw unreadable(
      {
        vi: 'Tệp JSON không phải danh sách kết quả, hoặc có mục ghi một tên hai lần. Cần một danh sách các mục, hoặc danh sách đó dưới tên "results".',
        en: 'The JSON file is no list of results, or names a member twice. It must be a list of objects, or hold that list as "results".',
      },
      {},
      { cause: error },
    )
  }
  const names = [...new Set(entries.flatMap((entry) => Object.keys(entry)))]
  return {
    kind: 'json',
    heading: { number: 0, cells: names.map(text) },
    lines: entries.map((entry, index) => ({
      number: index + 1,
      cells: names.map((name) => cellOf(Object.hasOwn(entry, name) ? entry[name] : null)),
    })),
    otherSheets: [],
  }
}
