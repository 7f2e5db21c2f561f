/** What a kiosk makes of a hub's answer: it keeps what the hub signed, and notes what it merely says. */
import { readAnswer, type Answer } from '../../shared/sync/answer.ts'
import { readEnrolled } from '../../shared/sync/enrolment.ts'
import { judgeHubHead } from '../../shared/sync/head-rule.ts'
import { readRefused, type Refused } from '../../shared/sync/refusal.ts'
import { readSealingKeys } from '../../shared/sync/sealing-keys.ts'
import type { Hub, Journal } from '../journal/index.ts'
import { nodeMeans } from './means.ts'
import { isEnrolled, sealingOf, type SyncState } from './sync-state.ts'

/** What came of it. */
export interface Taken {
  state: SyncState
  /** By wire; what a stick says is in the state. */
  refused: Answer['refused'] | null
  /** How far the hub has the journal's last epoch; undefined: it did not say, null: it has nothing of it. */
  head: Answer['head']
}

/** Takes an answer in; null where it is none. */
export function takeAnswer(
  { ledger, hub, now, way }: { ledger: Journal['ledger']; hub: Hub; now: number; way: 'wire' | 'folder' },
  before: SyncState,
  text: string,
): Taken | null {
  const answer = readAnswer(text)
  if (!answer) return null
  let state = before
  const sealing = answer.sealing === undefined ? null : readSealingKeys(nodeMeans, hub.key, answer.sealing)
  // An older list may name a key that was given up for a reason.
  if (sealing?.hub === hub.hub && sealing.number > (sealingOf(state, hub)?.number ?? 0))
    state = { ...state, sealing: answer.sealing ?? null }
  const enrolled = answer.enrolled === undefined ? null : readEnrolled(nodeMeans, hub.key, answer.enrolled)
  if (enrolled?.enrolment === hub.enrolment && !isEnrolled(state, hub))
    state = { ...state, enrolled: answer.enrolled ?? null }
  const had = ledger.delivered('integrated')
  for (const receipt of answer.receipts) ledger.keepReceipt(receipt)
  if (ledger.delivered('integrated') > had) state = { ...state, receiptAt: now }
  const { refused = null } = answer
  state = way === 'wire' ? refusedByWire(state, refused) : refusedByStick(state, refusalIn(hub, answer))
  const epoch = ledger.head()?.epoch
  if (answer.head !== undefined && epoch != null)
    state = { ...state, hubHead: { epoch, seq: answer.head?.seq ?? 0, at: now } }
  // A stick's answer is as old as its way was long.
  if (way === 'wire') state = { ...state, offset: now - answer.now }
  return { state, refused, head: answer.head }
}

type Refusing = Pick<NonNullable<Answer['refused']>, 'why' | 'seq'>

/** Nothing more is sent by itself where the hub has other entries. */
const stoppedBy = (state: SyncState, { why, seq }: Refusing): SyncState =>
  why === 'fork' ? { ...state, stopped: { why, seq: seq ?? null } } : state

/** What the hub at the other end of the wire says. */
function refusedByWire(before: SyncState, refused: Refusing | null): SyncState {
  const state = { ...before, revoked: refused?.why === 'revoked' }
  return refused ? stoppedBy(state, refused) : settled(state)
}

/**
 * What lies on a stick. Only what the hub signed says that something was refused, and once: a stick that comes again says
 * nothing new. Nothing on a stick takes a withdrawal back, for it may be older, and hubs have no word for that.
 */
function refusedByStick(state: SyncState, refusal: Refused | null): SyncState {
  if (!refusal) return settled(state)
  const { why, at } = refusal
  if (state.refused && at <= state.refused.at) return state
  return stoppedBy(
    { ...state, refused: { why, at, settled: false }, revoked: state.revoked || why === 'revoked' },
    refusal,
  )
}

/** The hub was heard since, and refused nothing. */
const settled = (state: SyncState): SyncState =>
  state.refused ? { ...state, refused: { ...state.refused, settled: true } } : state

/** The hub's own word about this enrolment; null: there is none. */
function refusalIn(hub: Hub, { refusal }: Answer): Refused | null {
  const read = refusal === undefined ? null : readRefused(nodeMeans, hub.key, refusal)
  return read?.hub === hub.hub && read.enrolment === hub.enrolment ? read : null
}

/** Where to go on for a hub that says how far it has an epoch: the entry up to which it has all; null: that is not ours. */
export function positionOf(
  ledger: Journal['ledger'],
  epoch: string,
  head: NonNullable<Answer['head']> | null,
): number | null {
  const { outgoing } = ledger
  const epochs = outgoing.epochs()
  const index = epochs.findIndex((each) => each.epoch === epoch)
  const found = epochs[index]
  if (!found) return null
  // It has nothing of this epoch: it may lack what comes before it as well.
  if (head === null) return (epochs[index - 1] ?? found).from - 1
  const rule = judgeHubHead(head, found.through, (seq) => outgoing.header(seq)?.hash ?? null)
  return rule.rule === 'unknown' ? null : head.seq
}
