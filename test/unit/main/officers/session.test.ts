/** Who is at the desk: how they come, are taken over from, fall asleep and go. */
import { expect, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { keys } from '../../../fixtures/secrets.ts'
import { check } from '../journal/journal-in.ts'
import { goodPin, minute, openDesk, type Desk } from './officers-in.ts'

/** A desk with a supervisor 1000 and an officer 1001, who have number and PIN. */
async function manned(): Promise<Desk> {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  return desk
}

test('a kiosk without officers is unclaimed, and from its first supervisor on it is nobody’s until they sign in', async () => {
  const desk = await openDesk()
  expect(desk.sessions.desk.caller()).toBe('unclaimed')
  await desk.appoint('1000', 'supervisor')
  expect(desk.sessions.desk.caller()).toBe('nobody')
  await desk.sessions.desk.open('1000', goodPin)
  expect(desk.sessions.desk.caller()).toBe('supervisor')
})

test('who is signed in signs what they do, and what the kiosk does by itself nobody signs', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1001', goodPin)
  desk.journal.shifts.close(desk.clock.now)
  desk.sessions.desk.leave()
  const entries = [...readEntries(desk.folder, keys.journal)].map(({ entry }) => entry)
  expect(entries.filter(({ kind }) => kind === 'shift.closed')).toMatchObject([{ officer: '1001' }])
  expect(entries.filter(({ kind }) => kind === 'session.tried')).toMatchObject([{ officer: null, signature: null }])
  desk.journal.close()
  expect(check(desk.folder)).toMatchObject({ intact: true })
})

test('an officer without a badge’s PIN is of no use with a badge wanted', async () => {
  const desk = await openDesk()
  const badge = await desk.appoint('1000', 'supervisor', 'badge')
  expect(desk.sessions.desk.name('1000')).toEqual({ ok: false, why: 'badge-wanted' })
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ ok: false, why: 'badge-wanted' })
  expect(desk.sessions.desk.showBadge(badge)).toMatchObject({ ok: true, who: { number: '1000' } })
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ ok: true })
})

test('a badge only names: nobody is signed in by it, and nobody signed out', async () => {
  const desk = await openDesk()
  const badge = await desk.appoint('1000', 'supervisor', 'badge')
  await desk.appoint('1001')
  await desk.sessions.desk.open('1001', goodPin)
  desk.sessions.desk.showBadge(badge)
  expect(desk.sessions.desk.read()).toMatchObject({ who: { number: '1001' } })
})

test('a badge names somebody for a minute', async () => {
  const desk = await openDesk()
  const badge = await desk.appoint('1000', 'supervisor', 'badge')
  desk.sessions.desk.showBadge(badge)
  desk.clock.running += minute + 1
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ why: 'badge-wanted' })
})

test.each([
  ['of nobody here', (badge: string) => badge.replace(':1000:', ':2000:')],
  ['of another kiosk, with a number that is known here', () => 'CHOT-BADGE:1000:0000-0000-0000-0000-0000-0000-000'],
  ['that is no badge', () => '8930000000000'],
])('a badge %s names nobody, and is recorded', async (_, alter) => {
  const desk = await openDesk()
  const badge = await desk.appoint('1000', 'supervisor', 'badge')
  expect(desk.sessions.desk.showBadge(alter(badge))).toEqual({ ok: false, why: 'unknown' })
  expect(desk.kinds().at(-1)).toBe('badge.refused')
  expect(desk.sessions.desk.read().who).toBeNull()
})

test('whoever was left alone and has a new badge since is asked for that one, and no try is counted', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  desk.sessions.desk.showBadge(await desk.appoint('1001', 'officer', 'badge'))
  await desk.sessions.desk.open('1001', goodPin)
  await desk.appointments.renew('1001', goodPin, 'badge')
  const tried = () => desk.kinds().filter((kind) => kind === 'session.tried').length
  const before = tried()
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: false, why: 'badge-wanted' })
  expect(tried()).toBe(before)
})

test('a PIN is not the PIN of whose badge was scanned before', async () => {
  const desk = await openDesk()
  const badge = await desk.appoint('1000', 'supervisor', 'badge')
  await desk.appoint('1001', 'supervisor', 'badge')
  desk.sessions.desk.showBadge(badge)
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ why: 'badge-wanted' })
})

test('whoever is removed while their PIN is looked at does not come in', async () => {
  const desk = await manned()
  const opening = desk.sessions.desk.open('1001', goodPin)
  // The PIN is looked at on a thread of its own, behind the entry of the try.
  for (let turn = 0; turn < 100 && desk.kinds().at(-1) !== 'session.tried'; turn++) await Promise.resolve()
  expect(desk.kinds().at(-1)).toBe('session.tried')
  desk.appointments.remove('1001', '1000')
  expect(await opening).toMatchObject({ ok: false, why: 'unknown' })
  expect(desk.sessions.desk.read().who).toBeNull()
})

test('whoever takes over ends the session before theirs', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1001', goodPin)
  await desk.sessions.desk.open('1000', goodPin)
  expect(desk.journal.officers.entries().slice(-3)).toMatchObject([
    { kind: 'session.tried' },
    { kind: 'session.closed', payload: { number: '1001', why: 'taken-over' } },
    { kind: 'session.opened', by: '1000', payload: { number: '1000', how: 'took-over' } },
  ])
})

