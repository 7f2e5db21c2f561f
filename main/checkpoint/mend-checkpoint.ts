/** A `checkpoint.json` that is broken or gone, made anew from what is left of it, from the journal, and from what is said. */
import * as v from 'valibot'
import { checkpointWordsSchema, type CheckpointWords } from '../../shared/contract/set-up.ts'
import { modes, type Mode } from '../../shared/domain/mode.ts'
import { webProxySchema } from '../../shared/domain/web-proxy.ts'
import { parseJsonBytes, readForeignFileIfThere, replaceOwnFile } from '../files/index.ts'
import { holdsSealedJournal, readEntries, readMode } from '../journal/index.ts'
import type { Secrets } from '../ports.ts'
import { type Checkpoint, profilePaths } from '../profile/index.ts'
import { orRefused, refuse, type Outcome } from './said.ts'
import { checkpointText, withWords } from './write-checkpoint.ts'

const sentences = {
  name: {
    vi: 'Không đọc lại được tên chốt hoặc làn từ {file}. Chạy lại với --name và --lane.',
    en: 'The checkpoint’s name or lane cannot be read from {file} any more. Run this again with --name and --lane.',
  },
  mode: {
    vi: 'Không rõ hồ sơ này của chốt thật hay để tập huấn: chưa có nhật ký, và {file} không nói. Chạy lại với --mode real hoặc --mode practice.',
    en: 'Whether this profile is for real or for practice is not known: there is no journal yet, and {file} does not say. Run this again with --mode real or --mode practice.',
  },
  otherMode: {
    vi: 'Nhật ký ở đây là {mode, select, practice {để tập huấn} other {của chốt thật}}; chế độ của một hồ sơ không bao giờ đổi. Chạy lại không có --mode.',
    en: 'The journal here is {mode, select, practice {for practice} other {of a real checkpoint}}, and a profile’s mode never changes. Run this again without --mode.',
  },
} as const

/** Bytes; what is written is under one kilobyte. */
const largest = 64 * 1024

/** What a person says of the checkpoint. */
export type Mending = Partial<CheckpointWords> & { mode?: Mode }

const leftSchema = v.object({
  kiosk: v.fallback(v.nullable(v.pipe(v.string(), v.minLength(1))), null),
  name: v.fallback(v.nullable(checkpointWordsSchema.entries.name), null),
  lane: v.fallback(
    v.nullable(v.union([checkpointWordsSchema.entries.lane, v.pipe(v.number(), v.transform(String))])),
    null,
  ),
  province: v.fallback(v.nullable(checkpointWordsSchema.entries.province), null),
  zoneMinutes: v.fallback(v.nullable(checkpointWordsSchema.entries.zoneMinutes), null),
  proxy: v.fallback(v.nullable(webProxySchema), null),
  mode: v.fallback(v.nullable(v.picklist(modes)), null),
  demo: v.fallback(v.nullable(v.boolean()), null),
})

/** What of the file can still be read. */
function leftOf(file: string): v.InferOutput<typeof leftSchema> {
  const nothing = {
    kiosk: null,
    name: null,
    lane: null,
    province: null,
    zoneMinutes: null,
    proxy: null,
    mode: null,
    demo: null,
  }
  try {
    const found = readForeignFileIfThere(file, largest)
    const value: unknown = found ? parseJsonBytes(found.bytes) : {}
    const object = typeof value === 'object' && value !== null ? value : {}
    return v.parse(leftSchema, { ...nothing, ...object })
  } catch {
    return nothing
  }
}

/** Whose the journal is, by its entries, and what it was begun for. */
async function journalSays(profile: string, secrets: Secrets): Promise<{ kiosk: string | null; mode: Mode | null }> {
  const folder = profilePaths(profile).journal
  if (!holdsSealedJournal(folder)) return { kiosk: null, mode: null }
  const key = await secrets.journalKey()
  const [last] = readEntries(folder, key, 1)
  return { kiosk: last?.entry.kiosk ?? null, mode: readMode(folder, key) }
}

/**
 * Writes it anew. The journal's word on the kiosk and the mode goes before the file's.
 * @param newKiosk a name for a kiosk that has none any more
 */
export function mendCheckpoint(
  profile: string,
  said: Mending,
  secrets: Secrets,
  newKiosk: string,
): Promise<Outcome<{ checkpoint: Checkpoint }>> {
  return orRefused(profile, async () => {
    const file = profilePaths(profile).checkpoint
    const left = leftOf(file)
    const journal = await journalSays(profile, secrets)
    if (said.mode !== undefined && journal.mode !== null && said.mode !== journal.mode)
      return refuse(sentences.otherMode, { mode: journal.mode })
    const told = left.mode ?? (left.demo === null ? null : left.demo ? 'practice' : 'real')
    const mode = journal.mode ?? said.mode ?? told
    const [name, lane] = [said.name ?? left.name, said.lane ?? left.lane]
    if (name === null || lane === null) return refuse(sentences.name, { file })
    if (mode === null) return refuse(sentences.mode, { file })
    const proxy = said.proxy ?? left.proxy
    const words: CheckpointWords = {
      name,
      lane,
      province: said.province ?? left.province ?? '',
      zoneMinutes: said.zoneMinutes ?? left.zoneMinutes ?? 420,
      ...(proxy !== null && { proxy }),
    }
    const kiosk = journal.kiosk ?? left.kiosk ?? newKiosk
    const checkpoint = withWords({ kiosk, name, lane, mode }, words)
    replaceOwnFile(file, checkpointText(checkpoint), 0o644)
    return { ok: true, checkpoint }
  })
}
