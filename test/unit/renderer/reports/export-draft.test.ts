import { describe, expect, test } from 'vitest'
import { emptyExport, placeOf, readExport } from '../../../../renderer/screens/reports/export-draft.ts'
import { everything } from '../../../../shared/domain/report/scope.ts'

const scope = { from: 0, to: 1, ...everything }
const places = [
  { path: '/media/a', name: 'A', stick: true },
  { path: '/home', name: 'home', stick: false },
]
const asked = { scope, places, language: 'vi' } as const

describe('an export that is filled in', () => {
  test('is a masked workbook on the first stick, where nobody says otherwise', () => {
    expect(readExport(emptyExport, asked)).toMatchObject({
      ok: true,
      input: { format: 'xlsx', identities: false, reason: null, target: { kind: 'folder', path: '/media/a' } },
    })
  })

  test('names nobody in full without a reason, and forgets a reason that is not needed', () => {
    const full = { ...emptyExport, identities: true }
    expect(readExport({ ...full, reason: '  ' }, asked)).toEqual({ ok: false, fault: 'reason' })
    expect(readExport({ ...full, reason: ' Truy vết ' }, asked)).toMatchObject({ input: { reason: 'Truy vết' } })
    expect(readExport({ ...emptyExport, reason: 'Truy vết' }, asked)).toMatchObject({ input: { reason: null } })
  })

  test('goes where it was to go as long as that is there, and is not asked for where there is nowhere', () => {
    const chosen = { ...emptyExport, place: '/home' }
    expect(placeOf(chosen, places)?.path).toBe('/home')
    expect(placeOf(chosen, places.slice(0, 1))?.path).toBe('/media/a')
    expect(readExport(chosen, { ...asked, places: [] })).toEqual({ ok: false, fault: 'place' })
  })

  test('is CSV of either separator', () => {
    expect(readExport({ ...emptyExport, form: 'csv-semicolon' }, asked)).toMatchObject({
      input: { format: 'csv', semicolon: true },
    })
  })
})
