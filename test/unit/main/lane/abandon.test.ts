import { describe, expect, it, vi } from 'vitest'
import { entryLine } from '../../../../main/command/journal/entry-line.ts'
import { readEntries } from '../../../../main/journal/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { an, binh } from '../../../fixtures/shown-things.ts'
import { newFolder } from '../journal/journal-in.ts'
import { laneAt, scanCard, scanResult } from './lane-at.ts'

/** A car with somebody in it who was scanned, and one who was typed in. */
async function begun() {
  const folder = newFolder()
  const at = await laneAt(folder)
  at.lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
  scanResult(at.lane, an)
  at.lane.edit({ kind: 'state', traveller: null, name: 'Bé Na', birthDate: '2018', number: null })
  const last = () => [...readEntries(folder, journalKey)].at(-1)
  return { ...at, last }
}

describe('a crossing that is abandoned', () => {
  it('is an entry of who was in it, and the next begins empty', async () => {
    const { lane, last, heard } = await begun()
    const record = lane.abandon()
    const entry = last()
    expect(record).toMatchObject({ recorded: true, seq: entry?.entry.seq })
    expect(entry?.entry.kind).toBe('crossing.abandoned')
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      crossing: {
        direction: 'in',
        vehicle: { plate: '98A-123.45' },
        travellers: [
          { name: an.name, outcome: 'accepted' },
          { name: 'Bé Na', outcome: 'check' },
        ],
        outcome: 'check',
      },
    })
    expect(lane.shown()).toMatchObject({ empty: true, unsaved: null })
    expect(heard.at(-1)).toEqual(lane.shown())
  })

  it('is told in one line by the journal’s command', async () => {
    const { lane, last } = await begun()
    lane.abandon()
    const line = entryLine('vi', last()!)
    expect(line).toContain('Bỏ dở lượt · vào tỉnh · 98A-123.45 · 2 người · CẦN KIỂM TRA')
    expect(line).toContain(`${an.name}, Bé Na`)
    expect(entryLine('en', last()!)).toContain('Crossing abandoned · into the province')
  })

  it('is no crossing of the day, and nobody is said to have been here', async () => {
    const { lane, journal, clock } = await begun()
    lane.abandon()
    expect(journal.day(clock.now).crossings).toMatchObject({ total: 0, people: 0, last: [] })
    scanResult(lane, an)
    expect(lane.shown().travellers[0]?.outcome).toBe('accepted')
  })

  it('does not come back after a restart', async () => {
    const { lane, restart } = await begun()
    lane.abandon()
    const second = await restart()
    expect(second.lane.shown()).toMatchObject({ empty: true, notDone: null })
    expect(second.journal.doubts).toEqual([])
  })

  it('leaves no entry where there was nothing in it', async () => {
    const { lane, journal } = await laneAt()
    const record = vi.spyOn(journal, 'abandonCrossing')
    lane.edit({ kind: 'next' })
    expect(lane.abandon()).toEqual({ recorded: false, code: 'nothing' })
    expect(record).not.toHaveBeenCalled()
  })

  it('is given up on a full disk too, lest the next vehicle join it, and that it is no entry is said', async () => {
    const { lane, journal } = await begun()
    vi.spyOn(journal, 'abandonCrossing').mockReturnValue({ recorded: false, code: 'disk-full' })
    expect(lane.abandon()).toEqual({ recorded: false, code: 'disk-full' })
    expect(lane.shown()).toMatchObject({ empty: true, unsaved: 'disk-full' })
    scanCard(lane, binh)
    expect(lane.shown().travellers.map(({ name }) => name)).toEqual([binh.name])
  })
})

describe('a crossing that was abandoned with somebody in it who must not pass', () => {
  const plated = { kind: 'vehicle', fields: { plate: '98A-123.45' } } as const

  /** A positive driver, and a passenger with a good result. */
  async function givenUp() {
    const at = await laneAt()
    at.lane.edit(plated)
    scanResult(at.lane, an, { tr: '260373001' })
    scanResult(at.lane, binh)
    at.lane.abandon()
    at.clock.now += 600_000
    return at
  }

  it('is said with the next scan of them, however good the result is now, with when and what was wrong', async () => {
    const { lane, clock } = await givenUp()
    lane.edit({ kind: 'on-foot', onFoot: true })
    const { verdict } = scanResult(lane, an)
    expect(verdict).toMatchObject({ outcome: 'check', reason: { code: 'person-abandoned' } })
    expect(verdict.reason.values).toMatchObject({
      seenAt: clock.now - 600_000,
      vehicle: '98A-123.45',
      vi: 'Dương tính',
    })
    expect(lane.shown().travellers[0]?.turnedAway).toMatchObject({ code: 'person-abandoned' })
    expect(lane.decide('admitted', null)).toEqual({ recorded: false, code: 'reason-needed' })
  })

  it('is said of the vehicle, and not of those in it against whom nothing stood', async () => {
    const { lane } = await givenUp()
    lane.edit(plated)
    scanResult(lane, binh)
    const { travellers, whole } = lane.shown()
    expect(travellers.map(({ outcome }) => outcome)).toEqual(['accepted'])
    expect(whole.reasons.map(({ code }) => code)).toEqual(['vehicle-abandoned'])
  })

  it('is said after a restart, and no more once it was decided about them, or a day later', async () => {
    const first = await givenUp()
    const again = await first.restart(first.clock.now)
    scanResult(again.lane, an)
    expect(again.lane.shown().travellers[0]?.reason.code).toBe('person-abandoned')
    again.lane.decide('referred', { code: 'symptoms', note: null })
    again.clock.now += 600_000
    scanResult(again.lane, an)
    expect(again.lane.shown().travellers[0]?.reason.code).toBe('person-referred')
    const later = await givenUp()
    later.clock.now += 25 * 3_600_000
    scanResult(later.lane, an)
    expect(later.lane.shown().travellers[0]?.findings.map(({ code }) => code)).not.toContain('person-abandoned')
  })
})
