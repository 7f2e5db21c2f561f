import { describe, expect, it } from 'vitest'
import { shiftRoom } from '../../../../main/shift/index.ts'
import { an } from '../../../fixtures/shown-things.ts'
import { laneAt, scanResult } from '../lane/lane-at.ts'

/** The desk of a lane, asked to close the shift. */
async function desk() {
  const { lane, journal, clock } = await laneAt()
  const { handlers } = shiftRoom({ journal, lane, permissions: { end: () => undefined }, now: () => clock.now })
  return { lane, journal, close: () => handlers['shift.close']({}) }
}

const refused = { recorded: false, code: 'crossing-open' }

describe('closing a shift', () => {
  it('is refused while somebody stands in the lane, and leaves no entry', async () => {
    const { lane, journal, close } = await desk()
    scanResult(lane, an)
    expect(await close()).toEqual(refused)
    expect(journal.lastShift()).toBeNull()
  })

  it('is refused while nothing but a plate is written', async () => {
    const { lane, close } = await desk()
    lane.edit({ kind: 'vehicle', fields: { plate: '98A-123.45' } })
    expect(await close()).toEqual(refused)
  })

  it('is done once that crossing is decided, or abandoned', async () => {
    const { lane, close } = await desk()
    scanResult(lane, an)
    lane.decide('admitted', null)
    expect(await close()).toMatchObject({ recorded: true, report: { crossings: { total: 1 } } })
    scanResult(lane, an)
    lane.abandon()
    expect(await close()).toMatchObject({ recorded: true, report: { crossings: { total: 0 } } })
  })
})
