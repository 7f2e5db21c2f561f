/** What supervisors permit in place, and what waits for their eyes. */
import { expect, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { keys } from '../../../fixtures/secrets.ts'
import { crossingOf } from '../journal/crossing-of.ts'
import { check } from '../journal/journal-in.ts'
import { goodPin, minute, openDesk, type Desk } from './officers-in.ts'

/** A supervisor 1000 and an officer 1001, who is at the desk. */
async function officerAtDesk(): Promise<Desk> {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  await desk.sessions.desk.open('1001', goodPin)
  return desk
}

test('a supervisor permits in place under their own key, and the officer stays at the desk', async () => {
  const desk = await officerAtDesk()
  expect(await desk.permissions.give('rejected', '1000', goodPin)).toEqual({ ok: true })
  expect(desk.sessions.desk.read().who?.number).toBe('1001')
  const entries = [...readEntries(desk.folder, keys.journal)].map(({ entry }) => entry)
  const given = entries.find(({ kind }) => kind === 'permission.given')
  expect(given?.officer).toBe('1000')
  expect(desk.permissions.now().get('rejected')).toMatchObject({
    seq: given?.seq,
    by: { number: '1000', role: 'supervisor' },
  })
  desk.journal.close()
  expect(check(desk.folder)).toMatchObject({ intact: true })
})

test('a crossing that was recorded on it names who permitted it, as they were called then', async () => {
  const { permissions, journal, clock } = await officerAtDesk()
  await permissions.give('rejected', '1000', goodPin)
  const by = permissions.now().get('rejected')
  const record = (changes: Parameters<typeof crossingOf>[0] = {}): number => {
    const recorded = journal.recordCrossing(crossingOf(changes), clock.now, null)
    if (!recorded.recorded) throw new Error(recorded.code)
    return recorded.seq
  }
  const permitted = record({ above: { by: 'permission', entries: [by?.seq ?? 0] } })
  const who = { number: '1000', name: 'Lê Văn Nam', rank: 'Đại úy', role: 'supervisor' } as const
  journal.officers.record({ kind: 'officer.changed', payload: who }, clock.now)
  expect(journal.crossing(permitted)?.above).toEqual({ by: 'permission', given: [{ what: 'rejected', by: by?.by }] })
  expect(journal.crossing(record())?.above).toBeNull()
})

test.each([
  ['an officer’s PIN permits nothing', '1001', goodPin, 'not-supervisor'],
  ['nor does a wrong one', '1000', '555444', 'wrong'],
  ['nor nobody’s', '2000', goodPin, 'unknown'],
])('%s', async (_, number, pin, why) => {
  const desk = await officerAtDesk()
  expect(await desk.permissions.give('rejected', number, pin)).toMatchObject({ ok: false, why })
  expect(desk.permissions.now().size).toBe(0)
})

test('wrong PINs in place count like those at the desk', async () => {
  const desk = await officerAtDesk()
  for (let tried = 0; tried < 3; tried++) await desk.permissions.give('clock', '1000', '555444')
  expect(await desk.permissions.give('clock', '1000', goodPin)).toMatchObject({ why: 'wait' })
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ why: 'wait' })
})

test('one for a crossing is spent with it, and goes by itself when the supervisor has gone', async () => {
  const desk = await officerAtDesk()
  await desk.permissions.give('rejected', '1000', goodPin)
  desk.permissions.spend()
  expect(desk.permissions.now().size).toBe(0)
  await desk.permissions.give('rejected', '1000', goodPin)
  desk.clock.running += 5 * minute
  expect(desk.permissions.now().size).toBe(0)
})

test('one for the shift outlives crossings, and ends with the shift or after twelve hours', async () => {
  const desk = await officerAtDesk()
  await desk.permissions.give('old-trust', '1000', goodPin)
  desk.permissions.spend()
  expect([...desk.permissions.now().keys()]).toEqual(['old-trust'])
  desk.clock.running += 12 * 60 * minute
  expect(desk.permissions.now().size).toBe(0)
  await desk.permissions.give('old-trust', '1000', goodPin)
  desk.permissions.end()
  expect(desk.permissions.now().size).toBe(0)
})

test('an emergency waits until a supervisor has seen it, over a restart', async () => {
  const desk = await officerAtDesk()
  const recorded = desk.journal.recordCrossing({ ...crossingOf(), above: { by: 'emergency' } }, desk.clock.now, null)
  if (!recorded.recorded) throw new Error(recorded.code)
  const { seq } = recorded
  desk.journal.close()
  const later = await openDesk(desk.folder)
  await later.sessions.desk.open('1000', goodPin)
  expect(later.oversight.read().emergencies).toEqual([{ crossing: seq, at: desk.clock.now, by: '1001' }])
  expect(later.oversight.see(seq)).toMatchObject({ ok: true, oversight: { emergencies: [] } })
  expect(later.oversight.see(seq)).toEqual({ ok: false, why: 'unknown' })
  expect(later.journal.officers.entries().at(-1)).toMatchObject({ kind: 'emergency.seen', by: '1000' })
})

test('what was decided while nobody was signed in is listed for a day', async () => {
  const desk = await officerAtDesk()
  desk.journal.recordCrossing(crossingOf(), desk.clock.now, null)
  desk.sessions.desk.leave()
  const unsigned = desk.journal.recordCrossing(crossingOf(), desk.clock.now + 1, null)
  expect(desk.oversight.read()).toMatchObject({
    unsigned: [{ crossing: unsigned.recorded ? unsigned.seq : 0, at: desk.clock.now + 1 }],
    more: false,
  })
  desk.clock.now += 24 * 60 * minute + 2
  expect(desk.oversight.read().unsigned).toEqual([])
})
