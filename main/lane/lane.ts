/**
 * The lane: the one crossing that is being built, from the first scan to the decision. It is kept on disk at every
 * change; what the officer decides goes to the journal.
 */
import type { Abandoned, Decided, ShownCrossing, Undone } from '../../shared/contract/crossing-schemas.ts'
import type { Placed as PlacedAnswer, ScanAnswer, ScanSource } from '../../shared/contract/schemas.ts'
import type { Command } from '../../shared/domain/command-code.ts'
import type { CrossingEdit } from '../../shared/domain/crossing/crossing-edit.ts'
import { neededAbove } from '../../shared/domain/crossing/above.ts'
import { closeCrossing, decisionFault, undecided } from '../../shared/domain/crossing/close-crossing.ts'
import type { JudgedCrossing } from '../../shared/domain/crossing/crossing-outcome.ts'
import type { Decision, Reason } from '../../shared/domain/crossing/crossing.ts'
import { emptyCrossing, isEmpty, nextCrossing, type OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import { placeEvidence } from '../../shared/domain/crossing/place-evidence.ts'
import { fullnessFinding, type Fullness } from '../../shared/domain/crossing/room.ts'
import { conclude, type Verdict } from '../../shared/domain/finding/verdict.ts'
import type { Journal } from '../journal/index.ts'
import type { TrustStore } from '../trust/index.ts'
import { noRoom, readDraft, writeDraft } from './draft.ts'
import { editOpen } from './edit-open.ts'
import { clockOf, evidenceOf, judgedAgain, recordedAs } from './evidence.ts'
import { judgeIn, judgeOpen, type Surroundings } from './judge-open.ts'
import { LastDecided } from './last-decided.ts'
import type { LaneMemory } from './memory.ts'
import { permittedBy, tellWord, wordFor, type Authority } from './on-whose-word.ts'
import { slipOf } from './slip.ts'
import { showCrossing } from './show-crossing.ts'
import { recordTakenOff } from './taken-off.ts'
import { togetherWith } from './together.ts'
import { Undo } from './undo.ts'

/** What a lane asks of the world. */
export interface LaneParts {
  now: () => number
  journal: Journal
  memory: LaneMemory
  trust: () => TrustStore
  /** How post and lane are called now: in sentences, and on slips. */
  called: () => { name: string; lane: string }
  changed: (crossing: ShownCrossing) => void
  authority: Authority
  log: (line: string) => void
}

/** A lane at work. */
export class Lane {
  private readonly parts: LaneParts
  private open: OpenCrossing
  private readonly undo: Undo
  private readonly last: LastDecided
  private unsaved: ShownCrossing['unsaved'] = null
  private notDone: ShownCrossing['notDone'] = null

  constructor(parts: LaneParts) {
    this.parts = parts
    const { journal, log } = parts
    this.undo = new Undo(() => this.announce())
    this.last = new LastDecided(journal)
    const kept = journal.readDraft()
    const doubted = journal.isDraftDoubted()
    const open = kept === null || doubted ? null : readDraft(kept)
    if (kept !== null && open === null) {
      log(`lane: the open crossing on disk is ${doubted ? 'an older one' : 'none of this version’s'}`)
      this.notDone = 'not-reopened'
    }
    // What the rules said when it was kept may have changed since: a result gets too old while nobody is there.
    this.open = open ? judgedAgain(open, parts.trust(), parts.now()) : emptyCrossing('in')
  }

  /** The open crossing, as it is now. */
  shown(): ShownCrossing {
    return {
      ...showCrossing(this.open, this.surroundings()),
      undo: this.undo.shown(),
      corrected: this.last.shown(),
      unsaved: this.unsaved,
      notDone: this.notDone,
    }
  }

  /** Whether a crossing has begun that is neither decided nor abandoned yet. */
  get begun(): boolean {
    return !isEmpty(this.open)
  }

  /** Where the open crossing's travellers come from, for the rules. */
  get originZone(): OpenCrossing['originZone'] {
    return this.open.originZone
  }

  /** When the open crossing happens or happened, for period and rules; epoch milliseconds. */
  get happenedAt(): number {
    return clockOf(this.open, this.parts.now())
  }

  /** Whether a command code may do this: only what the verdict asks for, which needs no reason. */
  allows(command: Command): boolean {
    if (command.kind !== 'decide') return true
    const judged = this.judged()
    if (typeof wordFor(this.parts.authority, judged, command.decision, null) === 'string') return false
    return decisionFault(judged, command.decision, null, permittedBy(this.parts.authority)) !== 'reason-needed'
  }

  /** Records a scan and puts it to whom it is about. What is answered and recorded is what all of it says together. */
  take(verdict: Verdict, source: ScanSource): ScanAnswer {
    const { journal, now } = this.parts
    const at = now()
    const evidence = evidenceOf(verdict, this.open.nextId, at)
    const placed = evidence && placeEvidence(this.open, evidence)
    const traveller = placed?.crossing.travellers.find(({ id }) => id === placed.traveller)
    if (!evidence || !placed || !traveller) {
      return { kind: 'verdict', verdict, record: journal.recordScan(verdict, source, at), placed: null }
    }
    const full = noRoom(placed.crossing)
    if (full) return this.turnAway(verdict, source, full)
    const judged = judgeIn(placed.crossing, traveller, this.surroundings())
    const { outcome, reason, findings } = judged
    const record = journal.recordScan({ ...verdict, outcome, reason, findings }, source, at)
    this.keep(recordedAs(placed.crossing, evidence, record.recorded ? record.seq : null))
    const answered: PlacedAnswer = { traveller: placed.traveller, how: placed.how }
    return { kind: 'verdict', verdict: togetherWith(verdict, traveller, judged), record, placed: answered }
  }

  /** Changes the open crossing by hand; not, and says so, where it has no room for that. */
  edit(edit: CrossingEdit): ShownCrossing {
    const { journal, memory, trust, now } = this.parts
    const before = this.open
    const edited = editOpen(before, edit, { memory, trust: trust(), now: now() })
    const full = noRoom(edited)
    if (full) this.refuse(full)
    else this.keep(edited)
    recordTakenOff(journal, [before, this.open], now())
    return this.shown()
  }

  /** Records the open crossing and begins an empty one. */
  decide(decision: Decision, reason: Reason | null, emergency = false): Decided {
    const { journal, memory, now, called, authority } = this.parts
    const { open } = this
    const judged = this.judged()
    if (!authority.mayDecide) return { recorded: false, code: 'sign-in-needed' }
    const fault = decisionFault(judged, decision, reason, permittedBy(authority))
    if (fault) return { recorded: false, code: fault }
    const above = wordFor(authority, judged, decision, emergency ? reason : null)
    if (above === 'supervisor-needed') {
      const permissions = neededAbove(judged, decision)
      return { recorded: false, code: above, needs: { permissions, emergency: authority.emergencies } }
    }
    const crossing = closeCrossing(judged, decision, reason, above)
    const next = nextCrossing(open)
    const record = journal.recordCrossing(crossing, now(), writeDraft(next))
    if (!record.recorded) return record
    const { seq, at } = record
    const told = tellWord(authority, above)
    authority.spend()
    this.undo.offer({ seq, at, decision, open })
    this.last.decided(seq)
    memory.prune(at)
    memory.remember({ seq, at: crossing.happenedAt ?? at, crossing })
    this.begin(next)
    return {
      recorded: true,
      seq,
      at,
      slip: slipOf(journal.ledger.head()?.epoch ?? '', called().lane, seq),
      above: told,
    }
  }

  /** Gives the open crossing up, as an entry; for an empty one where the disk does not take it, too. */
  abandon(): Abandoned {
    const { journal, memory, now, authority } = this.parts
    const { open } = this
    authority.spend()
    if (isEmpty(open)) return { recorded: false, code: 'nothing' }
    const next = nextCrossing(open)
    const crossing = undecided(this.judged())
    const at = now()
    const record = journal.abandonCrossing(crossing, at, writeDraft(next))
    memory.rememberAbandoned({ at, crossing })
    this.begin(next, record.recorded ? null : record.code)
    return record
  }

  /** Takes the last decision back, while it is fresh and nothing new has begun. */
  takeBack(): Undone {
    const { parts } = this
    const at = parts.now()
    const undo = this.undo.at(at)
    if (typeof undo === 'string') return { undone: false, code: undo }
    if (!isEmpty(this.open)) return { undone: false, code: 'begun' }
    const record = parts.journal.voidCrossing(undo.seq, { undone: true, why: null }, at, writeDraft(undo.open))
    if (!record.recorded) {
      const { code } = record
      return { undone: false, code: code === 'unknown' || code === 'erased' || code === 'voided' ? 'nothing' : code }
    }
    this.undo.forget()
    this.last.decided(null)
    parts.memory.forget(undo.seq)
    this.begin(undo.open)
    return { undone: true }
  }

  /** What is permitted has changed: the keys say other things. */
  permissionsChanged(): void {
    this.announce()
  }

  /** A recorded crossing was corrected: the key for undoing no longer speaks of it, and what it says of today changed. */
  corrected(of: number): void {
    this.undo.forget(of)
    this.last.corrected(of)
    this.announce()
  }

  /** Stops waiting for the undo's end. */
  close(): void {
    this.undo.forget()
  }

  private judged(): JudgedCrossing {
    return judgeOpen(this.open, this.surroundings())
  }

  private surroundings(): Surroundings {
    const { memory, now, trust, called, authority } = this.parts
    const { name, lane } = called()
    const withinMinutes = trust().policy.repeatWithinMinutes ?? null
    const enteredLater = this.open.happenedAt !== undefined
    return {
      memory,
      now: clockOf(this.open, now()),
      enteredLater,
      withinMinutes,
      place: `${name}, làn ${lane}`,
      permitted: permittedBy(authority),
    }
  }

  /** On disk before anybody is told; a disk that takes nothing does not stop the lane. */
  private keep(open: OpenCrossing): void {
    const saved = this.parts.journal.saveDraft(writeDraft(open))
    this.begin(open, saved.saved ? null : saved.code)
  }

  /** Goes on with a crossing, whose text the journal has, or has not and says why. */
  private begin(open: OpenCrossing, unsaved: ShownCrossing['unsaved'] = null): void {
    this.open = open
    this.unsaved = unsaved
    this.notDone = null
    this.announce()
  }

  /** A code for which the crossing has no room is judged by itself, and recorded so. */
  private turnAway(alone: Verdict, source: ScanSource, full: Fullness): ScanAnswer {
    const { journal, now } = this.parts
    const findings = [...alone.findings, fullnessFinding(full)]
    const verdict = { ...alone, ...conclude(findings), findings }
    const record = journal.recordScan(verdict, source, now())
    this.refuse(full)
    return { kind: 'verdict', verdict, record, placed: null }
  }

  private refuse(full: Fullness): void {
    this.notDone = full
    this.announce()
  }

  private announce(): void {
    this.parts.changed(this.shown())
  }
}
