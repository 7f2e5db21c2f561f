/** Commands on a real profile that no kiosk has open: they ask who shows people, or takes them away, as the kiosk would. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockProfile, readAccounts, readEntries } from '../../../../main/journal/index.ts'
import { as, closedPost, numbers, openClosedPost, pin } from '../../../fixtures/closed-post.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { check } from '../journal/journal-in.ts'
import { runCommand, type Ran } from './run-command.ts'

const run = (profile: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  runCommand([...words, '--profile', profile, '--lang', 'en'], now, '', { env })

const kinds = (folder: string): string[] => [...readEntries(folder, journalKey)].map(({ entry }) => entry.kind)
const backup = (profile: string): string[] => ['backup', `${profile}.chot-backup`, '--passphrase']
const newPassphrase = { CHOT_NEW_PASSPHRASE: 'a long enough one' }

describe.each([
  ['journal tail', () => ['journal', 'tail'], ['supervisor']],
  ['journal export', () => ['journal', 'export'], ['supervisor']],
  ['journal access', () => ['journal', 'access'], ['supervisor', 'auditor']],
  ['export', (profile: string) => ['export', '--out', `${profile}.xlsx`], ['supervisor']],
  ['backup', backup, ['supervisor', 'it']],
  ['journal begin', () => ['journal', 'begin', '--yes'], ['supervisor']],
] as const)('%s', (_, wordsFor, may) => {
  test('asks who it is, and shows nothing where nobody says', async () => {
    const { profile, folder } = await closedPost()
    await expect(run(profile, [...wordsFor(profile)], newPassphrase)).rejects.toMatchObject({
      code: 'kiosk-not-allowed',
      status: 1,
    })
    expect(existsSync(`${profile}.xlsx`)).toBe(false)
    expect([existsSync(`${profile}.chot-backup`), kinds(folder).includes('access.exported')]).toEqual([false, false])
  })

  test.each(Object.keys(numbers) as (keyof typeof numbers)[])('as %s', async (role) => {
    const { profile } = await closedPost()
    const ran = run(profile, [...wordsFor(profile)], { ...as(role), ...newPassphrase })
    if (may.some((each) => each === role)) await expect(ran).resolves.toMatchObject({ status: 0 })
    else await expect(ran).rejects.toMatchObject({ code: 'kiosk-not-allowed' })
  })

  test('counts a wrong PIN before it is looked at', async () => {
    const { profile, folder } = await closedPost()
    const ran = run(profile, [...wordsFor(profile)], { ...as('supervisor', '402871'), ...newPassphrase })
    await expect(ran).rejects.toMatchObject({ code: 'sign-in-wrong', values: { left: 9 } })
    expect(kinds(folder).slice(-1)).toEqual(['session.tried'])
  })

  test('asks nobody of practice', async () => {
    const { profile } = await closedPost(undefined, 'practice')
    expect(await run(profile, [...wordsFor(profile)], newPassphrase)).toMatchObject({ status: 0 })
  })
})

test('whoever signed a command in is in the journal as come, as having done it, and as gone', async () => {
  const { profile, folder } = await closedPost()
  await run(profile, ['journal', 'export'], as('supervisor'))
  const last = [...readEntries(folder, journalKey)].slice(-4)
  expect(last.map(({ entry }) => [entry.kind, entry.officer])).toEqual([
    ['session.tried', null],
    ['session.opened', numbers.supervisor],
    ['access.exported', numbers.supervisor],
    ['session.closed', null],
  ])
  expect(JSON.parse(last[3]?.payload ?? '')).toMatchObject({ number: numbers.supervisor, why: 'left' })
  expect(check(folder)).toMatchObject({ intact: true })
})

test('a tail shows what there was before anybody signed in to look', async () => {
  const { profile } = await closedPost()
  expect((await run(profile, ['journal', 'tail', '-n', '1'], as('supervisor'))).printed).not.toContain('session.')
})

test('a backup is an entry of who made it', async () => {
  const { profile, folder } = await closedPost()
  await run(profile, backup(profile), { ...as('it'), ...newPassphrase })
  const entry = [...readEntries(folder, journalKey)].find((each) => each.entry.kind === 'access.exported')
  expect(entry?.entry.officer).toBe(numbers.it)
  expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ entries: expect.any(Number), backup: true })
})

test('where a kiosk that has officers is open and does not answer, nothing is shown', async () => {
  const { profile, folder } = await closedPost()
  const unlock = lockProfile(folder)
  await expect(run(profile, ['journal', 'tail'], as('supervisor'))).rejects.toMatchObject({ code: 'officer-not-asked' })
  unlock()
})

describe('a journal that is begun anew', () => {
  test('has the officers of the one before, who sign in as they did, under the names that they have now', async () => {
    const { profile, folder } = await closedPost(async ({ officers }) => {
      await officers.sessions.desk.open(numbers.supervisor, pin)
      officers.appointments.change({ number: numbers.officer, name: 'Lê Thị Hoa', rank: 'Thiếu tá', role: 'officer' })
      officers.appointments.remove(numbers.auditor, numbers.supervisor)
    })
    const { complained } = await run(profile, ['journal', 'begin', '--yes'], as('supervisor'))
    expect(complained).toContain('Its officers go on in the new one')
    expect([...readAccounts(folder, journalKey).values()]).toMatchObject([
      { number: numbers.supervisor, role: 'supervisor' },
      { number: numbers.officer, name: 'Lê Thị Hoa', rank: 'Thiếu tá' },
      { number: numbers.it },
    ])
    const { journal, officers } = await openClosedPost(profile)
    expect(officers.sessions.desk.caller()).toBe('nobody')
    expect(await officers.sessions.desk.open(numbers.supervisor, pin)).toMatchObject({ ok: true, news: [] })
    journal.close()
    expect(check(folder)).toMatchObject({ intact: true })
  })

  test('has not forgotten whose PIN was tried too often', async () => {
    const { profile } = await closedPost(async ({ officers }) => {
      for (let tries = 0; tries < 2; tries++) await officers.sessions.desk.open(numbers.officer, '402871')
    })
    await run(profile, ['journal', 'begin', '--yes'], as('supervisor'))
    const { journal, officers } = await openClosedPost(profile)
    expect(officers.roll.triesOf(numbers.officer)).toEqual({ left: 8, waitSeconds: 0 })
    journal.close()
  })

  test('is unclaimed where the one before cannot be read, and says so', async () => {
    const { profile, folder } = await closedPost()
    writeFileSync(join(folder, 'journal.sqlite'), Buffer.alloc(65_536, 7))
    const { complained } = await run(profile, ['journal', 'begin', '--yes'])
    expect(complained).toContain('has no officers')
    expect(readdirSync(profile).some((name) => /^journal-\d/.test(name))).toBe(true)
  })
})
