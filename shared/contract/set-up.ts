/**
 * Setting a checkpoint up and looking after it. In a practice kiosk `setUp.begin` and `setUp.finish` make the real profile
 * in its own place; everything else is about the profile that is open.
 */
import * as v from 'valibot'
import { longestFingerprint } from '../domain/secret/fingerprint.ts'
import { isShort } from '../domain/secret/passphrase.ts'
import { modes } from '../domain/mode.ts'
import { webProxySchema } from '../domain/web-proxy.ts'
import { keepingTrust, lookingAfter } from './role.ts'
import { sentencesSchema, serverAuthoritySchema, trustSourceSchema } from './trust.ts'
import { instant } from './number-schemas.ts'

const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))

/** Who a checkpoint is, as a person says it. */
export const checkpointWordsSchema = v.strictObject({
  name: shortText,
  lane: shortText,
  province: v.pipe(v.string(), v.trim(), v.maxLength(80)),
  /** Minutes east of UTC. */
  zoneMinutes: v.pipe(v.number(), v.integer(), v.minValue(-12 * 60), v.maxValue(14 * 60)),
  /** The proxy through which it reaches hub and authority. Absent: as the computer's environment says. */
  proxy: v.exactOptional(webProxySchema),
})

/** A passphrase never goes back out. */
export const passphraseSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** One under which a secret is put from now on. Those of before may be shorter. */
const chosenPassphraseSchema = v.pipe(
  v.string(),
  v.maxLength(256),
  v.check((passphrase) => !isShort(passphrase), 'the passphrase is too short'),
)

/** How the secret is kept: as it is in a file that its owner alone may read, under a passphrase, or by the operating system. */
export const keptSchema = v.variant('kept', [
  v.strictObject({ kept: v.literal('open') }),
  v.strictObject({ kept: v.literal('passphrase'), passphrase: chosenPassphraseSchema }),
  v.strictObject({ kept: v.literal('system') }),
])

/** What went wrong, in a sentence that says what to do; null: nothing. */
const refusedSchema = v.strictObject({ ok: v.literal(false), said: sentencesSchema })

/** What a publication is, before anybody believes it. The fingerprint is compared with what the authority reads out. */
export const previewSchema = v.strictObject({
  ok: v.literal(true),
  fingerprint: v.string(),
  rootVersion: v.number(),
  expiresAt: instant,
  publishedAt: v.nullable(instant),
  keys: v.number(),
  said: sentencesSchema,
})

/** A place, and the fingerprint of the root there that was compared with the authority: another root is refused. */
const comparedPlaceSchema = v.strictObject({
  from: trustSourceSchema,
  serverAuthority: serverAuthoritySchema,
  fingerprint: v.pipe(v.string(), v.maxLength(longestFingerprint)),
})

export const setUpStateSchema = v.strictObject({
  profile: v.string(),
  mode: v.picklist(modes),
  checkpoint: checkpointWordsSchema,
  secret: v.strictObject({
    kept: v.picklist(['open', 'passphrase', 'system']),
    recovery: v.boolean(),
    system: v.boolean(),
  }),
  /** Where the real profile would be made from here; null in a real one, or where one is there already (`real` of `said` says). */
  place: v.nullable(v.string()),
  said: v.nullable(sentencesSchema),
})

/** One thing the doctor looked at. */
export const checkSchema = v.strictObject({
  what: v.picklist(['profile', 'secret', 'journal', 'disk', 'clock', 'zone', 'trust', 'camera', 'port', 'versions']),
  state: v.picklist(['good', 'look', 'bad']),
  /** What was seen, and where it is not good what to do. */
  said: sentencesSchema,
})

