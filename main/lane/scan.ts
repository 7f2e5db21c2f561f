/** A scanned text on its way to a verdict: a command of this kiosk's card, a part of a card in several codes, or a result. */
import { collectPart, type CollectedParts } from '../../shared/certificate/shc-chunks.ts'
import type { CommandAnswer, ScanAnswer, ScanSource } from '../../shared/contract/schemas.ts'
import type { Verdict } from '../../shared/domain/finding/verdict.ts'
import type { PageClaim } from '../../shared/paper/paper-claim.ts'
import type { Journal } from '../journal/index.ts'
import type { ClockWatch } from '../kiosk/index.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { judgeCommand, judgePart, verifyWithIssuer } from '../verify/index.ts'
import type { CommandMarks } from './command-marks.ts'
import type { Lane } from './lane.ts'

/** What scans are judged with. `now`: epoch milliseconds. */
export interface ScanParts {
  lane: Lane
  marks: CommandMarks
  trust: TrustKeeper
  clock: ClockWatch
  journal: Journal
  now: () => number
}

/** The scans of one lane. */
export class Scans {
  private readonly parts: ScanParts
  private collected: CollectedParts | null = null

  constructor(parts: ScanParts) {
    this.parts = parts
  }

  /** The scanner and the camera are held to the same rule: a command needs the lane, this kiosk's mark, and no reason. */
  take(text: string, source: ScanSource, obeyed: boolean): ScanAnswer | CommandAnswer {
    const { lane, marks } = this.parts
    const marked = marks.read(text)
    if (!marked) return lane.take(this.judge(text), source)
    const { command, card, replaced } = marked
    if (replaced) return lane.take(judgeCommand(text, 'command-replaced', { card, newest: marks.card }), source)
    if (obeyed && lane.allows(command)) return { kind: 'command', command }
    return lane.take(judgeCommand(text, 'command-departs'), source)
  }

  /** A card in several codes is collected first, in any order; any other code is judged at once. */
  private judge(text: string): Verdict {
    const collected = collectPart(this.collected, text)
    if (collected.kind === 'more') {
      this.collected = collected.parts
      return judgePart(text, collected.missing)
    }
    if (collected.kind === 'complete') this.collected = null
    const whole = collected.kind === 'complete' ? collected.text : text
    const { lane, trust, clock, journal, now } = this.parts
    const circumstances = {
      trust: trust.store,
      now: now(),
      shownAt: lane.happenedAt,
      rules: true,
      originZone: lane.originZone,
      clock: clock.finding(),
      papers: {
        isOwn: (key: string) => journal.ledger.papers.isOwn(key),
        since: (claim: PageClaim) => journal.ledger.papers.since(claim),
      },
    }
    const { verdict, vouchedBy } = verifyWithIssuer(whole, circumstances)
    const issuedAt = verdict.certificate?.issuedAt ?? null
    if (vouchedBy !== null && issuedAt !== null) clock.witness(vouchedBy, issuedAt)
    return verdict
  }
}
