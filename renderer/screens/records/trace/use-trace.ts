/** The trace's effect: what the fields ask, asked when somebody says so. */
import { useEffect, useMemo, useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/contract.ts'
import type { TraceAnswer, TraceQuery } from '../../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../../shared/domain/officer/access-reason.ts'
import { useLink } from '../../../rpc/link-context.ts'
import { openLatestAnswer, type Answered } from '../latest-answer.ts'
import { readTrace, type TraceFault, type TraceFields } from './trace-query.ts'

/** The fields, and how often they have been asked for as they are now; 0: not yet. */
export interface AskedTrace {
  fields: TraceFields
  asked: number
}

export type Traced =
  | { kind: 'none' }
  /** Why has to be said first. */
  | { kind: 'reason-needed'; query: TraceQuery }
  | { kind: 'asking' }
  | { kind: 'fault'; fault: TraceFault }
  | Exclude<Answered<never>, { kind: 'answered' }>
  | { kind: 'answered'; answer: TraceAnswer; query: TraceQuery }

type Asked = Input<'crossings.trace'>

function tracedBy(told: Answered<Output<'crossings.trace'>>, { because: _, ...query }: Asked): Traced {
  if (told.kind === 'failed') return told
  const { answer } = told
  return answer.kind === 'found' ? { kind: 'answered', answer: answer.answer, query } : { kind: 'reason-needed', query }
}

/** What the fields find, once they are asked for. */
export function useTrace({ fields, asked }: AskedTrace, because: AccessReason | null): Traced {
  const link = useLink()
  const [answered, setAnswered] = useState<{ traced: Traced; query: Asked } | null>(null)
  const [latest] = useState(() =>
    openLatestAnswer(
      (query: Asked) => link.call('crossings.trace', query),
      (told, query) => setAnswered({ traced: tracedBy(told, query), query }),
      0,
    ),
  )
  const read = useMemo(() => {
    const days = readTrace(fields)
    return { ...(days.ok ? { ok: true as const, query: { ...days.query, because } } : days), asked }
  }, [fields, asked, because])
  useEffect(() => {
    if (read.asked > 0 && read.ok) latest.ask(read.query)
    return () => latest.close()
  }, [latest, read])

  if (asked === 0) return { kind: 'none' }
  if (!read.ok) return { kind: 'fault', fault: read.fault }
  return answered?.query === read.query ? answered.traced : { kind: 'asking' }
}
