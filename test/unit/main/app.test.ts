/** A running checkpoint, without a shell: what it answers, records and announces. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf, hour, now, testPayload } from '../../fixtures/certificates.ts'
import { rejected } from '../../fixtures/verdicts.ts'
import { behindIts, openIn } from './journal/journal-in.ts'
import { kinds, openProfile, running } from './running-app.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

describe('a scan', () => {
  test('is judged with every check, recorded and announced', async () => {
    const { scan, profile, heard } = await running()
    const { verdict, record } = await scan(codeOf())
    expect(verdict.outcome).toBe('accepted')
    expect(verdict.findings.map(({ code }) => code).slice(-4)).toEqual([
      'trust-fresh',
      'clock-plausible',
      'identity-alone',
      'not-repeated',
    ])
    expect(record).toEqual({ recorded: true, seq: 4, at: now })
    expect(kinds(profile)).toEqual(['scan.verified'])
    expect(heard).toContainEqual(['day.changed', expect.objectContaining({ total: 1 })])
  })

  test('with old keys asks for a check, and never turns a rejection into one', async () => {
    const { scan, clock } = await running({ published: new Date(now - 200 * hour).toISOString() })
    clock.now = now
    expect((await scan(codeOf())).verdict).toMatchObject({ outcome: 'check', reason: { code: 'keys-old' } })
    const positive = codeOf({ payload: testPayload({ tr: '260373001' }) })
    expect((await scan(positive)).verdict).toMatchObject({ outcome: 'rejected', reason: { code: 'result-positive' } })
  })
})

describe('a journal that does not agree', () => {
  test('is an entry and said to the officer, and the lane goes on', async () => {
    const { app, profile, scan } = await running({
      async before(opened) {
        const folder = join(opened, 'journal')
        const journal = await openIn(folder)
        journal.recordScan(rejected, 'camera', now)
        journal.close()
        behindIts(folder, `UPDATE scans SET outcome = 'accepted'`)
      },
    })
    const kiosk = await app.handlers['kiosk.read']({})
    expect(kiosk.standing.journal).toBe('doubted')
    expect(kinds(profile).slice(0, 2)).toEqual(['scan.verified', 'journal.doubted'])
    expect((await scan(codeOf())).record.recorded).toBe(true)
  })
})

test('a kiosk whose signed trust lost its root opens, believes nobody and says so', async () => {
  const store = (profile: string): void => void mkdirSync(join(profile, 'trust', 'store', 'g1'), { recursive: true })
  const { app, profile, scan } = await running({ before: store })
  const { standing } = await app.handlers['kiosk.read']({})
  expect(standing.trust).toEqual({ keys: 0, ages: [], damaged: true })
  expect((await scan(codeOf())).verdict).toMatchObject({ outcome: 'check', reason: { code: 'key-unknown' } })
  expect(kinds(profile)).toEqual(['trust.damaged', 'scan.verified'])
})

test('a profile that cannot be opened leaves nothing locked', async () => {
  const { app, profile } = await running()
  app.close()
  writeFileSync(join(profile, 'trust', 'keys.json'), '{')
  await expect(openProfile(profile)).rejects.toMatchObject({ code: 'TRUST_UNREADABLE' })
  await expect(openProfile(profile)).rejects.toMatchObject({ code: 'TRUST_UNREADABLE' })
})
