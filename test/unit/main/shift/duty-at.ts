/** The shifts of a lane, for tests: whoever is said to be there is, and what is believed is what a test says. */
import { Duty, shiftRoom } from '../../../../main/shift/index.ts'
import type { ShiftClosed } from '../../../../shared/contract/shift.ts'
import type { Who } from '../../../../shared/ledger/officers.ts'
import { storeOf } from '../../../fixtures/certificates.ts'
import { laneAt } from '../lane/lane-at.ts'

type Handlers = ReturnType<typeof shiftRoom>['handlers']

/** The handlers, which answer at once. */
type AtOnce = { [M in keyof Handlers]: (input: Parameters<Handlers[M]>[0]) => Awaited<ReturnType<Handlers[M]>> }

const sau: Who = { number: '1001', name: 'Lê Văn Sáu', rank: 'Thượng sĩ', role: 'officer' }
const binh: Who = { number: '1002', name: 'Nguyễn Thị Bình', rank: 'Trung úy', role: 'officer' }

/** Opens a lane and its shifts. */
export async function dutyAt() {
  const { lane, journal, clock, corrections } = await laneAt()
  const desk = {
    lane,
    journal,
    clock,
    corrections,
    sau,
    binh,
    /** Whose calls they are; null: nobody is signed in. */
    here: null as Who | null,
    open: { referrals: 0, emergencies: 0 },
    trust: storeOf(),
    /** How often permissions of a shift ended, and how often the screen was told that something changed. */
    ended: 0,
    told: 0,
  }
  const duty = new Duty({
    journal,
    trust: () => desk.trust,
    who: () => desk.here,
    called: (number) => [sau, binh].find((each) => each.number === number) ?? null,
    open: () => ({ ...desk.open }),
    post: () => ({ name: 'Km 98', lane: '2' }),
    changed: () => void desk.told++,
    now: () => clock.now,
  })
  const opened = shiftRoom({ duty, lane, permissions: { end: () => void desk.ended++ } })
  return Object.assign(desk, {
    duty,
    room: opened.handlers as AtOnce,
    beat: () => opened.beat?.(),
    /** Somebody signs in. */
    comes: (who: Who) => {
      desk.here = who
      duty.arrived()
    },
  })
}

/** The shift is closed with what it comes to. */
export function closes(room: AtOnce): ShiftClosed {
  return room['shift.close']({ confirmed: room['shift.read']({}).totals })
}
