/** The journal itself, for a command that reads it beside the kiosk. */
import * as v from 'valibot'
import { diskFailureSchema } from './crossing-schemas.ts'
import { readersOfAll } from '../ledger/entry-kinds.ts'
import { takingCopies } from './role.ts'

/** Whether something is in the journal. */
const enteredSchema = v.variant('recorded', [
  v.strictObject({ recorded: v.literal(true), seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  v.strictObject({ recorded: v.literal(false), code: diskFailureSchema }),
])

export const journalMethods = {
  /** Says that so many entries are about to be read out beside the kiosk: an entry, before anything is. */
  'journal.export': {
    input: v.strictObject({ entries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
    output: enteredSchema,
    roles: readersOfAll,
  },
  /** Says that the whole journal is about to leave in a backup: an entry, before it does. */
  'journal.backUp': { input: v.strictObject({}), output: enteredSchema, roles: takingCopies },
} as const
