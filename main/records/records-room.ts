/** What the records answer to the screen: recorded crossings found, opened, traced and corrected. */
import type { Corrected } from '../../shared/contract/crossing-schemas.ts'
import type { Session } from '../../shared/contract/officers.ts'
import type { recordsMethods } from '../../shared/contract/records.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import { sayBecause } from '../../shared/language/access-words.ts'
import type { Journal } from '../journal/index.ts'
import type { Lane, LaneMemory, Referrals, Today } from '../lane/index.ts'
import type { TracePapers } from '../reporting/index.ts'
import type { Room } from '../room.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { AccessLog } from './access-log.ts'
import { Corrections } from './corrections.ts'
import { Reasons } from './reasons.ts'
import { slipFor } from './slip.ts'

/** Opens the room. @param parts `now`: epoch milliseconds */
export function recordsRoom(parts: {
  journal: Journal
  memory: LaneMemory
  lane: Lane
  today: Today
  referrals: Referrals
  checkpoint: { readonly now: { kiosk: string; name: string; lane: string; mode: Mode } }
  trust: TrustKeeper
  papers: Pick<TracePapers, 'make' | 'close'>
  session: { read(): Session; beforeLeaving(listener: () => void): void }
  now: () => number
}): Room<keyof typeof recordsMethods> {
  const { journal, memory, lane, today, referrals, checkpoint, trust, papers, session, now } = parts
  const reasons = new Reasons(journal, session)
  const corrections = new Corrections(journal, memory, now)
  const accesses = new AccessLog(journal, now, () => session.read().who?.number ?? null)
  session.beforeLeaving(() => accesses.leave())
  /** The lane and the day speak of crossings too. */
  const told = (of: number, answer: Corrected): Corrected => {
    lane.corrected(of)
    today.announce()
    return answer
  }
  return {
    handlers: {
      'crossing.read': ({ seq, because }) => {
        if (!reasons.allowOpening(seq, because)) return { kind: 'reason-needed' }
        const answer = corrections.read(seq)
        if (answer) accesses.open(seq, answer, because)
        return { kind: 'found', answer }
      },
      'crossing.amend': ({ of, decision, vehicle, why, happenedAt }) =>
        told(of, corrections.amend(of, decision, vehicle, why, happenedAt)),
      'crossing.void': ({ of, why }) => told(of, corrections.void(of, why)),
      'crossing.note': ({ of, text }) => corrections.note(of, text),
      'crossings.search': ({ because, ...query }) => {
        if (!reasons.allowSearch(query, because)) return { kind: 'reason-needed' }
        const answer = journal.search(query)
        accesses.search(query, answer.lines.length, because)
        return { kind: 'found', answer }
      },
      'crossing.slip': ({ seq }) =>
        slipFor(journal, seq, { ...checkpoint.now, medicalPost: trust.store.policy.letterhead?.medicalPost ?? null }),
      'referrals.open': () => referrals.list(),
      'crossings.trace': ({ because, ...query }) => {
        if (!reasons.allow(because)) return { kind: 'reason-needed' }
        const answer = journal.trace(query)
        accesses.trace(query, answer, because)
        return { kind: 'found', answer }
      },
      'crossings.export': ({ because, ...query }) => {
        if (!reasons.allow(because)) return { recorded: false, code: 'reason-needed' }
        const answer = journal.trace(query)
        const record = accesses.export(query, answer, because)
        return record.recorded ? { recorded: true, answer } : record
      },
      async 'crossings.paper'({ because, ...query }) {
        if (!reasons.allow(because)) return { recorded: false, code: 'reason-needed' }
        const answer = journal.trace(query)
        const record = accesses.export(query, answer, because)
        if (!record.recorded) return record
        const reason = because === null ? null : sayBecause('vi', { because })
        const pdf = await papers.make({ query, answer, reason })
        return pdf === null
          ? { recorded: false, code: 'not-made' }
          : { recorded: true, pdf: Buffer.from(pdf).toString('base64'), lines: answer.lines.length }
      },
    },
    close() {
      accesses.close()
      papers.close()
    },
  }
}
