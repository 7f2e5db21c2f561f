/** What entries say: the content of each kind that tables are derived from, read back from its payload's text. */
import * as v from 'valibot'
import { entryKinds, isKind, type Kind } from '../../../shared/ledger/entry-kinds.ts'
import { payloadSchema, readPayload } from './payload.ts'

/** The kinds that tables are derived from. */
type ProjectedKind = { [K in Kind]: (typeof entryKinds)[K]['projection'] extends null ? never : K }[Kind]

const projectedSchema = v.variant('kind', [
  v.object({ kind: v.literal('scan.verified'), payload: entryKinds['scan.verified'].payload }),
  v.object({ kind: v.literal('crossing.recorded'), payload: entryKinds['crossing.recorded'].payload }),
  v.object({ kind: v.literal('crossing.amended'), payload: entryKinds['crossing.amended'].payload }),
  v.object({ kind: v.literal('crossing.voided'), payload: entryKinds['crossing.voided'].payload }),
  v.object({ kind: v.literal('crossing.noted'), payload: entryKinds['crossing.noted'].payload }),
  v.object({ kind: v.literal('journal.erased'), payload: entryKinds['journal.erased'].payload }),
])

/** An entry's content as far as tables are derived from it. */
export type Projected = v.InferOutput<typeof projectedSchema>

/** What is recorded and stands in no table. */
export type EventKind = Exclude<Kind, ProjectedKind>

/** What an entry is to say. Of an event nothing is derived. */
export type Content = Projected | { kind: EventKind; payload: object }

const isProjectedKind = (kind: string): boolean => isKind(kind) && entryKinds[kind].projection !== null

/** Whether tables are derived from what an entry is to say. */
export const isProjected = (content: Content): content is Projected => isProjectedKind(content.kind)

/**
 * Reads an entry's content back from its payload's text; null where nothing is derived from its kind. Whoever has the
 * profile's key can write an entry of any text behind the last one, so a text that is no content is told, and stops nobody.
 */
export function readContent(kind: string, payload: string): Projected | 'unreadable' | null {
  const said = readPayload(payloadSchema, payload)
  if (said === null) return 'unreadable'
  if (!isProjectedKind(kind)) return null
  const read = v.safeParse(projectedSchema, { kind, payload: said })
  return read.success ? read.output : 'unreadable'
}
