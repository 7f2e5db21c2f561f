/** Commands on a profile that a kiosk with officers has open: it asks who they are, and each leaves when it ends. */
import { existsSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openApp } from '../../../../main/app.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import { reachKiosk } from '../../../../main/profile-socket/index.ts'
import { as, closedPost, numbers, pin } from '../../../fixtures/closed-post.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { runCommand, type Ran } from './run-command.ts'

async function openPost() {
  const { profile, folder } = await closedPost()
  const settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' } as const
  const ports = { now: () => now, settings: { read: () => settings, write: () => settings }, secrets, log: () => undefined }
  const app = await openApp({ profile, version: '1', ports })
  onTestFinished(() => app.close())
  const run = (words: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    runCommand([...words, '--profile', profile, '--lang', 'en'], now, '', { env })
  const entries = () =>
    [...readEntries(folder, journalKey)].map(({ entry, payload }) => ({
      kind: entry.kind,
      officer: entry.officer,
      ...JSON.parse(payload ?? '{}'),
    }))
  return { profile, run, entries }
}

const chosen = { CHOT_NEW_PASSPHRASE: 'a long enough one' }

test('a backup asks who makes it, and is an entry of theirs', async () => {
  const { profile, run, entries } = await openPost()
  const words = ['backup', `${profile}.chot-backup`, '--passphrase']
  await expect(run(words, chosen)).rejects.toMatchObject({ code: 'kiosk-not-allowed' })
  await expect(run(words, { ...as('officer'), ...chosen })).rejects.toMatchObject({ code: 'kiosk-not-allowed' })
  expect(existsSync(words[1] ?? '')).toBe(false)
  expect(await run(words, { ...as('it'), ...chosen })).toMatchObject({ status: 0 })
  expect(entries().find(({ kind }) => kind === 'access.exported')).toMatchObject({ officer: numbers.it, backup: true })
})

test('who looked at whom is told to those who oversee it, and to nobody else', async () => {
  const { run } = await openPost()
  expect(await run(['journal', 'access'], as('auditor'))).toMatchObject({ status: 0 })
  await expect(run(['journal', 'access'], as('officer'))).rejects.toMatchObject({ code: 'kiosk-not-allowed' })
})

test('whoever signed a command in has left when it has ended', async () => {
  const { run, entries } = await openPost()
  await run(['journal', 'tail'], as('supervisor'))
  expect(entries().at(-1)).toMatchObject({ kind: 'session.closed', number: numbers.supervisor, why: 'left' })
})

test('and when it was killed', async () => {
  const { profile, entries } = await openPost()
  const command = await reachKiosk(profile)
  await command?.call('session.open', { number: numbers.supervisor, pin })
  expect(entries().at(-1)).toMatchObject({ kind: 'session.opened' })
  command?.close()
  await vi.waitFor(() => expect(entries().at(-1)).toMatchObject({ kind: 'session.closed', why: 'left' }))
})
