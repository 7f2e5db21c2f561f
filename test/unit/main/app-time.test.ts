/** What a running checkpoint makes of its clock, and of time that goes by. */
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { publicJwk } from '../../../authority/signing-key.ts'
import { codeFor, codeOf, hour, keyOf, now } from '../../fixtures/certificates.ts'
import { jwk, kinds, running } from './running-app.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

describe('the clock', () => {
  test('that went back is doubted, marked in the journal, and put right by one confirmation', async () => {
    const { app, clock, heard, profile, scan } = await running()
    await scan(codeOf())
    clock.now = now - 3 * hour
    const { verdict } = await scan(codeOf())
    expect([verdict.outcome, codeFor(verdict, 'clock')]).toEqual(['check', 'clock-behind'])
    expect(heard).toContainEqual([
      'standing.changed',
      expect.objectContaining({ clock: { doubt: 'behind', knownAt: now } }),
    ])
    const standing = await app.handlers['clock.confirm']({})
    expect(standing.clock.doubt).toBeNull()
    expect(codeFor((await scan(codeOf())).verdict, 'clock')).toBe('clock-plausible')
    expect(kinds(profile)).toEqual([
      'scan.verified',
      'clock.doubted',
      'scan.verified',
      'clock.confirmed',
      'scan.verified',
    ])
  })

  test.each([
    ['one issuer', 'Sở Y tế', null],
    ['two issuers', 'Bộ Y tế', 'behind'],
  ])('is doubted for the issue times of two keys of %s', async (_whose, issuer, doubt) => {
    const other = publicJwk(keyOf('ES256'), { issuer, country: 'VN' })
    const { app, scan } = await running({ keys: [jwk, other] })
    for (const algorithm of ['EdDSA', 'ES256'] as const) {
      await scan(codeOf({ issuedAt: now + 24 * hour, expiresAt: now + 48 * hour }, algorithm))
    }
    expect((await app.handlers['kiosk.read']({})).standing.clock.doubt).toBe(doubt)
  })

  test('in a zone that is not the checkpoint’s is doubted', async () => {
    const elsewhere = -new Date(now).getTimezoneOffset() + 60
    const { scan } = await running({ checkpoint: { zoneMinutes: elsewhere } })
    expect(codeFor((await scan(codeOf())).verdict, 'clock')).toBe('clock-other-zone')
  })
})

describe('as time goes by', () => {
  test('ages are announced when they change, and not otherwise', async () => {
    const { clock, heard, app } = await running()
    vi.advanceTimersByTime(60_000)
    heard.length = 0
    vi.advanceTimersByTime(60_000)
    expect(heard).toEqual([])
    clock.now = now + 50 * hour
    vi.advanceTimersByTime(60_000)
    expect(heard.map(([event]) => event)).toEqual(['day.changed', 'standing.changed'])
    const { standing } = await app.handlers['kiosk.read']({})
    expect(standing.trust.ages).toContainEqual({ artefact: 'keys', freshness: 'ageing', hours: 51 })
  })

  test('keys that somebody copies are believed without a start', async () => {
    const { profile, scan } = await running()
    const file = join(profile, 'trust', 'keys.json')
    writeFileSync(file, '{"keys":[]}')
    utimesSync(file, 1, 1)
    vi.advanceTimersByTime(60_000)
    expect((await scan(codeOf())).verdict.reason.code).toBe('key-unknown')
  })

  test('keys that are damaged change nothing', async () => {
    const { profile, scan } = await running()
    const file = join(profile, 'trust', 'keys.json')
    writeFileSync(file, '{')
    utimesSync(file, 1, 1)
    vi.advanceTimersByTime(60_000)
    expect(codeFor((await scan(codeOf())).verdict, 'key')).toBe('key-trusted')
  })
})
