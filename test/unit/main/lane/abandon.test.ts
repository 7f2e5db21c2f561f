import { describe, expect, it, vi } from 'vitest'
import { entryLine } from '../../../../main/command/entry-line.ts'
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
