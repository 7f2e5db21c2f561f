/** A row of a JSON Lines export, read back: what the columns wrote, by their keys. */
import * as v from 'valibot'
import { formats, statementKinds } from '../../../shared/certificate/certificate.ts'
import { documentKinds } from '../../../shared/document/document.ts'
import {
  decisions,
  directions,
  identityStandings,
  reasonCodes,
  vehicleKinds,
} from '../../../shared/domain/crossing/crossing.ts'
import { findingCodeSchema } from '../../../shared/domain/finding/finding-schema.ts'
import { outcomes } from '../../../shared/domain/finding/verdict.ts'

const text = v.nullable(v.pipe(v.string(), v.maxLength(32_767)))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** RFC 3339 §5.6, always at +07:00; in epoch milliseconds. */
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/),
  v.transform((written) => Date.parse(written)),
  v.finite(),
)

export const rowSchema = v.strictObject({
  crossing: v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/), v.transform(Number), v.safeInteger()),
  post: text,
  lane: text,
  at: time,
  enteredAt: v.nullable(time),
  direction: v.picklist(directions),
  vehicle: v.nullable(v.picklist([...vehicleKinds, 'on-foot'])),
  plate: text,
  trailerPlate: text,
  carrier: text,
  from: text,
  to: text,
  outcome: v.picklist(outcomes),
  decision: v.picklist(decisions),
  decisionReason: v.nullable(v.picklist(reasonCodes)),
  decisionNote: text,
  above: v.nullable(v.picklist(['permission', 'emergency'])),
  officer: text,
  state: v.picklist(['recorded', 'amended']),
  order: v.nullable(v.pipe(count, v.minValue(1))),
  name: text,
  birthDate: text,
  numbers: text,
  document: v.nullable(v.picklist(documentKinds)),
  travellerOutcome: v.nullable(v.picklist(outcomes)),
  travellerReason: v.nullable(findingCodeSchema),
  identity: v.nullable(v.picklist(identityStandings)),
  certificateFormat: v.nullable(v.picklist(formats)),
  certificateKind: v.nullable(v.picklist(statementKinds)),
  certificate: text,
  validUntil: v.nullable(time),
  paperMethod: v.nullable(v.picklist(['naat', 'rapid-antigen', 'unknown'])),
  paperResult: v.nullable(v.picklist(['negative', 'positive', 'unknown'])),
  paperSampledAt: v.nullable(time),
  paperLaboratory: text,
  paperNumber: text,
  countedPeople: v.nullable(count),
  crossings: v.picklist([0, 1]),
  people: v.picklist([0, 1]),
  kiosk: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  epoch: v.pipe(v.string(), v.maxLength(64)),
  marking: v.exactOptional(v.nullable(v.string())),
})
export type Row = v.InferOutput<typeof rowSchema>
