/**
 * Schemas of what crosses between the renderer and the program behind it. The inferred types are the contract.
 */
import * as v from 'valibot'
import { sessionSchema } from './officers.ts'
import { locales } from '../language/locale.ts'
import { artefacts, freshnesses } from '../domain/freshness.ts'
import type { Command } from '../domain/command-code.ts'
import { decisions } from '../domain/crossing/crossing.ts'
import { findingSchema } from '../domain/finding/finding-schema.ts'
import { modes } from '../domain/mode.ts'
import { outcomes } from '../domain/finding/verdict.ts'
import { dayCrossingsSchema } from './crossing-line-schemas.ts'
import { openCrossingSchema } from './crossing-schemas.ts'
import type { Document } from '../document/document.ts'
import { formats, type Certificate } from '../certificate/certificate.ts'
import { count, instant } from './number-schemas.ts'

/** The longest text taken as one scan. A version-40 QR code holds 4,296 characters. */
export const longestText = 16_384

/** The certificate is built by our own decoder; across the wire only its being an object is checked again. */
const certificate = v.custom<Certificate>((value) => typeof value === 'object' && value !== null)

const identityDocument = v.custom<Document>((value) => typeof value === 'object' && value !== null)

export const verdictSchema = v.strictObject({
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  findings: v.array(findingSchema),
  format: v.nullable(v.picklist(formats)),
  text: v.string(),
  certificate: v.nullable(certificate),
  digest: v.nullable(v.string()),
  document: v.nullable(identityDocument),
  validUntil: v.nullable(instant),
  payload: v.unknown(),
})

export const scanSources = ['camera', 'scanner', 'image'] as const
export const scanSourceSchema = v.picklist(scanSources)

/** Whether a scan is on disk. `code` says why not; the verdict stands either way. */
export const recordSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), seq: count, at: instant }),
  v.strictObject({ recorded: v.literal(false), code: v.picklist(['disk-full', 'read-only', 'failed']) }),
])

/**
 * Where a scan went in the open crossing. `new`: it began a traveller; `same`: it is of one who is there already;
 * `look`: it was put to one, and the officer is asked whether that is the same person (the edits `confirm` and `part` are
 * the answers); `again`: that very code was there already; `apart`: it names another person than the one at the desk, or
 * may name several of those there. Null: it names nobody.
 */
export const placedSchema = v.nullable(
  v.strictObject({ traveller: count, how: v.picklist(['new', 'same', 'look', 'again', 'apart']) }),
)

/** `verdict`: with what the traveller showed before, and with what is known of earlier crossings. */
export const scanAnswerSchema = v.strictObject({
  kind: v.literal('verdict'),
  verdict: verdictSchema,
  record: recordSchema,
  placed: placedSchema,
})

/** A command code of this very kiosk, which asks for nothing that would need a reason: the lane may do it. */
export const commandAnswerSchema = v.strictObject({
  kind: v.literal('command'),
  command: v.variant('kind', [
    v.strictObject({ kind: v.literal('decide'), decision: v.picklist(decisions) }),
    v.strictObject({ kind: v.literal('next') }),
    v.strictObject({ kind: v.literal('undo') }),
    v.strictObject({ kind: v.literal('turn') }),
  ]) satisfies v.GenericSchema<unknown, Command>,
})

/** One line of the list of recent scans. */
export const scanLineSchema = v.strictObject({
  seq: count,
  at: instant,
  source: scanSourceSchema,
  outcome: v.picklist(outcomes),
  reason: findingSchema,
  holder: v.nullable(v.string()),
})

/** The day so far, in Viet Nam's calendar: how many scans of each outcome, the last ten of them, newest first, the crossings, and who is waited for. */
export const daySchema = v.strictObject({
  date: v.string(),
  total: count,
  byOutcome: v.strictObject({ accepted: count, check: count, rejected: count, unreadable: count }),
  last: v.array(scanLineSchema),
  crossings: dayCrossingsSchema,
  /** People who were referred in the last days and are waited for. */
  openReferrals: count,
})

const settings = {
  language: v.picklist(locales),
  theme: v.picklist(['auto', 'day', 'night']),
  /** `deviceId` of the chosen camera; null: the first one. */
  camera: v.nullable(v.pipe(v.string(), v.maxLength(256))),
  /** What the keyboard scanner is set to put before each scan; empty where it puts nothing. */
  scannerPrefix: v.pipe(v.string(), v.maxLength(16)),
}

export const settingsSchema = v.strictObject(settings)

export const settingsChangeSchema = v.strictObject({
  language: v.exactOptional(settings.language),
  theme: v.exactOptional(settings.theme),
  camera: v.exactOptional(settings.camera),
  scannerPrefix: v.exactOptional(settings.scannerPrefix),
})

/** What the kiosk's conclusions rest on: how fresh what it believes is, and whether its clock is plausible. */
export const standingSchema = v.strictObject({
  trust: v.strictObject({
    keys: count,
    /** Of each dated artefact; none where nothing has a date. */
    ages: v.array(
      v.strictObject({ artefact: v.picklist(artefacts), freshness: v.picklist(freshnesses), hours: count }),
    ),
    /** Something of it did not hold when it was opened, and is not believed. */
    damaged: v.boolean(),
  }),
  clock: v.strictObject({
    doubt: v.nullable(v.picklist(['behind', 'far-ahead', 'other-zone'])),
    knownAt: v.nullable(instant),
  }),
  /**
   * There where the journal was found not to agree with itself, or with what vouches for it, since the kiosk started; or where
   * it was carried here as it is from another computer or user.
   */
  journal: v.exactOptional(v.picklist(['doubted', 'moved'])),
  /** There where people are kept for longer than they should be: since how many days the oldest, and what the policy says. */
  overdue: v.exactOptional(v.strictObject({ kept: count, policy: v.nullable(count) })),
})

export const kioskSchema = v.strictObject({
  version: v.string(),
  checkpoint: v.strictObject({ name: v.string(), lane: v.string() }),
  /** A practice checkpoint says so on every screen and print. */
  mode: v.picklist(modes),
  /** Whose session it is. */
  session: sessionSchema,
  standing: standingSchema,
  settings: settingsSchema,
  day: daySchema,
  crossing: openCrossingSchema,
})

export type ScanSource = v.InferOutput<typeof scanSourceSchema>
export type ScanRecord = v.InferOutput<typeof recordSchema>
export type Placed = v.InferOutput<typeof placedSchema>
export type ScanAnswer = v.InferOutput<typeof scanAnswerSchema>
export type CommandAnswer = v.InferOutput<typeof commandAnswerSchema>
export type ScanLine = v.InferOutput<typeof scanLineSchema>
export type Day = v.InferOutput<typeof daySchema>
export type Settings = v.InferOutput<typeof settingsSchema>
export type Standing = v.InferOutput<typeof standingSchema>
export type Kiosk = v.InferOutput<typeof kioskSchema>
