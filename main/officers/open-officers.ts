/** Opens what a kiosk knows of officers: the roll, the sessions, the appointments. */
import { officerPolicyOf, type OfficerPolicy } from '../../shared/domain/officer/officer-policy.ts'
import type { CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import type { Session } from '../../shared/contract/officers.ts'
import type { Journal } from '../journal/index.ts'
import { Appointments } from './appoint.ts'
import { Oversight } from './oversight.ts'
import { Permissions } from './permissions.ts'
import { Roll } from './roll.ts'
import { Sessions } from './sessions.ts'
import type { Cost } from './wrapped-key.ts'

/** The officers of one kiosk. */
export interface Officers {
  roll: Roll
  sessions: Sessions
  appointments: Appointments
  permissions: Permissions
  oversight: Oversight
  policy: () => OfficerPolicy
}

/** Milliseconds that the program has run: no clock that anybody can set. */
const usualRunning = (): number => performance.now()

/** Opens them on a journal. @param parts `officerKey`: the kiosk's part in opening officers' keys; `now`: epoch milliseconds */
export function openOfficers(parts: {
  journal: Journal
  kiosk: string
  officerKey: Uint8Array
  now: () => number
  running?: (() => number) | undefined
  /** What a guess at a PIN costs; absent: what it costs at a checkpoint. */
  pinCost?: Cost | undefined
  trust: () => { policy: Pick<CheckpointPolicy, 'officers'> }
  changed: (state: Session) => void
}): Officers {
  const { journal, kiosk: kioskName, officerKey: kiosk, now, running = usualRunning, trust, changed, pinCost } = parts
  const book = journal.officers
  const policy = (): OfficerPolicy => officerPolicyOf(trust().policy.officers)
  const roll = new Roll(book, running)
  const shared = { book, roll, now, policy, kiosk }
  const sessions = new Sessions({ ...shared, running }, changed)
  return {
    roll,
    policy,
    sessions,
    permissions: new Permissions({ ...shared, sessions, running }),
    oversight: new Oversight({ book, roll, now }),
    appointments: new Appointments({ ...shared, kioskName, cost: pinCost }),
  }
}
