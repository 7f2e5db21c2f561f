/** Who a checkpoint is, as it is being typed, and what is wrong with it. */
import type { CheckpointWords } from '../../../shared/contract/set-up.ts'
import { readZone, sayZone, usualZone } from './zone-text.ts'

/** The contract's own bound on each of them. */
export const longestWord = 80

export type CheckpointDraft = Readonly<Record<'name' | 'lane' | 'province' | 'zone', string>>
export type CheckpointFault = 'name' | 'lane' | 'zone'

export const emptyCheckpoint: CheckpointDraft = { name: '', lane: '', province: '', zone: usualZone }

export function draftOfCheckpoint({ name, lane, province, zoneMinutes }: CheckpointWords): CheckpointDraft {
  return { name, lane, province, zone: sayZone(zoneMinutes) }
}

/** The words of a draft, or its first fault. A province may be left out. */
export function readCheckpoint(
  draft: CheckpointDraft,
): { ok: true; words: CheckpointWords } | { ok: false; fault: CheckpointFault } {
  const [name, lane, province] = [draft.name.trim(), draft.lane.trim(), draft.province.trim()]
  const zoneMinutes = readZone(draft.zone)
  if (name === '') return { ok: false, fault: 'name' }
  if (lane === '') return { ok: false, fault: 'lane' }
  if (zoneMinutes === null) return { ok: false, fault: 'zone' }
  return { ok: true, words: { name, lane, province, zoneMinutes } }
}

/** Has anything been typed that is not kept yet? */
export function differs(draft: CheckpointDraft, kept: CheckpointDraft): boolean {
  return (['name', 'lane', 'province', 'zone'] as const).some((part) => draft[part] !== kept[part])
}
