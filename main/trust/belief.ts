/**
 * What is believed, as an entry of the journal keeps it: at the next opening it says what nothing older, and nobody else's,
 * may take the place of.
 */
import * as v from 'valibot'
import type { Generation } from './repository/index.ts'
import { hashOver, type TrustFiles } from './trust-files.ts'

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const version = v.pipe(v.number(), v.integer(), v.minValue(0))

const beliefSchema = v.variant('from', [
  v.object({ from: v.literal('folder'), store: digest }),
  v.object({
    from: v.literal('repository'),
    /** The root that the checkpoint was set up with, by its fingerprint. */
    anchor: digest,
    /** What of it is believed; null before the first update. */
    held: v.nullable(
      v.object({
        generation: v.string(),
        versions: v.object({ root: version, timestamp: version, snapshot: version, targets: version }),
        /** Of the newest root. */
        root: digest,
        /** One hash over all files. */
        store: digest,
      }),
    ),
  }),
])

/** What is believed: a plain folder by the hash over its files, or a repository by its root and the publication held. */
export type Belief = v.InferOutput<typeof beliefSchema>

/** Reads the payload of an entry `trust.believed`; null where there was none, or its content is none of ours. */
export function readBelief(payload: unknown): Belief | null {
  const read = v.safeParse(beliefSchema, payload)
  return read.success ? read.output : null
}

/** The belief in a plain folder. */
export function folderBelief(files: TrustFiles): Belief {
  return { from: 'folder', store: hashOver(files) }
}

/** The belief in a repository. @param anchor the fingerprint of the root that the checkpoint was set up with */
export function repositoryBelief(anchor: string, generation: Generation | null): Belief {
  const held = generation && {
    generation: generation.name,
    versions: generation.versions,
    root: generation.rootFingerprint,
    store: hashOver(generation.files),
  }
  return { from: 'repository', anchor, held }
}
