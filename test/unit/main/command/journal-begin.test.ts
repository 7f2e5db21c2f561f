import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockProfile, readEntries, type Journal } from '../../../../main/journal/index.ts'
import { openProfileJournal } from '../../../../main/profile/index.ts'
import { enrolled, receiptFor } from '../../../fixtures/hub.ts'
import { madeJournal } from '../../../fixtures/journals/made-journals.ts'
import { journalKey, keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { runCommand, type Ran } from './run-command.ts'

/** A profile without a journal. */
function checkpoint() {
  const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-begin-command-')))
  const who = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'practice' }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(who))
  const run = (words: string[], input = '', lang = 'en'): Promise<Ran> =>
    runCommand([...words, '--profile', profile, '--lang', lang], now, input)
  const folder = join(profile, 'journal')
  return { profile, folder, run }
}

/** One with a journal, closed. */
async function withJournal() {
  const made = checkpoint()
  const { journal } = await openProfileJournal(made.profile, { secrets, now: () => now, log: () => undefined })
  const head = journal.ledger.head()
  journal.close()
  return { ...made, head }
}

/** One whose hub takes its entries. */
async function sending(act: (journal: Journal, folder: string) => void = () => undefined) {
  const made = checkpoint()
  const { journal } = await openProfileJournal(made.profile, { secrets, now: () => now, log: () => undefined })
  enrolled(journal, now)
  act(journal, made.folder)
  journal.close()
  return made
}

const aside = (profile: string): string => readdirSync(profile).find((name) => /^journal-.*[0-9a-f]$/.test(name)) ?? ''

describe('chot journal begin', () => {
  test.each([
    ['vi', 'co\n'],
    ['vi', 'Có\n'],
    ['en', 'yes\r\n'],
  ])('asks, in %s, sets the old journal aside on %j and says where it lies', async (lang, answer) => {
    const { profile, folder, run, head } = await withJournal()
    const { status, printed, complained } = await run(['journal', 'begin'], answer, lang)
    const name = aside(profile)
    expect(status).toBe(0)
    expect(complained).toContain(folder)
    expect(printed).toContain(join(profile, name))
    expect(printed).toContain(`--journal ${name}`)
    const first = [...readEntries(folder, journalKey)][0]
    expect(printed).toContain(first?.entry.hash)
    expect(JSON.parse(first?.payload ?? '')).toMatchObject({ mode: 'practice', follows: { ...head, folder: name } })
  })

  test.each(['', 'no\n', 'y es\n', '\n'])('does nothing where the answer is %j', async (answer) => {
    const { profile, run } = await withJournal()
    expect((await run(['journal', 'begin'], answer)).status).toBe(1)
    expect([aside(profile), existsSync(join(profile, 'journal.begin'))]).toEqual(['', false])
  })

  describe('whose hub has not all of it', () => {
    test('does nothing and says what to do, unless somebody says so', async () => {
      const { profile, run } = await sending()
      await expect(run(['journal', 'begin', '--yes'])).rejects.toThrow(/\d+ entries of this journal have no receipt/)
      expect(aside(profile)).toBe('')
      expect((await run(['journal', 'begin', '--yes', '--anyway'])).status).toBe(0)
      expect(aside(profile)).not.toBe('')
    })

    test('begins one once the hub has receipted all of it', async () => {
      const { run } = await sending((journal, folder) => {
        const receipt = receiptFor(folder, journal.ledger.head()?.seq ?? 0, 'integrated')
        expect(journal.ledger.keepReceipt(receipt)).toEqual({ kept: true })
      })
      expect((await run(['journal', 'begin', '--yes'])).status).toBe(0)
    })

    test('begins one where it can be read no more', async () => {
      const { folder, run } = await sending()
      writeFileSync(join(folder, 'journal.sqlite'), 'broken')
      expect((await run(['journal', 'begin', '--yes'])).status).toBe(0)
    })
  })

  test('asks nobody with --yes', async () => {
    const { profile, run } = await withJournal()
    expect((await run(['journal', 'begin', '--yes'])).status).toBe(0)
    expect(aside(profile)).not.toBe('')
  })

  test('keeps a journal whose key is lost, and makes another key', async () => {
    const { profile, run, head } = await withJournal()
    rmSync(join(profile, 'secret.json'))
    const { status, printed } = await run(['journal', 'begin', '--yes'])
    expect([status, existsSync(join(profile, 'secret.json'))]).toEqual([0, true])
    expect(printed).toContain(`up to entry ${head?.seq}`)
    expect(printed).toContain('own secret.json is found')
  })

  test('leaves a journal alone that a kiosk has open', async () => {
    const { profile, folder, run } = await withJournal()
    const unlock = lockProfile(folder)
    await expect(run(['journal', 'begin', '--yes'])).rejects.toThrow('close its window')
    unlock()
    expect(aside(profile)).toBe('')
  })

  test('says that there is none to set aside', async () => {
    const { run } = checkpoint()
    await expect(run(['journal', 'begin', '--yes'])).rejects.toThrow('there is no journal')
  })
})

describe('a journal that was set aside', () => {
  test('is verified, printed and written out by its name', async () => {
    const { profile, run, head } = await withJournal()
    await run(['journal', 'begin', '--yes'])
    const name = aside(profile)
    const verified = await run(['journal', 'verify', '--journal', name])
    expect([verified.status, verified.printed]).toEqual([0, expect.stringContaining(`head ${head?.hash}`)])
    const tail = await run(['journal', 'tail', '--json', '-n', '1', '--journal', name])
    expect(JSON.parse(tail.printed)).toMatchObject({ seq: head?.seq, hash: head?.hash })
    const lines = (await run(['journal', 'export', '--journal', name])).printed.trimEnd().split('\n')
    expect(lines).toHaveLength(head?.seq ?? 0)
  })

  test('is read as well where an earlier version wrote it', async () => {
    const { profile, run, folder } = await withJournal()
    const name = 'journal-2021-10-04-aaaaaaaaaaaa'
    const older = madeJournal(120)
    for (const end of ['', '.end']) renameSync(`${older}${end}`, join(profile, `${name}${end}`))
    const verified = await run(['journal', 'verify', '--journal', name])
    expect([verified.status, verified.printed]).toEqual([0, expect.stringContaining('114 entries')])
    const tail = await run(['journal', 'tail', '--json', '-n', '1', '--journal', name])
    expect(JSON.parse(tail.printed)).toMatchObject({ seq: 114 })
    const lines = (await run(['journal', 'export', '--journal', name])).printed.trimEnd().split('\n')
    expect(lines).toHaveLength(114)
    expect((await run(['journal', 'access', '--journal', name])).status).toBe(0)
    const last = [...readEntries(folder, journalKey)].at(-1)
    expect(JSON.parse(last?.payload ?? '')).toMatchObject({ entries: 114 })
  })

  test.each(['journal', '../journal', 'trust', 'journal-2021-10-04-aaaaaaaaaaaa'])(
    'is not looked for under %j, and those that there are are named',
    async (name) => {
      const { profile, run } = await withJournal()
      await run(['journal', 'begin', '--yes'])
      await expect(run(['journal', 'tail', '--journal', name])).rejects.toThrow(aside(profile))
    },
  )
})
