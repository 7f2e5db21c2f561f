/** What the form of a time offers: the shifts that were closed last, whom an officer's name may mean, and the lanes. */
import { useEffect, useState } from 'react'
import type { KnownOfficer } from '../../../shared/domain/report/officer-named.ts'
import type { ShiftSpan } from '../../../shared/domain/shift/shift-span.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'

interface Offered {
  /** Newest first. */
  shifts: readonly ShiftSpan[]
  officers: readonly KnownOfficer[]
  /** Newest first. */
  lanes: readonly string[]
}

/**
 * Officers are asked for at once, since the figures name them; the rest once the form is.
 * @param wanted the form is shown; what it offers stays as it was when it is left
 */
export function useOffered(wanted: boolean): Offered {
  const link = useLink()
  const [offered, setOffered] = useState<Offered>({ shifts: [], officers: [], lanes: [] })
  useEffect(() => {
    let heard = true
    const ask = async (): Promise<void> => {
      const [officers, shifts, lanes] = await Promise.all([
        answerOf(link.call('reports.officers', {})),
        wanted ? answerOf(link.call('reports.shifts', {})) : null,
        wanted ? answerOf(link.call('reports.lanes', {})) : null,
      ])
      if (heard)
        setOffered((before) => ({
          shifts: shifts ?? before.shifts,
          officers: officers ?? before.officers,
          lanes: lanes ?? before.lanes,
        }))
    }
    void ask()
    return () => {
      heard = false
    }
  }, [link, wanted])
  return offered
}
