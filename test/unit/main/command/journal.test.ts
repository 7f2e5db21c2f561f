import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportEntries, printEntries, rebuildJournal, verifyJournal } from '../../../../main/command/journal.ts'
import { commandSecrets } from '../../../../main/command/command-secrets.ts'
import { Journal } from '../../../../main/journal/index.ts'
import { openSecrets } from '../../../../main/shell/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { accepted, now, rejected } from '../../../fixtures/verdicts.ts'

/** A profile with three scans, made as a shell makes one, and what a command is given. */
async function checkpoint() {
  const profile = mkdtempSync(join(tmpdir(), 'chot-journal-command-'))
  const who = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', demo: false }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(who))
  const made = openSecrets({ profile, passphrase: async () => null, missing: { makeWith: null }, system: null })
  const place = { folder: join(profile, 'journal'), kiosk: 'kiosk-1', secrets: made, log: () => undefined }
  const journal = await Journal.open(place)
  journal.recordScan(accepted, 'camera', now)
  journal.recordScan(rejected, 'camera', now + 1)
  journal.recordScan(accepted, 'camera', now + 2)
  const head = journal.signHead(now + 3)
  return {
    profile,
    place,
    journal,
    head,
    secrets: commandSecrets(profile, {}, 'refuse'),
    terminal: testTerminal(),
  }
}

describe('chot journal', () => {
  test('verify says how long the journal is and how far it is signed, while the kiosk runs', async () => {
    const { profile, secrets, terminal, journal } = await checkpoint()
    expect(await verifyJournal(profile, secrets, terminal)).toBe(0)
    expect(terminal.printed).toMatch(/^intact: 3 entries, head [0-9a-f]{64}, signed up to entry 3\n$/)
    journal.close()
  })

  test('verify holds the journal to a printed head', async () => {
    const { profile, secrets, terminal, journal, head } = await checkpoint()
    expect(await verifyJournal(profile, secrets, terminal, JSON.stringify(head))).toBe(0)
    terminal.printed = ''
    const other = JSON.stringify({ ...head, seq: 9 })
    expect(await verifyJournal(profile, secrets, terminal, other)).toBe(1)
    expect(terminal.printed).toBe('entry 9 does not fit: head-forged\n')
    await expect(verifyJournal(profile, secrets, terminal, 'no head')).rejects.toThrow('not a signed head')
    journal.close()
  })

  test('tail prints the last entries', async () => {
    const { profile, secrets, journal } = await checkpoint()
    const lines: string[] = []
    await printEntries(profile, secrets, (line) => lines.push(line), 2)
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { seq: 2, kind: 'scan.verified', payload: { outcome: 'rejected' } },
      { seq: 3, kind: 'scan.verified', payload: { outcome: 'accepted' } },
    ])
    journal.close()
  })

  test('export writes every entry to a file that its owner alone may read, and replaces none', async () => {
    const { profile, secrets, journal } = await checkpoint()
    journal.erase(now + 1, 3, now + 5)
    const file = join(profile, 'export.jsonl')
    expect(await exportEntries(profile, secrets, file)).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { payload: unknown }).payload === null)).toEqual([
      true,
      false,
      false,
      false,
    ])
    await expect(exportEntries(profile, secrets, file)).rejects.toThrow('there already')
    journal.close()
  })

  test('rebuild says whether anything was different, and waits for no running kiosk', async () => {
    const { profile, secrets, terminal, journal } = await checkpoint()
    const rebuild = () => rebuildJournal(profile, secrets, terminal)
    await expect(rebuild()).rejects.toMatchObject({ code: 'PROFILE_IN_USE' })
    journal.close()
    expect(await rebuild()).toBe(0)
    expect(terminal.printed).toBe('rebuilt from 3 entries; nothing was different\n')
  })

  test('makes no key where there is none', async () => {
    const { profile, journal, terminal } = await checkpoint()
    journal.close()
    rmSync(join(profile, 'secret.json'))
    await expect(verifyJournal(profile, commandSecrets(profile, {}, 'refuse'), terminal)).rejects.toMatchObject({
      code: 'SECRET_MISSING',
    })
  })
})
