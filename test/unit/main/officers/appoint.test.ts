/** Who may be an officer of a kiosk, and who decides about it. */
import { expect, test } from 'vitest'
import { readBadge } from '../../../../shared/domain/officer/badge.ts'
import { officerSigner } from '../../../fixtures/officer.ts'
import { behindIts, check } from '../journal/journal-in.ts'
import { goodPin, openDesk } from './officers-in.ts'

const who = (number: string, role: 'officer' | 'supervisor' = 'officer') => {
  return { number, name: 'Nguyễn Văn Hùng', rank: 'Trung úy', role }
}

test('the first of a kiosk is a supervisor', async () => {
  const { appointments } = await openDesk()
  expect(await appointments.appoint(who('1001'), goodPin, 'number')).toEqual({ ok: false, why: 'supervisor-needed' })
  expect(await appointments.appoint(who('1001', 'supervisor'), goodPin, 'number')).toMatchObject({
    ok: true,
    badge: null,
    officers: [{ number: '1001', role: 'supervisor', removed: false, tries: { left: 10, waitSeconds: 0 } }],
  })
})

test('a badge is told once: the journal keeps no more of it than its hash', async () => {
  const desk = await openDesk()
  const text = await desk.appoint('1000', 'supervisor', 'badge')
  const badge = readBadge(text)
  expect(badge?.number).toBe('1000')
  const said = JSON.stringify(desk.journal.officers.entries())
  expect(said).not.toContain(text.split(':')[2])
  expect(said).not.toContain(Buffer.from(badge?.secret ?? []).toString('base64url'))
})

test.each([
  ['123456', 'pin-pattern'],
  ['12345', 'pin-length'],
  ['71004x', 'pin-digits'],
  ['159753', 'pin-common'],
  ['010190', 'pin-date'],
  ['910017', 'pin-own-number'],
])('a PIN of %s is refused: %s', async (pin, why) => {
  const { appointments } = await openDesk()
  expect(await appointments.appoint(who('1001', 'supervisor'), pin, 'number')).toEqual({ ok: false, why })
})

test('where the policy wants a badge, number and PIN are not given', async () => {
  const desk = await openDesk()
  desk.set({ withoutBadge: false })
  expect(await desk.appointments.appoint(who('1001', 'supervisor'), goodPin, 'number')).toEqual({
    ok: false,
    why: 'badge-needed',
  })
})

test('a number is one officer’s, until they are removed', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  expect(await desk.appointments.appoint(who('1001'), goodPin, 'number')).toEqual({ ok: false, why: 'number-taken' })
  desk.appointments.remove('1001', '1000')
  expect(await desk.appointments.appoint(who('1001'), goodPin, 'number')).toMatchObject({ ok: true })
})

test('asked for twice at once, one number is given once', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  const ask = () => desk.appointments.appoint(who('1001'), goodPin, 'number')
  const answers = await Promise.all([ask(), ask()])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the last supervisor is not removed, and does not become an officer; and nobody removes themselves', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  const { appointments } = desk
  expect(appointments.remove('1000', '1001')).toEqual({ ok: false, why: 'supervisor-needed' })
  expect(appointments.change(who('1000'))).toEqual({ ok: false, why: 'supervisor-needed' })
  expect(appointments.remove('1001', '1001')).toEqual({ ok: false, why: 'oneself' })
  await desk.appoint('1002', 'supervisor')
  expect(appointments.change(who('1000'))).toMatchObject({ ok: true })
})

test('a new key: the old badge and PIN open nothing more, and what was signed stays signed', async () => {
  const desk = await openDesk()
  const old = await desk.appoint('1000', 'supervisor', 'badge')
  desk.sessions.desk.showBadge(old)
  await desk.sessions.desk.open('1000', goodPin)
  desk.journal.shifts.close(desk.clock.now)
  desk.sessions.desk.leave()
  const renewed = await desk.appointments.renew('1000', '402871', 'badge')
  expect(desk.sessions.desk.showBadge(old)).toEqual({ ok: false, why: 'unknown' })
  if (!renewed.ok || renewed.badge === null) throw new Error('not renewed')
  desk.sessions.desk.showBadge(renewed.badge)
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ why: 'wrong' })
  expect(await desk.sessions.desk.open('1000', '402871')).toMatchObject({ ok: true })
  desk.journal.close()
  expect(check(desk.folder)).toMatchObject({ intact: true })
})

