/** The lane: scans, the open crossing, and the decision. */
import * as v from 'valibot'
import { crossingEditSchema } from '../domain/crossing/crossing-edit.ts'
import { longestField } from '../domain/crossing/crossing.ts'
import {
  abandonedSchema,
  decidedSchema,
  decisionInputSchema,
  openCrossingSchema,
  plateSuggestionSchema,
  undoneSchema,
} from './crossing-schemas.ts'
import { anybody, atTheLane } from './role.ts'
import { commandAnswerSchema, daySchema, longestText, scanAnswerSchema, scanSourceSchema } from './schemas.ts'

export const laneMethods = {
  /**
   * Verifies one scanned text, records it, and puts it to the open crossing; answers once it is on disk. A command code
   * is recorded only where it is not obeyed. `obeyed`: the lane is shown, and may do what a command says.
   */
  'scan.verify': {
    input: v.strictObject({
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
      source: scanSourceSchema,
      obeyed: v.boolean(),
    }),
    output: v.variant('kind', [scanAnswerSchema, commandAnswerSchema]),
    // A result that is scanned is always verified, whoever is signed in.
    roles: anybody,
  },
  /** Changes the open crossing by hand; answers with it. */
  'crossing.edit': { input: crossingEditSchema, output: openCrossingSchema, roles: atTheLane },
  /** Records the open crossing with the officer's decision, and begins an empty one; answers once it is on disk. */
  'crossing.decide': { input: decisionInputSchema, output: decidedSchema, roles: atTheLane },
  /**
   * Gives the open crossing up without a decision, as an entry of who was in it, and begins an empty one. It is given up
   * where the disk takes no entry, too, lest the next vehicle join it: then it is for the paper book.
   */
  'crossing.abandon': { input: v.strictObject({}), output: abandonedSchema, roles: atTheLane },
  /** Takes back the decision of a few seconds ago: the crossing is open again. */
  'crossing.undo': { input: v.strictObject({}), output: undoneSchema, roles: atTheLane },
  /** Plates of today that a few typed characters may mean, the latest first; at most eight. */
  'plates.suggest': {
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(longestField)) }),
    output: v.array(plateSuggestionSchema),
    roles: atTheLane,
  },
} as const

export const laneEvents = {
  /** The day's counts or its last scans have changed. */
  'day.changed': daySchema,
  /** The open crossing has changed, or the last one can no longer be undone. */
  'crossing.changed': openCrossingSchema,
} as const
