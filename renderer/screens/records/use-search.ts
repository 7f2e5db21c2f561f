/** The search's effect: what the fields ask, asked while they are filled in. */
import { useEffect, useMemo, useState } from 'react'
import type { SearchAnswer, SearchQuery } from '../../../shared/contract/crossing-schemas.ts'
import { useLink } from '../../rpc/link-context.ts'
import { openLatestAnswer, type Answered } from './latest-answer.ts'
import { readSearch, type DaysFault, type SearchFields } from './search-query.ts'

/** How long nobody must type before the program is asked. Milliseconds. */
const typingPause = 150

export type Found = { kind: 'asking' } | { kind: 'fault'; fault: DaysFault } | Answered<SearchAnswer>

/** What the fields find. The lines of the last question stay until those of the next are there, and are not `settled`. */
export function useSearch(fields: SearchFields): { found: Found; settled: boolean } {
  const link = useLink()
  const [answered, setAnswered] = useState<{ found: Found; query: SearchQuery | null }>({
    found: { kind: 'asking' },
    query: null,
  })
  const [latest] = useState(() =>
    openLatestAnswer(
      (query: SearchQuery) => link.call('crossings.search', query),
      (found, query) => setAnswered({ found, query }),
      typingPause,
    ),
  )
  const read = useMemo(() => readSearch(fields), [fields])
  useEffect(() => {
    if (read.ok) latest.ask(read.query)
    return () => latest.close()
  }, [latest, read])

  if (!read.ok) return { found: { kind: 'fault', fault: read.fault }, settled: true }
  return { found: answered.found, settled: answered.query === read.query }
}
