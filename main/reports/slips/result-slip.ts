/** What a laboratory's slip is of, apart from what draws it. */
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'

export interface ResultSlip {
  /** Counts a laboratory's results, from 1. */
  serial: number
  name: string
  /** As they stand on paper. */
  birthDate: string
  sampledAt: string
  code: QrMatrix
}

export interface ResultSlips {
  /** Who issued them. */
  authority: string
  /** Epoch milliseconds. */
  madeAt: number
  slips: Iterable<ResultSlip>
}
