/** What an officer may not decide alone: who permits it, how long that holds, and what is done without a supervisor. */
import { expect, test } from 'vitest'
import type { Authority } from '../../../../main/lane/index.ts'
import type { PermissionKind } from '../../../../shared/domain/crossing/above.ts'
import type { Who } from '../../../../shared/ledger/officers.ts'
import { hour, now } from '../../../fixtures/certificates.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { newFolder } from '../journal/journal-in.ts'
import { laneAt, scanResult } from './lane-at.ts'

const hung: Who = { number: '204117', name: 'Trần Quốc Hùng', rank: 'Đại úy', role: 'supervisor' }

const words = { code: 'other', note: 'cấp cứu, bệnh viện đã gọi' } as const

/** An officer at the desk, and what is permitted. */
function officerWith(permitted: [PermissionKind, number][] = [], changes: Partial<Authority> = {}) {
  const given = new Map(permitted.map(([what, seq]) => [what, { seq, by: hung }]))
  const authority: Authority = {
    free: false,
    mayDecide: true,
    emergencies: true,
    now: () => given,
    spend: () => void given.delete('rejected'),
    ...changes,
  }
  return authority
}

const at = (authority: Authority) => laneAt(newFolder(), undefined, now, authority)

async function withRejected(authority: Authority) {
  const opened = await at(authority)
  scanResult(opened.lane, an, { sc: new Date(now - 400 * hour).toISOString() })
  expect(opened.lane.shown().whole.worst).toBe('rejected')
  return opened
}

test('an officer lets nobody pass who was rejected, whatever the reason', async () => {
  const { lane } = await withRejected(officerWith())
  expect(lane.decide('admitted', words)).toEqual({
    recorded: false,
    code: 'supervisor-needed',
    needs: { permissions: ['rejected'], emergency: true },
  })
  expect(lane.begun).toBe(true)
})

test('to refuse or refer is the officer’s own', async () => {
  const { lane } = await withRejected(officerWith())
  expect(lane.decide('refused', null)).toMatchObject({ recorded: true })
})

test('with a supervisor’s permission it is recorded on their word, once', async () => {
  const authority = officerWith([['rejected', 7]])
  const { lane, journal } = await withRejected(authority)
  const decided = lane.decide('admitted', words)
  if (!decided.recorded) throw new Error(decided.code)
  expect(journal.crossing(decided.seq)?.crossing.above).toEqual({ by: 'permission', entries: [7] })
  scanResult(lane, an, { sc: new Date(now - 400 * hour).toISOString(), ci: 'URN:UVCI:01:VN:OTHER' })
  expect(lane.decide('admitted', words)).toMatchObject({ code: 'supervisor-needed' })
})

test('what is decided says who permitted what', async () => {
  const { lane } = await withRejected(
    officerWith([
      ['rejected', 7],
      ['old-trust', 5],
    ]),
  )
  expect(lane.decide('admitted', words)).toMatchObject({
    above: { by: 'permission', given: [{ what: 'rejected', by: hung }] },
  })
})

test('what is decided says that it was an emergency, and nothing of what was the officer’s own', async () => {
  const { lane } = await withRejected(officerWith())
  expect(lane.decide('admitted', words, true)).toMatchObject({ above: { by: 'emergency' } })
  scanResult(lane, an, { sc: new Date(now - 400 * hour).toISOString(), ci: 'URN:UVCI:01:VN:OTHER' })
  expect(lane.decide('refused', null)).toMatchObject({ recorded: true, above: null })
})

test('given up, a crossing takes its permission with it', async () => {
  const { lane } = await withRejected(officerWith([['rejected', 7]]))
  lane.abandon()
  scanResult(lane, an, { sc: new Date(now - 400 * hour).toISOString(), ci: 'URN:UVCI:01:VN:OTHER' })
  expect(lane.decide('admitted', words)).toMatchObject({ code: 'supervisor-needed' })
})

test('in an emergency words do, and it waits for a supervisor’s eyes', async () => {
  const { lane, journal } = await withRejected(officerWith())
  expect(lane.decide('admitted', words, true)).toMatchObject({ recorded: true })
  expect(journal.officers.entries().map(({ kind }) => kind)).toEqual(['emergency.admitted'])
})

test('a stock reason is no emergency', async () => {
  const { lane } = await withRejected(officerWith())
  expect(lane.decide('admitted', { code: 'emergency', note: null }, true)).toMatchObject({ code: 'supervisor-needed' })
})

test('where the policy knows no emergencies there are none', async () => {
  const { lane } = await withRejected(officerWith([], { emergencies: false }))
  expect(lane.decide('admitted', words, true)).toMatchObject({
    code: 'supervisor-needed',
    needs: { permissions: ['rejected'], emergency: false },
  })
})

test('a supervisor decides for themselves', async () => {
  const { lane, journal } = await withRejected(officerWith([], { free: true }))
  const decided = lane.decide('admitted', words)
  if (!decided.recorded) throw new Error(decided.code)
  expect(journal.crossing(decided.seq)?.crossing.above).toBeUndefined()
})

test('where the policy wants somebody signed in, nothing is decided without', async () => {
  const { lane } = await withRejected(officerWith([], { mayDecide: false }))
  expect(lane.decide('refused', null)).toEqual({ recorded: false, code: 'sign-in-needed' })
  expect(lane.begun).toBe(true)
})

test('a card of commands does no more than the officer may', async () => {
  const { lane } = await withRejected(officerWith([['rejected', 7]]))
  expect(lane.allows({ kind: 'decide', decision: 'admitted' })).toBe(false)
  expect(lane.allows({ kind: 'decide', decision: 'refused' })).toBe(true)
})
