/** The export of a trace: one at a time, and what became of the last one. */
import { useCallback, useRef, useState } from 'react'
import type { TraceQuery } from '../../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../../shared/domain/officer/access-reason.ts'
import type { Mode } from '../../../../shared/domain/mode.ts'
import { useLink } from '../../../rpc/link-context.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { exportTrace, type TraceForm, type TraceGiven } from './trace-export.ts'

interface TraceExporting {
  /** What became of the export of this trace; null: it was not asked for yet. */
  givenOf: (query: TraceQuery) => TraceGiven | null
  /** One is being made. */
  making: boolean
  save: (query: TraceQuery, form: TraceForm) => Promise<void>
}

export function useTraceExport(mode: Mode, because: AccessReason | null): TraceExporting {
  const link = useLink()
  const [last, setLast] = useState<{ query: TraceQuery; given: TraceGiven } | null>(null)
  const [making, setMaking] = useState(false)
  const exporting = useRef(false)
  const save = useCallback(
    async (query: TraceQuery, form: TraceForm) => {
      // A second press while the disk is at work would be a second file, and a second entry.
      if (exporting.current) return
      exporting.current = true
      setMaking(true)
      const given = await exportTrace(link, { query, because, mode, form, now: Date.now(), save: saveFile })
      setLast({ query, given })
      setMaking(false)
      exporting.current = false
    },
    [link, mode, because],
  )
  // What is said of one trace is said of no other.
  const givenOf = (query: TraceQuery): TraceGiven | null => (last?.query === query ? last.given : null)
  return { givenOf, making, save }
}
