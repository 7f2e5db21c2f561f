/** Arrays that the hub writes in PostgreSQL's binary form are read there as what they were. */
import { describe, expect, test } from 'vitest'
import { bigint, binaryArray, bytea, date, text, uuid, type Element } from '../../../hub/database/binary-array.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'

const hub = hubForTests()

async function read<T>(type: string, as: Element<T>, values: readonly (T | null)[]): Promise<(string | null)[]> {
  const written = type === 'bytea' ? `encode(each, 'hex')` : 'each::text'
  const { rows } = await hub.ground.pool.query<{ said: string | null }>(
    `SELECT ${written} AS said FROM unnest($1::${type}[]) WITH ORDINALITY AS of (each, place) ORDER BY place`,
    [binaryArray(as, values)],
  )
  return rows.map(({ said }) => said)
}

describe.skipIf(noDatabase !== null)('an array is read as it was written', () => {
  test('of texts, with quotes, signs of several bytes, nothing in them, and null', async () => {
    const values = ['{"a": "b\\"c"}', 'Nguyễn Thị Hồng 🚚', '', null, 'NULL', '{},']
    expect(await read('text', text, values)).toEqual(values)
  })

  test('of bytes and identifiers', async () => {
    expect(await read('bytea', bytea, ['00ff', '', null])).toEqual(['00ff', '', null])
    const id = '017c4a5e-8f00-7000-8000-0123456789ab'
    expect(await read('uuid', uuid, [id, null])).toEqual([id, null])
  })

  test('of whole numbers and days, however far off', async () => {
    const far = [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
    expect(await read('bigint', bigint, far)).toEqual(far.map(String))
    const days = ['1999-12-31', '2000-01-01', '2026-11-29', null]
    expect(await read('date', date, days)).toEqual(days)
  })

  test('of nothing', async () => {
    expect(await read('text', text, [])).toEqual([])
  })
})
