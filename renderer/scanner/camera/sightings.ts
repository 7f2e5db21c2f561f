/**
 * A code lies in front of the camera for seconds and is read in every frame: it counts once, until it has been out of
 * the picture for a while. A different code counts at once.
 */

/** Out of the picture for this long (milliseconds), a code counts as shown anew. */
const gone = 1_500

/** When each text was last in the picture. Times in milliseconds. */
export type Sightings = ReadonlyMap<string, number>

/** Takes note of the texts in a frame; `fresh` are those to be verified. */
export function sight(seen: Sightings, texts: readonly string[], at: number): { seen: Sightings; fresh: string[] } {
  const present = [...seen].filter(([, last]) => at - last < gone)
  const next = new Map(present)
  const fresh = texts.filter((text) => !next.has(text))
  for (const text of texts) next.set(text, at)
  return { seen: next, fresh }
}
