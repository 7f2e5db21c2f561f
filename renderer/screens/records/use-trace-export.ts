/** The export of a trace: one at a time, and what kept the last one from being saved. */
import { useCallback, useRef, useState } from 'react'
import type { TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../shared/domain/access-reason.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import { useLink } from '../../rpc/link-context.ts'
import { saveFile } from '../../ui/save-file.ts'
import { exportTrace, type ExportFault, type TraceForm } from './trace-export.ts'

interface TraceExporting {
  /** Null: it was saved, or not asked for yet. */
  fault: ExportFault | null
  /** One is being made. */
  making: boolean
  save: (query: TraceQuery, form: TraceForm) => Promise<void>
}

export function useTraceExport(mode: Mode, because: AccessReason | null): TraceExporting {
  const link = useLink()
  const [fault, setFault] = useState<ExportFault | null>(null)
  const [making, setMaking] = useState(false)
  const exporting = useRef(false)
  const save = useCallback(
    async (query: TraceQuery, form: TraceForm) => {
      // A second press while the disk is at work would be a second file, and a second entry.
      if (exporting.current) return
      exporting.current = true
      setMaking(true)
      setFault(await exportTrace(link, { query, because, mode, form, now: Date.now(), save: saveFile }))
      setMaking(false)
      exporting.current = false
    },
    [link, mode, because],
  )
  return { fault, making, save }
}
