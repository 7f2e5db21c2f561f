/** What can be changed by hand in the open crossing, as the screen asks for it. */
import * as v from 'valibot'
import { readDate } from '../time/calendar-date.ts'
import { longestField, mostPeopleCounted } from '../limits.ts'
import { directions, fieldSchema, instantSchema, paperResultSchema, vehicleKinds } from './crossing.ts'

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
/** Whole, or without day and month; nothing of it masked. */
const birthDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  v.check((text) => readDate(text) !== null, 'no date that exists'),
)

/** How many people there are, as the field takes it: whether a crossing has room for so many is said in a sentence. */
export const peopleSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPeopleCounted))

/** Risk level of a zone, 1 (green) to 4 (red); null: unknown. */
export const originZoneSchema = v.nullable(v.picklist([1, 2, 3, 4]))

export const crossingEditSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('direction'), direction: v.picklist(directions) }),
  v.strictObject({ kind: v.literal('on-foot'), onFoot: v.boolean() }),
  /** Some fields of the vehicle; plates are brought to their usual form. */
  v.strictObject({
    kind: v.literal('vehicle'),
    fields: v.strictObject({
      plate: v.exactOptional(fieldSchema),
      trailerPlate: v.exactOptional(fieldSchema),
      kind: v.exactOptional(v.nullable(v.picklist(vehicleKinds))),
      carrier: v.exactOptional(fieldSchema),
      from: v.exactOptional(fieldSchema),
      to: v.exactOptional(fieldSchema),
    }),
  }),
  v.strictObject({ kind: v.literal('origin-zone'), zone: originZoneSchema }),
  /** When it happened, where it is entered later, from paper; null: now. What lies ahead is not taken. */
  v.strictObject({ kind: v.literal('happened-at'), at: v.nullable(instantSchema) }),
  v.strictObject({ kind: v.literal('people'), people: v.nullable(peopleSchema) }),
  /** The next scan begins a new traveller. */
  v.strictObject({ kind: v.literal('next') }),
  /** A person typed in; null: a new traveller. */
  v.strictObject({
    kind: v.literal('state'),
    traveller: v.nullable(id),
    name: v.pipe(v.string(), v.maxLength(longestField), v.trim(), v.minLength(1)),
    birthDate: v.nullable(birthDate),
    number: fieldSchema,
  }),
  v.strictObject({ kind: v.literal('paper'), traveller: id, result: paperResultSchema }),
  /** One thing shown becomes a traveller of its own. */
  v.strictObject({ kind: v.literal('part'), evidence: id }),
  /** Two are one person, says the officer. */
  v.strictObject({ kind: v.literal('join'), traveller: id, into: id }),
  v.strictObject({ kind: v.literal('confirm'), traveller: id }),
  v.strictObject({ kind: v.literal('driver'), traveller: id }),
  v.strictObject({ kind: v.literal('remove'), traveller: id }),
  v.strictObject({ kind: v.literal('select'), traveller: id }),
  /** The vehicle and the people of an earlier crossing of today, the other way. */
  v.strictObject({ kind: v.literal('return'), of: id }),
])
export type CrossingEdit = v.InferOutput<typeof crossingEditSchema>