test('a removed officer has no key any more, and what they signed stays signed', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  await desk.sessions.desk.open('1001', goodPin)
  desk.journal.shifts.close(desk.clock.now)
  desk.appointments.remove('1001', '1000')
  desk.journal.close()
  expect(behindIts(desk.folder, 'SELECT officer FROM officer_keys')).toEqual([{ officer: '1000' }])
  expect(check(desk.folder)).toMatchObject({ intact: true })
})

test('where nothing can be recorded nobody is appointed, and the answer says why', async () => {
  const desk = await openDesk()
  desk.journal.close()
  expect(await desk.appointments.appoint(who('1000', 'supervisor'), goodPin, 'number')).toMatchObject({
    ok: false,
    why: 'unrecorded',
    code: 'failed',
  })
  expect(desk.roll.claimed).toBe(false)
})

test('a signature by a key that its officer no longer has is told, though it is a signature', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  await desk.sessions.desk.open('1001', goodPin)
  const signer = desk.sessions.signer()
  desk.appointments.remove('1001', '1000')
  if (!signer) throw new Error('nobody signs')
  desk.sessions.as(signer, () => desk.journal.shifts.close(desk.clock.now))
  desk.journal.close()
  expect(check(desk.folder).discords).toMatchObject([{ why: 'signer-unknown' }])
})

test('what an officer signed before they were removed, or had a new key, stays good', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.appoint('1001')
  await desk.sessions.desk.open('1001', goodPin)
  desk.journal.shifts.close(desk.clock.now)
  await desk.appointments.renew('1001', '402871', 'number')
  await desk.sessions.desk.open('1001', '402871')
  desk.journal.shifts.close(desk.clock.now)
  desk.appointments.remove('1001', '1000')
  desk.journal.close()
  expect(check(desk.folder)).toMatchObject({ intact: true, discords: [] })
})

test('so is one by the key that they had before a new one', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.sessions.desk.open('1000', goodPin)
  const signer = desk.sessions.signer()
  await desk.appointments.renew('1000', '402871', 'number')
  if (!signer) throw new Error('nobody signs')
  desk.sessions.as(signer, () => desk.journal.shifts.close(desk.clock.now))
  desk.journal.close()
  expect(check(desk.folder).discords).toMatchObject([{ why: 'signer-unknown' }])
})

test('an appointment that its own key did not sign is told', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  const [appointed] = desk.journal.officers.entries()
  const payload = Object.assign({}, appointed?.payload, { proof: Buffer.alloc(64).toString('base64url') })
  desk.journal.officers.record({ kind: 'officer.renewed', payload }, desk.clock.now)
  desk.journal.close()
  expect(check(desk.folder).discords).toMatchObject([{ why: 'signature-forged' }])
})

test('so is one by a key that nobody was given here', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  desk.sessions.as(officerSigner('1001'), () => desk.journal.shifts.close(desk.clock.now))
  desk.journal.close()
  expect(check(desk.folder).discords).toMatchObject([{ why: 'signer-unknown' }])
})

test('whoever has a new key while they sit there signs nothing more with the old one', async () => {
  const desk = await openDesk()
  await desk.appoint('1000', 'supervisor')
  await desk.sessions.desk.open('1000', goodPin)
  await desk.appointments.renew('1000', '402871', 'number')
  expect(desk.sessions.desk.caller()).toBe('nobody')
  desk.journal.shifts.close(desk.clock.now)
  desk.journal.close()
  expect(check(desk.folder)).toMatchObject({ intact: true })
})
