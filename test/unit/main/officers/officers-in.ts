/** Officers for tests, on a journal of their own: a clock and a count of running time that a test sets, and PINs that cost little. */
import { onTestFinished } from 'vitest'
import { openOfficers, type Officers } from '../../../../main/officers/index.ts'
import { Journal } from '../../../../main/journal/index.ts'
import type { Session } from '../../../../shared/contract/officers.ts'
import type { Role } from '../../../../shared/contract/role.ts'
import { officerPolicyOf, type OfficerPolicy } from '../../../../shared/domain/officer/officer-policy.ts'
import type { Means } from '../../../../shared/ledger/officers.ts'
import { now } from '../../../fixtures/certificates.ts'
import { officerKey, secrets } from '../../../fixtures/secrets.ts'
import { newFolder } from '../journal/journal-in.ts'

export const minute = 60_000
export const goodPin = '739164'

export interface Desk extends Officers {
  folder: string
  journal: Journal
  /** Epoch milliseconds, and milliseconds of running time. */
  clock: { now: number; running: number }
  heard: Session[]
  set: (policy: Partial<OfficerPolicy>) => void
  /** Appoints somebody; answers with the text of their badge. */
  appoint: (number: string, role?: Role, means?: Means) => Promise<string>
  /** The kinds of all entries about officers, in their order. */
  kinds: () => string[]
}

/** Opens the officers of a journal. @param folder one that another desk has left @param ours the kiosk's part in opening officers' keys */
export async function openDesk(folder = newFolder(), ours = officerKey): Promise<Desk> {
  const clock = { now, running: 0 }
  let officers: Officers | null = null
  const signer = () => officers?.sessions.signer() ?? null
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined, signer })
  onTestFinished(() => journal.close())
  const heard: Session[] = []
  const policy = officerPolicyOf(undefined)
  const opened = openOfficers({
    journal,
    kiosk: 'kiosk-1',
    officerKey: ours,
    now: () => clock.now,
    running: () => clock.running,
    trust: () => ({ policy: { officers: policy } }),
    changed: (session) => void heard.push(session),
    pinCost: { N: 2, r: 1, p: 1 },
  })
  officers = opened
  return {
    ...opened,
    folder,
    journal,
    clock,
    heard,
    set: (changed) => void Object.assign(policy, changed),
    async appoint(number, role = 'officer', means = 'number') {
      const who = { number, name: `Trần ${number}`, rank: 'Thiếu úy', role }
      const answer = await opened.appointments.appoint(who, goodPin, means)
      if (!answer.ok) throw new Error(answer.why)
      return answer.badge ?? ''
    },
    kinds: () => journal.officers.entries().map(({ kind }) => kind),
  }
}
