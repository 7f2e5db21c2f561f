import { describe, expect, it } from 'vitest'
import { an } from '../../../fixtures/shown-things.ts'
import { scanResult } from '../lane/lane-at.ts'
import { closes, dutyAt } from './duty-at.ts'

const refused = { recorded: false, code: 'crossing-open' }

describe('closing a shift', () => {
  it('is refused while somebody stands in the lane, and leaves no entry', async () => {
    const { lane, journal, room } = await dutyAt()
    scanResult(lane, an)
    expect(closes(room)).toEqual(refused)
    expect(journal.shifts.last()).toBeNull()
  })

  it('is refused while nothing but a plate is written', async () => {
    const { lane, room } = await dutyAt()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
    expect(closes(room)).toEqual(refused)
  })

  it('is done once that crossing is decided, or abandoned', async () => {
    const { lane, room } = await dutyAt()
    scanResult(lane, an)
    lane.decide('admitted', null)
    expect(closes(room)).toMatchObject({ recorded: true, record: { totals: { crossings: { total: 1 } } } })
    scanResult(lane, an)
    lane.abandon()
    expect(closes(room)).toMatchObject({ recorded: true, record: { totals: { crossings: { total: 0 } } } })
  })

  it('is refused where it comes to something else than was confirmed, and what was permitted lasts on', async () => {
    const desk = await dutyAt()
    const { totals } = desk.room['shift.read']({})
    desk.open.emergencies = 1
    expect(desk.room['shift.close']({ confirmed: totals })).toMatchObject({
      code: 'counts-changed',
      totals: { open: { emergencies: 1 } },
    })
    expect(desk.ended).toBe(0)
    expect(closes(desk.room)).toMatchObject({ recorded: true })
    expect(desk.ended).toBe(1)
  })

  it('says where the kiosk stood, who closed it and what is open', async () => {
    const desk = await dutyAt()
    desk.here = desk.sau
    Object.assign(desk.open, { referrals: 3, emergencies: 2 })
    expect(closes(desk.room)).toMatchObject({
      record: {
        post: { name: 'Km 98', lane: '2' },
        outgoing: desk.sau,
        totals: { open: { referrals: 3, emergencies: 2 } },
      },
    })
  })
})
