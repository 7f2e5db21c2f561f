/** The export of a trace: one at a time, and what kept the last one from being saved. */
import { useCallback, useRef, useState } from 'react'
import type { TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import type { AccessReason } from '../../../shared/domain/access-reason.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import { useLink } from '../../rpc/link-context.ts'
import { saveFile } from '../../ui/save-file.ts'
import { exportTrace, type ExportFault } from './trace-export.ts'

interface TraceExporting {
  /** Null: it was saved, or not asked for yet. */
  fault: ExportFault | null
  save: (query: TraceQuery) => Promise<void>
}

export function useTraceExport(mode: Mode, because: AccessReason | null): TraceExporting {
  const link = useLink()
  const [fault, setFault] = useState<ExportFault | null>(null)
  const exporting = useRef(false)
  const save = useCallback(
    async (query: TraceQuery) => {
      // A second press while the disk is at work would be a second file, and a second entry.
      if (exporting.current) return
      exporting.current = true
      setFault(await exportTrace(link, { query, because, mode, now: Date.now(), save: saveFile }))
      exporting.current = false
    },
    [link, mode, because],
  )
  return { fault, save }
}
