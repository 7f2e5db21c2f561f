/** The trace's effect: what the fields ask, asked when somebody says so. */
import { useEffect, useMemo, useState } from 'react'
import type { TraceAnswer, TraceQuery } from '../../../shared/contract/crossing-schemas.ts'
import { useLink } from '../../rpc/link-context.ts'
import { openLatestAnswer, type Answered } from './latest-answer.ts'
import { readTrace, type TraceFault, type TraceFields } from './trace-query.ts'

/** The fields, and how often they have been asked for as they are now; 0: not yet. */
export interface AskedTrace {
  fields: TraceFields
  asked: number
}

export type Traced =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'fault'; fault: TraceFault }
  | Exclude<Answered<never>, { kind: 'answered' }>
  | { kind: 'answered'; answer: TraceAnswer; query: TraceQuery }

/** What the fields find, once they are asked for. */
export function useTrace({ fields, asked }: AskedTrace): Traced {
  const link = useLink()
  const [answered, setAnswered] = useState<{ traced: Traced; query: TraceQuery } | null>(null)
  const [latest] = useState(() =>
    openLatestAnswer(
      (query: TraceQuery) => link.call('crossings.trace', query),
      (told, query) => setAnswered({ traced: told.kind === 'answered' ? { ...told, query } : told, query }),
      0,
    ),
  )
  const read = useMemo(() => ({ ...readTrace(fields), asked }), [fields, asked])
  useEffect(() => {
    if (read.asked > 0 && read.ok) latest.ask(read.query)
    return () => latest.close()
  }, [latest, read])

  if (asked === 0) return { kind: 'none' }
  if (!read.ok) return { kind: 'fault', fault: read.fault }
  return answered?.query === read.query ? answered.traced : { kind: 'asking' }
}
