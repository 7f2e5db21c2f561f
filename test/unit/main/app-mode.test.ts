/** Whether a profile is practised with or real is settled once. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEntries } from '../../../main/journal/index.ts'
import { now } from '../../fixtures/certificates.ts'
import { journalKey } from '../../fixtures/secrets.ts'
import { rejected } from '../../fixtures/verdicts.ts'
import { openIn } from './journal/journal-in.ts'
import { kinds, openProfile, running } from './running-app.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

describe('a profile’s mode', () => {
  const other = { practice: 'real', real: 'practice' } as const

  test.each(['practice', 'real'] as const)(
    '%s is told to the screen and is the journal’s first entry',
    async (mode) => {
      const { app, profile } = await running({ checkpoint: { mode }, keysFor: mode })
      expect((await app.handlers['kiosk.read']({})).mode).toBe(mode)
      const [first] = readEntries(join(profile, 'journal'), journalKey)
      expect(first?.entry.kind).toBe('journal.begun')
      expect(JSON.parse(first?.payload ?? '')).toMatchObject({ mode })
    },
  )

  test.each(['practice', 'real'] as const)('%s never becomes the other one', async (mode) => {
    const { app, profile } = await running({ checkpoint: { mode }, keysFor: mode })
    app.close()
    const file = join(profile, 'checkpoint.json')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(before), mode: other[mode] }))
    const entries = kinds(profile)
    // Twice: the first refusal leaves nothing locked.
    await expect(openProfile(profile)).rejects.toMatchObject({ code: 'JOURNAL_OF_ANOTHER_MODE', mode })
    await expect(openProfile(profile)).rejects.toMatchObject({ code: 'JOURNAL_OF_ANOTHER_MODE', mode })
    expect(kinds(profile)).toEqual(entries)
    writeFileSync(file, before)
    const again = await openProfile(profile)
    again.close()
    expect(kinds(profile)).toEqual(entries)
  })

  test('is written into a journal of before there were modes at its next opening, and holds from then on', async () => {
    const { app, profile } = await running({
      checkpoint: { demo: true, mode: undefined },
      keysFor: 'practice',
      async before(folder) {
        const journal = await openIn(join(folder, 'journal'))
        journal.recordScan(rejected, 'camera', now)
        journal.close()
      },
    })
    app.close()
    expect([...readEntries(join(profile, 'journal'), journalKey)].map(({ entry }) => entry.kind).slice(0, 2)).toEqual([
      'scan.verified',
      'journal.begun',
    ])
    writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify({ kiosk: 'k', name: 'n', lane: '1', demo: false }))
    await expect(openProfile(profile)).rejects.toMatchObject({ code: 'JOURNAL_OF_ANOTHER_MODE', mode: 'practice' })
  })
})
