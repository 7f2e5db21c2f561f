/** The clock is watched against the journal, what is believed and what certificates say, until a person vouches for it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ClockWatch } from '../../../../main/kiosk/index.ts'
import { Journal, readEntries } from '../../../../main/journal/index.ts'
import { trustStore } from '../../../../main/trust/index.ts'
import { codeOf, hour, judge, now } from '../../../fixtures/certificates.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'

const hanoi = 420

/** A watch whose clock and zone a test can set. */
async function watched({ published = null as number | null } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'chot-clock-'))
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined })
  onTestFinished(() => journal.close())
  const clock = { now, zone: hanoi }
  const watch = new ClockWatch({
    now: () => clock.now,
    zoneMinutes: () => clock.zone,
    expectedZoneMinutes: hanoi,
    journal,
    trust: () => trustStore({ published: { keys: published, rules: null, revocations: null } }),
  })
  const marks = () =>
    [...readEntries(folder, journalKey)].map(({ entry }) => entry.kind).filter((kind) => kind.startsWith('clock.'))
  return { watch, clock, journal, marks }
}

describe('a clock', () => {
  test('of which nothing is known is plausible', async () => {
    expect((await watched()).watch.finding().code).toBe('clock-plausible')
  })

  test('behind the last scan is in doubt, and says what it is behind', async () => {
    const { watch, clock, journal } = await watched()
    journal.recordScan(judge(codeOf()), 'camera', now)
    clock.now = now - hour
    expect(watch.finding()).toMatchObject({ status: 'warn', code: 'clock-behind', values: { knownAt: now } })
  })

  test('behind the publication of what is believed is in doubt', async () => {
    expect((await watched({ published: now + hour })).watch.standing()).toEqual({
      doubt: 'behind',
      knownAt: now + hour,
    })
  })

  test('behind what one issuer signed is not in doubt, behind what two signed it is', async () => {
    const { watch } = await watched()
    watch.witness('a', now + 10 * hour)
    watch.witness('a', now + 5 * hour)
    expect(watch.standing().doubt).toBeNull()
    watch.witness('b', now + 2 * hour)
    expect(watch.standing()).toEqual({ doubt: 'behind', knownAt: now + 2 * hour })
  })

  test('in another zone is in doubt, also where nothing else is known', async () => {
    const { watch, clock } = await watched()
    clock.zone = 0
    expect(watch.finding()).toEqual({ check: 'clock', status: 'warn', code: 'clock-other-zone' })
  })

  test('in doubt is marked in the journal once, and again when it is doubted anew', async () => {
    const { watch, clock, marks } = await watched({ published: now })
    clock.now = now - hour
    watch.standing()
    watch.standing()
    expect(marks()).toEqual(['clock.doubted'])
    clock.now = now
    watch.standing()
    clock.zone = 0
    watch.standing()
    expect(marks()).toEqual(['clock.doubted', 'clock.doubted'])
  })
})

describe('a person who says that the clock is right', async () => {
  test('dismisses what spoke against it, for good', async () => {
    const { watch, clock, journal, marks } = await watched({ published: now + hour })
    journal.recordScan(judge(codeOf()), 'camera', now + 2 * hour)
    expect(watch.standing().doubt).toBe('behind')
    watch.confirm()
    expect(watch.standing().doubt).toBeNull()
    clock.now = now + hour
    expect(watch.standing().doubt).toBeNull()
    expect(marks()).toEqual(['clock.doubted', 'clock.confirmed'])
  })

  test('does not vouch for a clock that goes back after that', async () => {
    const { watch, clock, journal } = await watched({ published: now + hour })
    watch.confirm()
    clock.now = now + 30 * 60_000
    journal.recordScan(judge(codeOf()), 'camera', clock.now)
    clock.now = now
    expect(watch.standing()).toEqual({ doubt: 'behind', knownAt: now + 30 * 60_000 })
  })
})

test('a doubt that the disk did not take is marked once it does', async () => {
  const { watch, clock, journal, marks } = await watched()
  journal.recordScan(judge(codeOf()), 'camera', now)
  clock.now = now - hour
  const full = vi.spyOn(journal, 'recordEvent').mockReturnValueOnce({ recorded: false, code: 'disk-full' })
  expect(watch.standing().doubt).toBe('behind')
  expect(marks()).toEqual([])
  full.mockRestore()
  watch.standing()
  watch.standing()
  expect(marks()).toEqual(['clock.doubted'])
})
