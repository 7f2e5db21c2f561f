/** The export's effects: where it can go, the writing of it with how far it is, and what came of it. */
import { useCallback, useEffect, useState } from 'react'
import type { ExportAnswer, ExportInput, ExportPlace } from '../../../shared/contract/reporting.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'

/** Pause between an answer and the next look at the sticks. Milliseconds. */
const lookAgainAfter = 3_000

export interface Exporting {
  /** Null: the first look is not done. */
  places: readonly ExportPlace[] | null
  /** Null: nothing is being written. `total` 0: not known yet. */
  progress: { done: number; total: number } | null
  /** What came of the last; `unanswered`: nobody knows. Null: none was asked for. */
  answer: ExportAnswer | 'unanswered' | null
  write: (input: ExportInput) => void
  stop: () => void
}

/** @param open the form is shown, so that sticks are looked for */
export function useExport(open: boolean): Exporting {
  const link = useLink()
  const [places, setPlaces] = useState<readonly ExportPlace[] | null>(null)
  const [progress, setProgress] = useState<Exporting['progress']>(null)
  const [answer, setAnswer] = useState<Exporting['answer']>(null)

  useEffect(() => {
    if (!open) return
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const found = await answerOf(link.call('reports.places', {}))
      if (!wanted) return
      if (found) setPlaces((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
      timer = setTimeout(() => void look(), lookAgainAfter)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [link, open])

  useEffect(() => link.on('reports.progress', (far) => setProgress((before) => (before === null ? null : far))), [link])

  const write = useCallback(
    (input: ExportInput) => {
      setProgress({ done: 0, total: 0 })
      setAnswer(null)
      const run = async (): Promise<void> => {
        const came = await answerOf(link.call('reports.export', input))
        setProgress(null)
        setAnswer(came ?? 'unanswered')
      }
      void run()
    },
    [link],
  )
  // Whether it was stopped in time, the answer to the export says.
  const stop = useCallback(() => void answerOf(link.call('reports.stop', {})), [link])
  return { places, progress, answer, write, stop }
}
