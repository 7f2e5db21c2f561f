/** A laboratory's slips on paper: the bytes of a PDF, as they come. */
import type { ResultSlips } from './slips/result-slip.ts'

/** What sets letters is loaded for this alone, as for a report. */
export async function* writeResultSlips(slips: ResultSlips): AsyncGenerator<Uint8Array> {
  const { drawResultSlips } = await import('./slips/result-slips.ts')
  yield* drawResultSlips(slips)
}
