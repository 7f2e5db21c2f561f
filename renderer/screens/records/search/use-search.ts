/** The search's effect: what the fields ask, asked while they are filled in. */
import { useEffect, useMemo, useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/contract.ts'
import type { SearchAnswer, SearchQuery } from '../../../../shared/contract/crossing-line-schemas.ts'
import type { AccessReason } from '../../../../shared/domain/officer/access-reason.ts'
import { useLink } from '../../../rpc/link-context.ts'
import { openLatestAnswer, type Answered } from '../latest-answer.ts'
import { readSearch, type DaysFault, type SearchFields } from './search-query.ts'

/** How long nobody must type before the program is asked. Milliseconds. */
const typingPause = 150

/** `reason-needed`: it is a search for people, and why has to be said first; of which question. */
export type Found =
  | { kind: 'asking' }
  | { kind: 'fault'; fault: DaysFault }
  | { kind: 'reason-needed'; query: SearchQuery }
  | Answered<SearchAnswer>

type Asked = Input<'crossings.search'>

function foundBy(told: Answered<Output<'crossings.search'>>, query: Asked): Found {
  if (told.kind === 'failed') return told
  const { answer } = told
  return answer.kind === 'found' ? { kind: 'answered', answer: answer.answer } : { kind: 'reason-needed', query }
}

/** What the fields find. The lines of the last question stay until those of the next are there, and are not `settled`. */
export function useSearch(fields: SearchFields, because: AccessReason | null): { found: Found; settled: boolean } {
  const link = useLink()
  const [answered, setAnswered] = useState<{ found: Found; query: Asked | null }>({
    found: { kind: 'asking' },
    query: null,
  })
  const [latest] = useState(() =>
    openLatestAnswer(
      (query: Asked) => link.call('crossings.search', query),
      (told, query) => setAnswered({ found: foundBy(told, query), query }),
      typingPause,
    ),
  )
  const read = useMemo(() => {
    const days = readSearch(fields)
    return days.ok ? { ok: true as const, query: { ...days.query, because } } : days
  }, [fields, because])
  useEffect(() => {
    if (read.ok) latest.ask(read.query)
    return () => latest.close()
  }, [latest, read])

  if (!read.ok) return { found: { kind: 'fault', fault: read.fault }, settled: true }
  return { found: answered.found, settled: answered.query === read.query }
}
