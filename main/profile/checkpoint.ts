/** `checkpoint.json`: who this checkpoint is. Somebody may have had it in an editor: what is wrong is told by name. */
import * as v from 'valibot'
import { modes, type Mode } from '../../shared/domain/mode.ts'
import { webProxySchema } from '../../shared/domain/web-proxy.ts'
import { parseJsonBytes } from '../files/index.ts'

const checkpointSchema = v.strictObject({
  /** Names this kiosk in the journal; never reused. */
  kiosk: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  lane: v.string(),
  /** Where it is. */
  province: v.exactOptional(v.string()),
  /** Minutes east of UTC of this place: the laptop's zone must be set so. Absent: the zone is not checked. */
  zoneMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-12 * 60), v.maxValue(14 * 60))),
  /** The proxy through which it reaches hub and authority. Absent: as the computer's environment says. */
  proxy: v.exactOptional(webProxySchema),
  /** What it is for, once and for all: the journal keeps to it, and so does what is believed. */
  mode: v.exactOptional(v.picklist(modes)),
  /** How earlier versions said it: true for practice. */
  demo: v.exactOptional(v.boolean()),
})

type Written = v.InferOutput<typeof checkpointSchema>

/** Who this checkpoint is. */
export type Checkpoint = Omit<Written, 'mode' | 'demo'> & { mode: Mode }

/** The members that there are. */
export type CheckpointMember = keyof Written

const isMember = (name: string): name is CheckpointMember => Object.hasOwn(checkpointSchema.entries, name)

/** What is wrong with the file. `why`: the JSON parser's own words, which quote the place. */
export type CheckpointFault =
  | { kind: 'missing' }
  | { kind: 'unreadable' }
  /** A folder, a link, a pipe or a device stands in its place. */
  | { kind: 'replaced' }
  | { kind: 'not-json'; why: string }
  | { kind: 'not-an-object' }
  | { kind: 'members'; members: MemberFault[] }

/** What is wrong with one member. `unknown`: there is none of this name; `both`: the mode is said in two ways. */
export type MemberFault =
  | { why: 'missing' | 'wrong'; member: CheckpointMember }
  | { why: 'unknown'; name: string }
  | { why: 'both' }

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
  const members = new Map<string, MemberFault>()
  for (const { path, expected } of read.issues ?? []) {
    const name = String(path?.[0]?.key)
    if (members.has(name)) continue
    const why = Object.hasOwn(value, name) ? 'wrong' : 'missing'
    members.set(name, expected !== 'never' && isMember(name) ? { why, member: name } : { why: 'unknown', name })
  }
  const [mode, demo] = [Object.hasOwn(value, 'mode'), Object.hasOwn(value, 'demo')]
  if (mode && demo) members.set('mode', { why: 'both' })
  if (!mode && !demo) members.set('mode', { why: 'missing', member: 'mode' })
  return read.success && members.size === 0
    ? checkpointOf(read.output)
    : { kind: 'members', members: [...members.values()] }
}

function checkpointOf({ demo, mode = demo === true ? 'practice' : 'real', ...who }: Written): Checkpoint {
  return { ...who, mode }
}
