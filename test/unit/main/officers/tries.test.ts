/** PINs that are tried one after the other. */
import { expect, test } from 'vitest'
import { applyTry } from '../../../../shared/ledger/officers.ts'
import { goodPin, openDesk, type Desk } from './officers-in.ts'

async function tryWrong(desk: Desk, number = '1001') {
  const answer = await desk.sessions.desk.open(number, '555444')
  if (answer.ok) throw new Error('a wrong PIN opened something')
  return { why: answer.why, left: answer.tries?.left, wait: answer.tries?.waitSeconds ?? 0 }
}

test('three are free; then each waits longer, and after ten a supervisor is needed', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  const waits = []
  for (let tried = 0; tried < 10; tried++) {
    const answer = await tryWrong(desk)
    waits.push(answer)
    desk.clock.running += answer.wait * 1000
  }
  expect(waits.map(({ why, left, wait }) => [why, left, wait])).toEqual([
    ['wrong', 9, 0],
    ['wrong', 8, 0],
    ['wrong', 7, 30],
    ['wrong', 6, 60],
    ['wrong', 5, 120],
    ['wrong', 4, 300],
    ['wrong', 3, 900],
    ['wrong', 2, 1_800],
    ['wrong', 1, 3_600],
    ['wrong', 0, 0],
  ])
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: false, why: 'locked' })
})

test('while it waits no PIN is looked at, not even the right one, and nothing is counted', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  for (let tried = 0; tried < 3; tried++) await tryWrong(desk)
  const before = desk.kinds().length
  desk.clock.running += 29_000
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({
    why: 'wait',
    tries: { left: 7, waitSeconds: 1 },
  })
  expect(desk.kinds()).toHaveLength(before)
  desk.clock.running += 1_000
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: true })
})

test('the laptop’s clock, set on by a year, ends no wait', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  for (let tried = 0; tried < 3; tried++) await tryWrong(desk)
  desk.clock.now += 365 * 24 * 3_600_000
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: false, why: 'wait' })
})

test('started anew, the tries are still counted, and the wait begins anew', async () => {
  const first = await openDesk()
  await first.appoint('1001', 'supervisor')
  for (let tried = 0; tried < 4; tried++) {
    const answer = await tryWrong(first)
    first.clock.running += answer.wait * 1000
  }
  first.journal.close()
  const second = await openDesk(first.folder)
  expect(await second.sessions.desk.open('1001', goodPin)).toMatchObject({
    why: 'wait',
    tries: { left: 6, waitSeconds: 60 },
  })
})

test('a right one counts the tries from nought again', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  await tryWrong(desk)
  await tryWrong(desk)
  await desk.sessions.desk.open('1001', goodPin)
  expect(await tryWrong(desk)).toMatchObject({ left: 9 })
})

test('unlocked by a supervisor, somebody may try at once', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  for (let tried = 0; tried < 10; tried++) {
    await tryWrong(desk)
    desk.clock.running += 3_600_000
  }
  expect(await tryWrong(desk)).toMatchObject({ why: 'locked' })
  expect(desk.appointments.unlock('1001')).toMatchObject({ ok: true })
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: true })
})

test('two that are tried at once are two', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  await Promise.all([tryWrong(desk), tryWrong(desk), tryWrong(desk), tryWrong(desk), tryWrong(desk)])
  expect(desk.kinds().filter((kind) => kind === 'session.tried')).toHaveLength(3)
})

test('one that is tried while the right one is looked at waits for that, and is the first wrong one behind it', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  await tryWrong(desk)
  await tryWrong(desk)
  const [right, wrong] = await Promise.all([desk.sessions.desk.open('1001', goodPin), tryWrong(desk)])
  expect(right).toMatchObject({ ok: true })
  expect(wrong).toEqual({ why: 'wrong', left: 9, wait: 0 })
})

test('whoever is locked out of one journal is of the one that is begun behind it', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  const [appointed] = desk.journal.officers.entries()
  const tried = (before: number): Map<string, number> => {
    const tries = new Map<string, number>()
    const carried = { name: 'Trần 1001', rank: 'Thiếu úy', role: 'supervisor', tried: before }
    if (appointed) applyTry(tries, { ...appointed, payload: Object.assign({}, appointed.payload, { carried }) })
    return tries
  }
  expect(tried(10)).toEqual(new Map([['1001', 10]]))
  expect(tried(0)).toEqual(new Map())
})

test('a try is on disk before the PIN is looked at; where it cannot be, none is', async () => {
  const desk = await openDesk()
  await desk.appoint('1001', 'supervisor')
  desk.journal.close()
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: false, why: 'unrecorded' })
  expect(desk.sessions.desk.caller()).toBe('nobody')
})

test('ten wrong ones are ten, though the clock is set on and back and the program started again between them', async () => {
  let desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  let clock = { ...desk.clock }
  const day = 24 * 3_600_000
  for (let tried = 0; tried < 10; tried++) {
    clock.now += tried % 2 === 0 ? 400 * day : -500 * day
    Object.assign(desk.clock, clock)
    expect(await tryWrong(desk)).toMatchObject({ why: 'wrong', left: 9 - tried })
    if (tried % 3 === 2) {
      desk.journal.close()
      desk = await openDesk(desk.folder)
      clock = { ...desk.clock, running: 0 }
    }
    // What has to be waited is waited: of the time that the program runs, which begins anew with it.
    clock.running += 3_600_000
  }
  desk.journal.close()
  const again = await openDesk(desk.folder)
  again.clock.running += day
  expect(await again.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: false, why: 'locked' })
  // Nobody else is any the worse for it.
  expect(await again.sessions.desk.open('1000', goodPin)).toMatchObject({ ok: true })
})

test('a new PIN from a supervisor ends the wait and the count in one entry', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  for (let tried = 0; tried < 3; tried++) await tryWrong(desk)
  const before = desk.kinds().length
  await desk.appointments.renew('1001', '402871', 'number')
  expect(desk.kinds().slice(before)).toEqual(['officer.renewed'])
  expect(await tryWrong(desk)).toMatchObject({ why: 'wrong', left: 9 })
  expect(await desk.sessions.desk.open('1001', '402871')).toMatchObject({ ok: true })
})
