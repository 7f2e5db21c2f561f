/** An opened crossing's effects: it is read, corrected, and read again. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input } from '../../../../shared/contract/contract.ts'
import type { Corrected } from '../../../../shared/contract/crossing-schemas.ts'
import type { RecordedCrossing } from '../../../../shared/contract/recorded-schemas.ts'
import type { AccessReason } from '../../../../shared/domain/officer/access-reason.ts'
import type { Link } from '../../../rpc/link.ts'
import { useLink } from '../../../rpc/link-context.ts'

/** `gone`: there is none, or its content is erased. `failed`: the program did not answer. */
export type CrossingRecord =
  | { kind: 'reading' }
  | { kind: 'shown'; recorded: RecordedCrossing }
  | { kind: 'gone' }
  /** It is not one's own of this shift, and why has to be said first. */
  | { kind: 'reason-needed' }
  | { kind: 'failed' }

export type Correction =
  | { kind: 'amend'; input: Input<'crossing.amend'> }
  | { kind: 'void'; input: Input<'crossing.void'> }
  | { kind: 'note'; input: Input<'crossing.note'> }

/** What became of a correction. `unanswered`: nobody knows whether it was recorded. */
export type CorrectionAnswer = { kind: Correction['kind']; answer: Corrected } | { kind: 'unanswered' } | null

interface OpenedRecord {
  record: CrossingRecord
  corrected: CorrectionAnswer
  /** Resolves when the answer is in `corrected` and the crossing has been read again: whether it is recorded. */
  correct: (correction: Correction) => Promise<boolean>
}

function send(link: Link, correction: Correction): Promise<Corrected> {
  switch (correction.kind) {
    case 'amend':
      return link.call('crossing.amend', correction.input)
    case 'void':
      return link.call('crossing.void', correction.input)
    case 'note':
      return link.call('crossing.note', correction.input)
  }
}

/** A recorded crossing by its number. */
export function useCrossingRecord(seq: number, because: AccessReason | null): OpenedRecord {
  const link = useLink()
  const [record, setRecord] = useState<CrossingRecord>({ kind: 'reading' })
  const [corrected, setCorrected] = useState<CorrectionAnswer>(null)
  const correcting = useRef(false)

  const read = useCallback(
    () =>
      link.call('crossing.read', { seq, because }).then(
        (found): CrossingRecord => {
          if (found.kind === 'reason-needed') return found
          return found.answer ? { kind: 'shown', recorded: found.answer } : { kind: 'gone' }
        },
        (): CrossingRecord => ({ kind: 'failed' }),
      ),
    [link, seq, because],
  )
  useEffect(() => {
    let wanted = true
    void read().then((answer) => wanted && setRecord(answer))
    return () => void (wanted = false)
  }, [read])

  const correct = useCallback(
    async (correction: Correction) => {
      // A second press while the disk is at work would be a second correction.
      if (correcting.current) return false
      correcting.current = true
      let recorded = false
      try {
        const answer = await send(link, correction)
        setCorrected({ kind: correction.kind, answer })
        recorded = answer.recorded
      } catch {
        setCorrected({ kind: 'unanswered' })
      }
      setRecord(await read())
      correcting.current = false
      return recorded
    },
    [link, read],
  )
  return { record, corrected, correct }
}
