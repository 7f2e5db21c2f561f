/** What is believed, looked at and brought up to date while the kiosk runs. */
import * as v from 'valibot'
import { artefacts, freshnesses } from '../domain/freshness.ts'
import { keepingTrust } from './role.ts'
import { count, instant } from './number-schemas.ts'

/** A sentence in both languages, made where the fault is known. */
export const sentencesSchema = v.strictObject({ vi: v.string(), en: v.string() })

/** A folder or an `https:` address, as a person types or chooses it. */
export const trustSourceSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4096))
/** A PEM file of a private server's authority; null: the authorities this computer knows. */
export const serverAuthoritySchema = v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4096)))

/** One list of what is believed: which version, how old, and what to do about it (null: nothing). */
export const trustListSchema = v.strictObject({
  artefact: v.picklist(artefacts),
  freshness: v.picklist(freshnesses),
  hours: count,
  entries: v.nullable(count),
  toDo: v.nullable(sentencesSchema),
})

/**
 * `from`: a folder of keys that is copied by hand, or a signed repository; `nothing` where nobody is believed yet, `lost` where
 * the root that was is gone. `root`: null but for a repository. `fingerprint`: of the root, hexadecimal in groups, to be
 * compared by voice.
 */
export const trustStateSchema = v.strictObject({
  from: v.picklist(['nothing', 'folder', 'repository', 'lost']),
  root: v.nullable(v.strictObject({ fingerprint: v.string(), version: count, expiresAt: instant })),
  publication: v.nullable(
    v.strictObject({ version: count, publishedAt: v.nullable(instant), expiresAt: v.nullable(instant) }),
  ),
  lists: v.array(trustListSchema),
  damage: v.array(sentencesSchema),
  /** What the last update here came from and how it ended; null: none since the kiosk started. */
  last: v.nullable(v.strictObject({ from: v.string(), at: instant, said: sentencesSchema, good: v.boolean() })),
})

/** Something of ours that was found on a stick, or a stick as a place to write to. */
export const foundPlaceSchema = v.strictObject({
  path: v.string(),
  name: v.string(),
  /**
   * A publication of keys, a set-up of another kiosk without its secrets, or the stick itself, whatever is on it; `unseen`: more
   * than was looked at, so that one of the first two may be on it as well; `beyond`: the first of those sticks that were not
   * looked at, since there are too many.
   */
  holds: v.picklist(['publication', 'set-up', 'stick', 'unseen', 'beyond']),
  said: sentencesSchema,
})

export const trustMethods = {
  'trust.read': { input: v.strictObject({}), output: trustStateSchema, roles: keepingTrust },
  /** Looks at every stick that is plugged in, and tells of each what is on it, or that it is empty. */
  'trust.sticks': { input: v.strictObject({}), output: v.array(foundPlaceSchema), roles: keepingTrust },
  /** Brings what is believed up to date. One at a time; scanning goes on meanwhile. Recorded. Answers when it has ended. */
  'trust.update': {
    input: v.strictObject({ from: trustSourceSchema, serverAuthority: serverAuthoritySchema }),
    output: v.strictObject({
      outcome: v.picklist(['updated', 'current', 'refused', 'stopped', 'busy']),
      said: sentencesSchema,
    }),
    roles: keepingTrust,
  },
  /**
   * Installs the authority's root (its file in base64) where nobody is believed yet. What it says is also what is to be
   * compared, and how. Recorded.
   */
  'trust.install': {
    input: v.strictObject({ root: v.pipe(v.string(), v.maxLength(96 * 1024), v.base64()) }),
    output: v.strictObject({ installed: v.boolean(), said: sentencesSchema }),
    roles: keepingTrust,
  },
  /** Stops the update that is running; nothing of it is believed. */
  'trust.stop': { input: v.strictObject({}), output: v.strictObject({ stopped: v.boolean() }), roles: keepingTrust },
} as const

export const trustEvents = {
  /**
   * An update reads a file. `bytes` so far; `total` where it is known. `whole`: of all files that this update fetches, which
   * of how many and how many bytes of how many; null as long as nothing signed says so.
   */
  'trust.progress': v.strictObject({
    path: v.string(),
    bytes: count,
    total: v.nullable(count),
    whole: v.nullable(v.strictObject({ file: count, files: count, bytes: count, total: count })),
  }),
  'trust.changed': trustStateSchema,
} as const

export type TrustState = v.InferOutput<typeof trustStateSchema>
export type TrustList = v.InferOutput<typeof trustListSchema>
export type FoundPlace = v.InferOutput<typeof foundPlaceSchema>
