/** Prints the slip of a crossing: asked for, its code drawn, then the window's own print. Nothing stands in the lane's way. */
import { useState } from 'react'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { Slip } from '../../../shared/contract/slip-schema.ts'
import { useLink } from '../../rpc/link-context.ts'
import { usePrinting } from '../../ui/use-printing.ts'
import { drawnOrNull } from '../../ui/use-drawn-code.ts'

/** A slip that is to be printed, once for each press. */
interface Printed {
  slip: Slip
  code: QrMatrix | null
}

export interface SlipPrinting {
  /** What is on the paper; null: nothing has been asked for. */
  printed: Printed | null
  /** Why nothing was printed; null: it was, or nobody asked. */
  fault: 'failed' | 'none' | null
  print: () => void
}

/** @param seq the entry that recorded the crossing */
export function useSlip(seq: number): SlipPrinting {
  const link = useLink()
  const [state, setState] = useState<{ of: number; printed: Printed | null; fault: SlipPrinting['fault'] } | null>(null)
  const print = async (): Promise<void> => {
    try {
      const slip = await link.call('crossing.slip', { seq })
      // A slip without its code is still a slip: the number is on it.
      const printed = slip && { slip, code: await drawnOrNull(slip.code) }
      setState({ of: seq, printed, fault: printed ? null : 'none' })
    } catch {
      setState({ of: seq, printed: null, fault: 'failed' })
    }
  }
  usePrinting(state?.printed ?? null, () => setState(null))
  const isOf = state?.of === seq
  return {
    printed: isOf ? state.printed : null,
    fault: isOf ? state.fault : null,
    print: () => void print(),
  }
}
