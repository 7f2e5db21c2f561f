/** A profile that was taken away without its secret: a passphrase or the operating system keeps that, and not the disk. */
import { cpSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { newFolder } from '../journal/journal-in.ts'
import { goodPin, openDesk } from './officers-in.ts'

const another = new Uint8Array(32).fill(0x5a)

/** A desk was there, with a supervisor and an officer; its folder, copied while nobody looked. */
async function stolen(): Promise<{ folder: string; badge: string }> {
  const desk = await openDesk()
  const badge = await desk.appoint('1000', 'supervisor', 'badge')
  await desk.appoint('1001')
  desk.journal.close()
  const folder = newFolder()
  cpSync(desk.folder, folder, { recursive: true })
  return { folder, badge }
}

test('its journal opens under no other key, so that there is nothing to try a PIN against', async () => {
  const { folder } = await stolen()
  const others = { ...secrets, journalKey: () => another }
  const opened = Journal.open({ folder, kiosk: 'kiosk-1', secrets: others, log: () => undefined })
  await expect(opened).rejects.toMatchObject({ code: 'JOURNAL_KEY_WRONG' })
})

test('nobody’s name, number or badge can be read from its files', async () => {
  const { folder, badge } = await stolen()
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
    .join('')
  expect(bytes.length).toBeGreaterThan(1_000)
  for (const secret of [badge, 'Trần 1000', Buffer.from('Trần 1000').toString('latin1'), '"number":"1001"', goodPin])
    expect(bytes).not.toContain(secret)
})

test('with the journal’s key, but not the kiosk’s part, the right PIN is a wrong one, with the badge and without', async () => {
  const { folder, badge } = await stolen()
  const desk = await openDesk(folder, another)
  expect(await desk.sessions.desk.open('1001', goodPin)).toMatchObject({ ok: false, why: 'wrong' })
  desk.sessions.desk.showBadge(badge)
  expect(await desk.sessions.desk.open('1000', goodPin)).toMatchObject({ ok: false })
  expect(desk.sessions.desk.caller()).toBe('nobody')
})
