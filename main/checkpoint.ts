/** `checkpoint.json`: who this checkpoint is. People write it by hand, so what is wrong with it is told by name. */
import * as v from 'valibot'
import { parseJsonBytes } from './files/index.ts'

const checkpointSchema = v.strictObject({
  /** Names this kiosk in the journal; never reused. */
  kiosk: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  lane: v.string(),
  /** Minutes east of UTC of this place: the laptop's zone must be set so. Absent: the zone is not checked. */
  zoneMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-12 * 60), v.maxValue(14 * 60))),
  /** True for the checkpoint that `npm start` makes: it believes demo keys and says so on screen. */
  demo: v.boolean(),
})

export type Checkpoint = v.InferOutput<typeof checkpointSchema>

/** The members that there are. */
export type CheckpointMember = keyof Checkpoint

const isMember = (name: string): name is CheckpointMember => Object.hasOwn(checkpointSchema.entries, name)

/** What is wrong with the file. `why`: the JSON parser's own words, which quote the place. */
export type CheckpointFault =
  | { kind: 'missing' }
  | { kind: 'unreadable' }
  | { kind: 'not-json'; why: string }
  | { kind: 'not-an-object' }
  | { kind: 'members'; members: MemberFault[] }

/** What is wrong with one member. `unknown`: there is none of this name. */
export type MemberFault = { why: 'missing' | 'wrong'; member: CheckpointMember } | { why: 'unknown'; name: string }

/** Reads the file's bytes, with or without a byte order mark, in UTF-8 or in the UTF-16 that Notepad calls Unicode. */
export function parseCheckpoint(bytes: Uint8Array): Checkpoint | CheckpointFault {
  let value: unknown
  try {
    value = parseJsonBytes(bytes)
  } catch (error) {
    return { kind: 'not-json', why: error instanceof Error ? error.message : '' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'not-an-object' }
  const read = v.safeParse(checkpointSchema, value)
  if (read.success) return read.output
  const members = new Map<string, MemberFault>()
  for (const { path, expected } of read.issues) {
    const name = String(path?.[0]?.key)
    if (members.has(name)) continue
    const why = Object.hasOwn(value, name) ? 'wrong' : 'missing'
    members.set(name, expected !== 'never' && isMember(name) ? { why, member: name } : { why: 'unknown', name })
  }
  return { kind: 'members', members: [...members.values()] }
}
