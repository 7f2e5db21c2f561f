/** The kiosk itself: what the screen needs to draw itself, its settings, and what its conclusions rest on. */
import * as v from 'valibot'
import { anybody, supervising } from './role.ts'
import { kioskSchema, settingsChangeSchema, settingsSchema, standingSchema } from './schemas.ts'

export const kioskMethods = {
  /** Everything the screen needs to draw itself the first time. */
  'kiosk.read': { input: v.strictObject({}), output: kioskSchema, roles: anybody },
  /** A person says that the clock is right; what contradicted it so far no longer counts. Recorded. */
  'clock.confirm': { input: v.strictObject({}), output: standingSchema, roles: supervising },
  /** Changes some settings; answers with all of them. */
  'settings.write': { input: settingsChangeSchema, output: settingsSchema, roles: anybody },
} as const

export const kioskEvents = {
  /** What is believed has changed or grown older, or the clock is in doubt or no longer. */
  'standing.changed': standingSchema,
} as const
