/** The slip of a recorded crossing, for the printer: of whoever was refused or referred, and of nobody else. */
import { isSaidAlone, mostSlipReasons, type Slip } from '../../shared/contract/slip-schema.ts'
import { outcomes } from '../../shared/domain/finding/verdict.ts'
import type { Mode } from '../../shared/domain/mode.ts'
import type { Journal } from '../journal/index.ts'
import { slipOf } from '../lane/index.ts'

/** Whose slips they are, as it is called now. */
export interface SlipPost {
  name: string
  lane: string
  kiosk: string
  mode: Mode
  /** Where the referred are sent; null: the policy says nothing. */
  medicalPost: string | null
}

/** Draws up the slip of the crossing that entry `seq` recorded; null: there is none, or nobody is to have one. */
export function slipFor(journal: Journal, seq: number, post: SlipPost): Slip | null {
  const recorded = journal.crossing(seq)
  if (!recorded || recorded.line.state === 'voided') return null
  const { decision, reason, travellers } = recorded.crossing
  if (decision === 'admitted') return null
  const worst = travellers
    .filter(({ outcome }) => outcome !== 'accepted')
    .toSorted((one, other) => outcomes.indexOf(other.outcome) - outcomes.indexOf(one.outcome))
  const { kiosk, mode, medicalPost } = post
  // A slip has one number, and says where it was decided, wherever the machine stands when it is printed again.
  const { post: name, lane } = journal.placeAt(seq) ?? { post: post.name, lane: post.lane }
  const practice = mode === 'practice'
  const number = slipOf(journal.ledger.epochOf(seq), lane, seq)
  const { at } = recorded.line
  return {
    number,
    decision,
    at,
    post: name,
    lane,
    practice,
    reasons: [...new Set(worst.map((traveller) => traveller.reason))].filter(isSaidAlone).slice(0, mostSlipReasons),
    why: reason?.code ?? null,
    medicalPost,
    code: journal.ledger.papers.seal({
      paper: 'slip',
      practice,
      post: name,
      lane,
      kiosk,
      madeAt: at,
      number,
      decision,
    }),
  }
}
