/** Who a checkpoint is, as it is being typed, and what is wrong with it. */
import type { CheckpointWords } from '../../../../shared/contract/set-up.ts'
import { isWebProxy } from '../../../../shared/domain/web-proxy.ts'
import { readZone, sayZone, usualZone } from './zone-text.ts'

/** The contract's own bound on each of them. */
export const longestWord = 80
export const longestProxy = 200

export type CheckpointDraft = Readonly<Record<'name' | 'lane' | 'province' | 'zone' | 'proxy', string>>
export type CheckpointFault = 'name' | 'lane' | 'zone' | 'proxy'

export const emptyCheckpoint: CheckpointDraft = { name: '', lane: '', province: '', zone: usualZone, proxy: '' }

export function draftOfCheckpoint({ name, lane, province, zoneMinutes, proxy = '' }: CheckpointWords): CheckpointDraft {
  return { name, lane, province, zone: sayZone(zoneMinutes), proxy }
}

/** The words of a draft, or its first fault. A province and a proxy may be left out. */
export function readCheckpoint(
  draft: CheckpointDraft,
): { ok: true; words: CheckpointWords } | { ok: false; fault: CheckpointFault } {
  const [name, lane, province] = [draft.name.trim(), draft.lane.trim(), draft.province.trim()]
  const zoneMinutes = readZone(draft.zone)
  if (name === '') return { ok: false, fault: 'name' }
  if (lane === '') return { ok: false, fault: 'lane' }
  if (zoneMinutes === null) return { ok: false, fault: 'zone' }
  const proxy = proxyOf(draft)
  if (proxy === null) return { ok: false, fault: 'proxy' }
  return { ok: true, words: { name, lane, province, zoneMinutes, ...proxy } }
}

/** The proxy of a draft, if it has one; null: it is no address of one. */
export function proxyOf({ proxy: typed }: CheckpointDraft): { proxy?: string } | null {
  const proxy = typed.trim()
  if (proxy === '') return {}
  return isWebProxy(proxy) ? { proxy } : null
}

/** Has anything been typed that is not kept yet? */
export function differs(draft: CheckpointDraft, kept: CheckpointDraft): boolean {
  return (['name', 'lane', 'province', 'zone', 'proxy'] as const).some((part) => draft[part] !== kept[part])
}
