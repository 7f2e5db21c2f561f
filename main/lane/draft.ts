/** The open crossing as text, for the journal to keep: it outlives a restart. */
import * as v from 'valibot'
import { mostEvidence, mostTravellers, longestDraft } from '../../shared/domain/limits.ts'
import { directions, travellerSchema, vehicleSchema, paperResultSchema } from '../../shared/domain/crossing/crossing.ts'
import { originZoneSchema, peopleSchema } from '../../shared/domain/crossing/crossing-edit.ts'
import { isEmpty, type Evidence, type OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import { fullness, type Fullness } from '../../shared/domain/crossing/room.ts'
import type { Certificate } from '../../shared/certificate/certificate.ts'
import type { Document } from '../../shared/document/document.ts'
import { findingSchema } from '../../shared/domain/finding/finding-schema.ts'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const common = { id: count, at: v.number() }
const scan = v.nullable(count)

/** Certificates and documents are our own decoders' work; only their being there is looked at again. */
const evidenceSchema = v.variant('kind', [
  v.object({
    ...common,
    kind: v.literal('certificate'),
    scan,
    certificateId: v.string(),
    digest: v.string(),
    certificate: v.custom<Certificate>(isObject),
    payload: v.unknown(),
    findings: v.array(findingSchema),
    validUntil: v.nullable(v.number()),
  }),
  v.object({ ...common, kind: v.literal('document'), scan, document: v.custom<Document>(isObject) }),
  v.object({ ...common, kind: v.literal('paper'), result: paperResultSchema, findings: v.array(findingSchema) }),
  v.object({
    ...common,
    kind: v.literal('stated'),
    name: v.string(),
    birthDate: v.nullable(v.string()),
    number: v.nullable(v.string()),
  }),
  v.object({
    ...common,
    kind: v.literal('earlier'),
    crossing: count,
    seenAt: v.number(),
    traveller: travellerSchema,
    holds: v.boolean(),
  }),
]) satisfies v.GenericSchema<unknown, Evidence>

const openCrossingSchema = v.object({
  direction: v.picklist(directions),
  laneDirection: v.exactOptional(v.picklist(directions)),
  vehicle: v.nullable(vehicleSchema),
  originZone: originZoneSchema,
  happenedAt: v.exactOptional(v.number()),
  people: v.nullable(peopleSchema),
  travellers: v.pipe(
    v.array(
      v.object({
        id: count,
        evidence: v.pipe(v.array(evidenceSchema), v.maxLength(mostEvidence)),
        confirmed: v.boolean(),
      }),
    ),
    v.maxLength(mostTravellers),
  ),
  current: v.nullable(count),
  awaitingNext: v.boolean(),
  nextId: count,
}) satisfies v.GenericSchema<unknown, OpenCrossing>

/** The text to keep; null where there is nothing to lose but the direction that the lane starts with. */
export function writeDraft(crossing: OpenCrossing): string | null {
  return isEmpty(crossing) && crossing.direction === 'in' ? null : JSON.stringify(crossing)
}

const lengths = new WeakMap<Evidence, number>()

function lengthOf(evidence: Evidence): number {
  const length = lengths.get(evidence) ?? JSON.stringify(evidence).length
  lengths.set(evidence, length)
  return length
}

/** What the crossing has no room for; null: it has. */
export function noRoom(crossing: OpenCrossing): Fullness | null {
  return fullness(crossing) ?? (isTooLong(crossing) ? 'crossing-full' : null)
}

/** Whether the crossing's text would be longer than is kept. Only what is new in it is written to find out. */
function isTooLong({ travellers }: OpenCrossing): boolean {
  const length = travellers.reduce((all, { evidence }) => evidence.reduce((sum, one) => sum + lengthOf(one), all), 0)
  return length > longestDraft
}

/** The open crossing from its text; null where the text holds none, or one that is beyond the bounds of limits.ts. */
export function readDraft(text: string): OpenCrossing | null {
  // What stands beside the evidence is short.
  if (text.length > 1.5 * longestDraft) return null
  try {
    const read = v.safeParse(openCrossingSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