export const setUpMethods = {
  'setUp.read': { input: v.strictObject({}), output: setUpStateSchema, roles: lookingAfter },
  /**
   * Reads the root and what is published at a place, believing nothing.
   * `profile`: who is to believe it, the open one or the real one that is being made.
   */
  'setUp.preview': {
    input: v.strictObject({
      from: trustSourceSchema,
      serverAuthority: serverAuthoritySchema,
      profile: v.picklist(['open', 'new']),
      /** Of the one that is being made; the open one has its own. */
      proxy: v.exactOptional(webProxySchema),
    }),
    output: v.variant('ok', [previewSchema, refusedSchema]),
    roles: lookingAfter,
  },
  /**
   * Makes everything of the real profile but its last file. The recovery code is shown this once. Begun again, it starts
   * over.
   */
  'setUp.begin': {
    input: v.strictObject({
      checkpoint: checkpointWordsSchema,
      trust: v.nullable(comparedPlaceSchema),
      secret: keptSchema,
    }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), recoveryCode: v.string() }), refusedSchema]),
    roles: lookingAfter,
  },
  /** The recovery code typed back: the profile is there from here on. `place`: where; it is opened at the next start. */
  'setUp.finish': {
    input: v.strictObject({ recoveryCode: v.pipe(v.string(), v.maxLength(100)) }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), place: v.string() }), refusedSchema]),
    roles: lookingAfter,
  },
  /**
   * Takes the root of a place for the open profile, where nobody is believed yet. Recorded. What it vouches for is fetched by
   * `trust.update`.
   */
  'setUp.believe': {
    input: comparedPlaceSchema,
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true) }), refusedSchema]),
    roles: lookingAfter,
  },
  /** Changes who this checkpoint is; shown at once, printed from the next start where it must. Recorded. */
  'setUp.change': { input: checkpointWordsSchema, output: setUpStateSchema, roles: lookingAfter },
  /** Keeps the secret in another way. `passphrase`: the present one, where it is under one. Recorded. */
  'setUp.keep': {
    input: v.strictObject({ passphrase: v.nullable(passphraseSchema), secret: keptSchema }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), state: setUpStateSchema }), refusedSchema]),
    roles: lookingAfter,
  },
  /** A new recovery code; the one before no longer opens anything. Recorded. */
  'setUp.recovery': {
    input: v.strictObject({ passphrase: v.nullable(passphraseSchema) }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), recoveryCode: v.string() }), refusedSchema]),
    roles: lookingAfter,
  },
  /** A new command card: those of before command nothing from here on. Answers with its number. Recorded. */
  'setUp.renewCard': {
    input: v.strictObject({}),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), card: v.number() }), refusedSchema]),
    roles: keepingTrust,
  },
  /** Writes the set-up, without any secret, to a new file in a folder (a stick). */
  'setUp.export': {
    input: v.strictObject({ folder: trustSourceSchema }),
    output: v.variant('ok', [v.strictObject({ ok: v.literal(true), file: v.string() }), refusedSchema]),
    roles: lookingAfter,
  },
  /** Reads such a file, to fill the set-up of this laptop in. `serverAuthority`: the file that has the address's own. */
  'setUp.import': {
    input: v.strictObject({ file: trustSourceSchema }),
    output: v.variant('ok', [
      v.strictObject({
        ok: v.literal(true),
        checkpoint: checkpointWordsSchema,
        trustFrom: v.nullable(v.string()),
        serverAuthority: v.nullable(v.string()),
      }),
      refusedSchema,
    ]),
    roles: lookingAfter,
  },
  /** Looks at everything that a checkpoint stands on. What the page alone can see (the camera) is added there. */
  'setUp.doctor': { input: v.strictObject({}), output: v.array(checkSchema), roles: lookingAfter },
} as const

export type CheckpointWords = v.InferOutput<typeof checkpointWordsSchema>
export type Kept = v.InferOutput<typeof keptSchema>
export type SetUpState = v.InferOutput<typeof setUpStateSchema>
export type Preview = v.InferOutput<typeof previewSchema>
export type Check = v.InferOutput<typeof checkSchema>