test('a wrong PIN of whoever would take over leaves who is there', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1001', goodPin)
  await desk.sessions.desk.open('1000', '555444')
  expect(desk.sessions.desk.caller()).toBe('officer')
})

test('left alone it falls asleep: nobody may do what its officer may, and the PIN alone wakes it', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  const badge = await desk.appoint('1001', 'officer', 'badge')
  desk.sessions.desk.showBadge(badge)
  await desk.sessions.desk.open('1001', goodPin)
  desk.clock.running += 14 * minute
  desk.sessions.desk.beat()
  expect(desk.sessions.desk.caller()).toBe('officer')
  desk.clock.running += minute
  desk.sessions.desk.beat()
  expect(desk.sessions.desk.caller()).toBe('nobody')
  expect(desk.sessions.signer()).toBeNull()
  expect(desk.heard.at(-1)).toMatchObject({ asleep: true, who: { number: '1001' } })
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: true, session: { asleep: false } })
  expect(desk.journal.officers.entries().at(-1)).toMatchObject({ payload: { how: 'resumed' } })
})

test('whoever is there is heard of, and stays', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1001', goodPin)
  for (let at = 0; at < 20; at++) {
    desk.clock.running += 10 * minute
    desk.sessions.desk.touch()
    desk.sessions.desk.beat()
  }
  expect(desk.sessions.desk.caller()).toBe('officer')
})

test('a supervisor’s falls asleep after two minutes, or after what the policy says', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1000', goodPin)
  desk.clock.running += 2 * minute
  desk.sessions.desk.beat()
  expect(desk.sessions.desk.caller()).toBe('nobody')
  desk.set({ supervisorIdleMinutes: 5 })
  await desk.sessions.desk.open('1000', goodPin)
  desk.clock.running += 4 * minute
  desk.sessions.desk.beat()
  expect(desk.sessions.desk.caller()).toBe('supervisor')
})

test('after twelve hours a session is over, however busy it was', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1001', goodPin)
  desk.clock.running += 12 * 60 * minute
  desk.sessions.desk.touch()
  desk.sessions.desk.beat()
  expect(desk.sessions.desk.read().who).toBeNull()
  expect(desk.journal.officers.entries().at(-1)).toMatchObject({ kind: 'session.closed', payload: { why: 'over' } })
})

test('whoever is removed is at the desk no longer', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1001', goodPin)
  desk.appointments.remove('1001', '1000')
  expect(desk.sessions.desk.caller()).toBe('nobody')
  desk.sessions.desk.beat()
  expect(desk.sessions.signer()).toBeNull()
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ why: 'unknown' })
})

test('a command’s session is not the desk’s, and begins with nobody', async () => {
  const desk = await manned()
  await desk.sessions.desk.open('1000', goodPin)
  const visit = desk.sessions.visit()
  expect(visit.caller()).toBe('nobody')
  visit.run(() => desk.journal.shifts.close(desk.clock.now))
  await visit.run(() => desk.sessions.current().open('1001', goodPin))
  expect(visit.caller()).toBe('officer')
  expect(desk.sessions.desk.caller()).toBe('supervisor')
  visit.run(() => desk.journal.shifts.close(desk.clock.now))
  const entries = [...readEntries(desk.folder, keys.journal)].filter(({ entry }) => entry.kind === 'shift.closed')
  expect(entries.map(({ entry }) => entry.officer)).toEqual([null, '1001'])
})

test('a command’s session is over after twelve hours too, and is no officer’s who was removed', async () => {
  const desk = await manned()
  const [long, removed] = [desk.sessions.visit(), desk.sessions.visit()]
  await long.run(() => desk.sessions.current().open('1000', goodPin))
  await removed.run(() => desk.sessions.current().open('1001', goodPin))
  desk.appointments.remove('1001', '1000')
  desk.clock.running += 12 * 60 * minute
  desk.sessions.beat()
  expect([long.caller(), removed.caller()]).toEqual(['nobody', 'nobody'])
  const ended = desk.journal.officers.entries().filter(({ kind }) => kind === 'session.closed')
  expect(ended).toMatchObject([{ payload: { why: 'over' } }, { payload: { why: 'removed' } }])
})

test('a supervisor hears at the next sign-in what others did, once', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.sessions.desk.open('1000', goodPin)
  await desk.appoint('1001', 'supervisor')
  await desk.sessions.desk.open('1001', goodPin)
  await desk.appoint('1002')
  desk.appointments.remove('1002', '1001')
  desk.sessions.desk.showBadge('CHOT-BADGE:77:0000-0000-0000-0000-0000-0000-000')
  const back = await desk.sessions.desk.open('1000', goodPin)
  expect(back.ok && back.news.map(({ kind, number, by }) => [kind, number, by])).toEqual([
    ['badge.refused', '77', null],
    ['officer.removed', '1002', '1001'],
    ['officer.appointed', '1002', '1001'],
  ])
  desk.sessions.desk.leave()
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ news: [] })
})
