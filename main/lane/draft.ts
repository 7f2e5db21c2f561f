/** The open crossing as text, for the journal to keep: it outlives a restart. */
import * as v from 'valibot'
import { directions, travellerSchema, vehicleSchema, paperResultSchema } from '../../shared/domain/crossing/crossing.ts'
import { originZoneSchema } from '../../shared/domain/crossing/crossing-edit.ts'
import { isEmpty, type Evidence, type OpenCrossing } from '../../shared/domain/crossing/open-crossing.ts'
import type { Certificate } from '../../shared/certificate/certificate.ts'
import type { Document } from '../../shared/document/document.ts'
import { findingSchema } from '../../shared/domain/finding-schema.ts'

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
  vehicle: v.nullable(vehicleSchema),
  originZone: originZoneSchema,
  people: v.nullable(count),
  travellers: v.array(v.object({ id: count, evidence: v.array(evidenceSchema), confirmed: v.boolean() })),
  current: v.nullable(count),
  awaitingNext: v.boolean(),
  nextId: count,
}) satisfies v.GenericSchema<unknown, OpenCrossing>

/** The text to keep; null where there is nothing to lose but the direction that the lane starts with. */
export function writeDraft(crossing: OpenCrossing): string | null {
  return isEmpty(crossing) && crossing.direction === 'in' ? null : JSON.stringify(crossing)
}

/** The open crossing from its text; null where the text holds none. */
export function readDraft(text: string): OpenCrossing | null {
  try {
    const read = v.safeParse(openCrossingSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
