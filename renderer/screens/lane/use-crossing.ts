/** What the officer does to the crossing being built: each calls the program behind the screen, and the desk hears of it. */
import { useCallback, useRef } from 'react'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../shared/domain/crossing/crossing-edit.ts'
import type { Decision, Reason } from '../../../shared/domain/crossing/crossing.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { useLink } from '../../rpc/link-context.ts'
import { stepToDecide } from './decision/deciding.ts'
import { unfinishedOn, type Desk, type DeskAction, type Remark } from './desk-state.ts'

/** A second press so soon after a decision is of the same finger, not of a next decision. Milliseconds. */
const doublePress = 600

/** After these the verdict on the screen may be of two people. */
const rearranging: readonly CrossingEdit['kind'][] = ['part', 'join', 'remove', 'return']

export interface CrossingDeeds {
  /** Changes the crossing; resolves when the program has answered, one way or the other. A change may yet be found out. */
  edit: (edit: CrossingEdit | Promise<CrossingEdit>) => Promise<void>
  /** The same; resolves with the crossing as it is then, null where the program did not take the change. */
  enter: (edit: CrossingEdit | Promise<CrossingEdit>) => Promise<ShownCrossing | null>
  /**
   * Writes what stands in a field that is written as it is left; resolves once all changes are answered, with the crossing
   * as it is then. Null: the program has not told any.
   */
  settle: () => Promise<ShownCrossing | null>
  /** Decides, or asks for the reason where one is needed. */
  decide: (decision: Decision) => void
  /** Decides with the reason that was asked for; resolves once the desk says what came of it. `emergency`: there is no time for a supervisor. */
  decideFor: (decision: Decision, reason: Reason | null, emergency?: boolean) => Promise<void>
  /** Gives the crossing up, as an entry of who was in it; resolves once the desk says what came of it. */
  abandon: () => Promise<void>
  undo: () => void
  remark: (remark: Remark) => void
}

