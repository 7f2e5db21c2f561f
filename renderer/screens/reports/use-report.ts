/** The report's effects: the first numbers at once and after every crossing, all of them behind, by the job beside the lane. */
import { useEffect, useRef, useState } from 'react'
import type { Outline, Totalled } from '../../../shared/contract/reporting.ts'
import type { ReportScope } from '../../../shared/domain/report/scope.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'

/** Between two counts of what goes on: the numbers first, then all. Milliseconds. */
const [countEvery, totalEvery] = [1_000, 30_000]

/** What is known. `failed`: the program did not answer the last question; what was known before stays. */
export interface Report {
  /** Of which time and whose it is: another one's numbers are never shown for it. */
  scope: ReportScope
  outline: Outline | null
  totalled: Totalled | null
  failed: boolean
}

/** When each was asked last, by the page's clock; 0: not yet. */
const unasked = { counted: 0, totalled: 0 }

const nothing = (scope: ReportScope): Report => ({ scope, outline: null, totalled: null, failed: false })

/**
 * @param scope the same object as long as the same is asked for
 * @param changes another value whenever something may have changed
 */
export function useReport(scope: ReportScope, changes: unknown): { report: Report; again: () => void } {
  const link = useLink()
  const [known, setKnown] = useState(() => nothing(scope))
  const [asked, setAsked] = useState(0)
  const last = useRef({ ...unasked, scope, changes, asked })

  useEffect(() => {
    if (last.current.scope !== scope || last.current.asked !== asked)
      last.current = { ...unasked, scope, changes, asked }
    last.current.changes = changes
    // What is answered late is of this time as long as it is looked at, whatever crossed meanwhile.
    const take = (part: Partial<Report>): void => {
      if (last.current.scope !== scope) return
      setKnown((before) => ({ ...(before.scope === scope ? before : nothing(scope)), ...part }))
    }
    const count = async (): Promise<void> => {
      last.current.counted = performance.now()
      const outline = await answerOf(link.call('reports.count', scope))
      take(outline ? { outline, failed: false } : { failed: true })
    }
    const total = async (): Promise<void> => {
      const begun = performance.now()
      last.current.totalled = begun
      const answer = await answerOf(link.call('reports.total', scope))
      if (answer?.kind === 'totalled') take({ totalled: answer.totalled, failed: false })
      else if (answer?.kind !== 'overtaken') take({ failed: true })
      // By somebody else's question, and not by one of ours: it is asked once more.
      else if (last.current.scope === scope && last.current.totalled === begun) setAsked((times) => times + 1)
    }
    const soon = (act: () => Promise<void>, before: number, every: number) =>
      setTimeout(() => void act(), before === 0 ? 0 : Math.max(0, before + every - performance.now()))
    const timers = [soon(count, last.current.counted, countEvery), soon(total, last.current.totalled, totalEvery)]
    return () => timers.forEach(clearTimeout)
  }, [link, scope, changes, asked])

  return {
    report: known.scope === scope ? known : nothing(scope),
    again: () => setAsked((times) => times + 1),
  }
}
