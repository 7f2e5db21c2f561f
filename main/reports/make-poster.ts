/** Posters on paper: the bytes of a PDF, as they come. */
import type { Posters } from './poster/poster.ts'

/** What sets letters is loaded for this alone, as for a report. @throws where a code's text does not fit one */
export async function* writePosters(posters: Posters): AsyncGenerator<Uint8Array> {
  const { drawPosters } = await import('./poster/poster.ts')
  yield* await drawPosters(posters)
}
