/** A lane for tests: a real journal in a folder of its own, a clock to turn, and people with real codes. */
import { onTestFinished } from 'vitest'
import { Lane, recallCrossings, Referrals, type Authority } from '../../../../main/lane/index.ts'
import type { Journal } from '../../../../main/journal/index.ts'
import { Corrections } from '../../../../main/records/index.ts'
import type { TrustStore } from '../../../../main/trust/index.ts'
import type { Decided, ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import type { Reason } from '../../../../shared/domain/crossing/crossing.ts'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import { codeOf, judge, now, storeOf, testEntry } from '../../../fixtures/certificates.ts'
import type { SomePerson } from '../../../fixtures/shown-things.ts'
import { newFolder, openIn } from '../journal/journal-in.ts'

export interface LaneAt {
  lane: Lane
  corrections: Corrections
  referrals: Referrals
  journal: Journal
  clock: { now: number }
  heard: ShownCrossing[]
  /** The program again, on the same folder. @param at epoch milliseconds */
  restart: (at?: number) => Promise<LaneAt>
}

/** Whoever is there decides for themselves, as while a kiosk has no officers. */
const everybody: Authority = {
  free: true,
  mayDecide: true,
  emergencies: true,
  now: () => new Map(),
  spend: () => undefined,
}

/** Opens a lane on a folder. */
export async function laneAt(
  folder: string = newFolder(),
  trust: TrustStore = storeOf(),
  at: number = now,
  authority: Authority = everybody,
): Promise<LaneAt> {
  const clock = { now: at }
  const journal = await openIn(folder)
  let open = true
  const heard: ShownCrossing[] = []
  const memory = recallCrossings(journal, clock.now)
  const lane = new Lane({
    now: () => clock.now,
    journal,
    memory,
    trust: () => trust,
    called: () => ({ name: 'Km 98', lane: '2' }),
    changed: (crossing) => void heard.push(crossing),
    log: () => undefined,
    authority,
  })
  const close = (): void => {
    if (!open) return
    open = false
    lane.close()
    journal.close()
  }
  onTestFinished(close)
  const corrections = new Corrections(journal, memory, () => clock.now)
  const referrals = new Referrals(memory, () => clock.now)
  const restart = (later?: number): Promise<LaneAt> => {
    close()
    return laneAt(folder, trust, later, authority)
  }
  return { lane, corrections, referrals, journal, clock, heard, restart }
}

type Entry = NonNullable<Parameters<typeof testEntry>[0]>

/** What a person's result says. */
export function payloadFor({ name, birthDate, number }: SomePerson, entry: Entry) {
  const [family = '', ...given] = name.split(' ')
  const nam = { fn: family, fnt: family, gn: given.join(' '), gnt: given.join('<') }
  return { ver: '1.3.0', nam, dob: birthDate, t: [testEntry({ ci: `URN:UVCI:01:VN:${number}`, ...entry })] }
}

/** Scans a person's result. */
export function scanResult(lane: Lane, person: SomePerson, entry: Entry = {}): ScanAnswer {
  return lane.take(judge(codeOf({ payload: payloadFor(person, entry) })), 'camera')
}

/** Scans a person's citizen card. */
export function scanCard(lane: Lane, { name, birthDate, number }: SomePerson): ScanAnswer {
  const written = birthDate.split('-').toReversed().join('')
  const sex = Number(number.charAt(3)) % 2 === 0 ? 'Nam' : 'Nữ'
  return lane.take(judge(`${number}||${name}|${written}|${sex}|Bắc Giang|01012021`), 'scanner')
}

/** Counts whoever is there, and lets them pass. */
export function admit(lane: Lane, reason: Reason | null = null): Decided {
  lane.edit({ kind: 'people', people: lane.shown().travellers.length })
  return lane.decide('admitted', reason)
}
