import { describe, expect, test } from 'vitest'
import { entryKinds, isOfficers, readersOf, readersOfAll, retentionOf } from '../../../../shared/ledger/entry-kinds.ts'
import { methods } from '../../../../shared/contract/contract.ts'

describe('the table of kinds', () => {
  test('takes what it does not know of for personal: read by whoever may read a person, signed by nobody', () => {
    for (const kind of ['from.later', 'constructor', '__proto__', '']) {
      expect(retentionOf(kind)).toBe('personal')
      expect(readersOf(kind)).toEqual(readersOf('crossing.recorded'))
      expect(isOfficers(kind)).toBe(false)
    }
  })

  test('shows no person to IT staff, and who looked at whom to nobody at the lane', () => {
    for (const [kind, { retention, readers }] of Object.entries(entryKinds)) {
      const all: readonly string[] = readers
      if (retention === 'personal' || retention === 'access') expect([kind, all.includes('it')]).toEqual([kind, false])
      if (retention === 'access') expect(all).toEqual(['supervisor', 'auditor'])
    }
  })

  test('is where the roles of the records’ methods come from', () => {
    for (const [name, { roles }] of Object.entries(methods))
      if (name === 'crossings.search' || name === 'crossing.read') expect(roles).toBe(readersOf('crossing.recorded'))
  })

  test('lets whoever may read all of it read it out, and anybody where a kiosk has no officers yet', () => {
    expect(readersOfAll).toEqual(['unclaimed', 'supervisor'])
    expect(methods['journal.export'].roles).toBe(readersOfAll)
  })

  test('keeps for ever what the rest cannot be checked without', () => {
    for (const kind of ['journal.begun', 'journal.restored', 'journal.erased', 'kiosk.keys', 'hub.enrolled'])
      expect(retentionOf(kind)).toBe('for-ever')
  })
})