/** @param desk what lies on it now: what is half typed there is finished or closed before anything is decided */
export function useCrossing(desk: Desk, onDesk: (action: DeskAction) => void): CrossingDeeds {
  const link = useLink()
  const { kiosk, scan, takeCrossing, newestCrossing, endVerdict } = useFrame()
  const isConnected = kiosk.link === 'open' || kiosk.link === 'slow'
  const edits = useRef<Promise<unknown>>(Promise.resolve())
  const decidedAt = useRef(Number.NEGATIVE_INFINITY)

  const remark = useCallback((of: Remark) => onDesk({ kind: 'remarked', remark: of }), [onDesk])

  const enter = useCallback(
    (given: CrossingEdit | Promise<CrossingEdit>): Promise<ShownCrossing | null> => {
      // Whoever has done something else since is not pressing twice.
      decidedAt.current = Number.NEGATIVE_INFINITY
      const send = async (): Promise<ShownCrossing | null> => {
        try {
          const change = await given
          const crossing = await link.call('crossing.edit', change)
          takeCrossing(crossing)
          if (rearranging.includes(change.kind)) endVerdict('outdated')
          return crossing
        } catch {
          remark('remark.notEdited')
          return null
        }
      }
      const sent = send()
      edits.current = Promise.all([edits.current, sent])
      return sent
    },
    [link, takeCrossing, endVerdict, remark],
  )
  const edit = useCallback<CrossingDeeds['edit']>(async (change) => void (await enter(change)), [enter])

  const settle = useCallback(async (): Promise<ShownCrossing | null> => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await edits.current
    return newestCrossing()
  }, [newestCrossing])

  /** Says of what is half typed that it is to be finished or closed first, and shows it. */
  const isUnfinished = (): boolean => {
    const open = unfinishedOn(desk)
    if (!open) return false
    if (desk.form?.kind !== open.kind) onDesk({ kind: 'opened', form: open })
    remark(`remark.unfinished.${open.kind}`)
    return true
  }

  /** A positive, a forged or a revoked result is admitted for reasons of the officer's own, and no stock one. */
  const ask = useCallback(
    (decision: Decision) => {
      const only = decision === 'admitted' && newestCrossing()?.grave === true
      onDesk({ kind: 'opened', form: { kind: 'reason', decision, words: only, only } })
    },
    [onDesk, newestCrossing],
  )

  const askCount = useCallback(() => onDesk({ kind: 'opened', form: { kind: 'people', thenAdmit: true } }), [onDesk])

  const record = useCallback(
    async (decision: Decision, reason: Reason | null, emergency = false): Promise<void> => {
      try {
        const was = newestCrossing()
        const whoWas = { plate: was?.vehicle?.plate ?? null, people: was?.travellers.length ?? 0 }
        const answer = await link.call('crossing.decide', { decision, reason, emergency })
        if (answer.recorded) {
          decidedAt.current = performance.now()
          const { seq, slip, above } = answer
          endVerdict('decided')
          return onDesk({ kind: 'decided', decided: { decision, seq, slip, above, ...whoWas } })
        }
        if (answer.code === 'count-needed') return askCount()
        if (answer.code === 'supervisor-needed') {
          const { permissions = [], emergency: may = false } = answer.needs ?? {}
          return onDesk({ kind: 'opened', form: { kind: 'above', decision, reason, permissions, emergency: may } })
        }
        if (answer.code !== 'reason-needed') return remark(`remark.${answer.code}`)
        ask(decision)
      } catch {
        remark('remark.unanswered')
      }
    },
    [link, onDesk, newestCrossing, ask, askCount, endVerdict, remark],
  )

  const verifying = scan.verdict.kind === 'verifying'
  const decide = async (decision: Decision): Promise<void> => {
    if (performance.now() - decidedAt.current < doublePress) return remark('remark.nobody')
    // A window that is not connected, or not in control, says so above; nothing that is pressed here is recorded.
    if (!isConnected) return
    if (verifying) return remark('remark.verifying')
    if (isUnfinished()) return
    // What stands in a field belongs to this crossing.
    const crossing = await settle()
    const step = crossing && stepToDecide(crossing, decision)
    if (step === 'nobody') return remark(crossing?.empty ? 'remark.nobody' : 'remark.nobodyThere')
    if (step === 'count') return askCount()
    if (step === 'record') return record(decision, null)
    const { form } = desk
    // Pressed again while the reason is being written: it goes on being written.
    if (step === 'ask' && form?.kind === 'reason' && form.words && form.decision === decision) return
    if (step === 'ask') ask(decision)
  }

  const undo = async (): Promise<void> => {
    if (isUnfinished()) return
    // What stands in a field is of the next crossing, and not of the one that is taken back.
    await settle()
    try {
      const answer = await link.call('crossing.undo', {})
      if (!answer.undone) return remark(`remark.undo.${answer.code}`)
      // The next press is of the decision that should have been.
      decidedAt.current = Number.NEGATIVE_INFINITY
      onDesk({ kind: 'undone' })
    } catch {
      remark('remark.unanswered')
    }
  }

  const abandon = async (): Promise<void> => {
    if (!isConnected) return
    try {
      const answer = await link.call('crossing.abandon', {})
      endVerdict('decided')
      if (answer.recorded) return onDesk({ kind: 'abandoned' })
      remark(answer.code === 'nothing' ? 'remark.abandon.nothing' : 'remark.abandon.unwritten')
    } catch {
      remark('remark.unanswered')
    }
  }

  return {
    edit,
    enter,
    abandon,
    settle,
    decide: (decision) => void decide(decision),
    decideFor: async (decision, reason, emergency) => {
      // The plate that was typed while the question stood is this crossing's.
      await settle()
      await record(decision, reason, emergency)
    },
    undo: () => void undo(),
    remark,
  }
}
