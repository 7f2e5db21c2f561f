/** The first publication that a profile believes: its root put down, and everything else fetched and judged by it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Preview } from '../../../shared/contract/set-up.ts'
import { digitsOf } from '../../../shared/domain/secret/fingerprint.ts'
import type { Mode } from '../../../shared/domain/mode.ts'
import { inBoth } from '../../../shared/language/locale.ts'
import { writeNewFile } from '../../files/index.ts'
import {
  fingerprintInGroups,
  givenSource,
  rootFileName,
  sayRefusal,
  takeRoot,
  TrustKeeper,
  type FirstRoot,
  type Generation,
  type GivenPlace,
  type RepositorySource,
} from '../../trust/index.ts'
import { filled, refuse, type Outcome, type Refused } from '../said.ts'
import { newestRoot } from './newest-root.ts'

const sentences = {
  whole: {
    vi: 'Bản phát hành nguyên vẹn ({keys} khóa). Hãy gọi cơ quan phát hành và nhờ họ đọc vân tay khóa gốc bản {version} (lệnh "chot-authority fingerprint" của họ in ra).',
    en: 'The publication is whole (keys: {keys}). Telephone the authority and have them read out the fingerprint of root version {version} (their "chot-authority fingerprint" prints it).',
  },
  expired: {
    vi: 'Khóa gốc bản {version} đã hết hạn lúc {expiresAt}. Kiểm tra đồng hồ máy; nếu đúng, xin bản phát hành mới nhất.',
    en: 'Root version {version} expired at {expiresAt}. Check this computer’s clock; if it is right, ask for the newest publication.',
  },
  other: {
    vi: 'Vân tay khóa gốc không phải là vân tay đã so: ở đây là {found}. Chưa ghi gì. Gọi lại cơ quan phát hành; nếu họ đọc vân tay khác thì bản này không phải của họ.',
    en: 'The root’s fingerprint is not the one that was compared: here it is {found}. Nothing was written. Telephone the authority again; if they read out another one, this is not theirs.',
  },
  plain: {
    vi: 'Không đọc được bản phát hành ở {from}.',
    en: 'The publication at {from} could not be read.',
  },
} as const

/** The root of a publication, before anything is written, and where it came from. */
export interface FoundRoot {
  root: FirstRoot
  source: RepositorySource
}

/** A place, and the proxy through which an address is reached; absent: as the computer's environment says. */
export type PlaceThrough = GivenPlace & { proxy?: string }

/** Finds the root. @param fingerprint of the root that was compared; null: nobody has yet */
export async function findRoot(place: PlaceThrough, fingerprint: string | null): Promise<Outcome<FoundRoot>> {
  const source = givenSource(place, place.proxy)
  if ('vi' in source) return { ok: false, said: source }
  const found = await newestRoot(source, place.from)
  if (!found.ok) return found
  if (fingerprint !== null && digitsOf(fingerprint) !== found.root.fingerprint)
    return refuse(sentences.other, { found: fingerprintInGroups(found.root.fingerprint) })
  return { ok: true, root: found.root, source }
}

/**
 * Puts a root into a trust folder that has none, and makes the first update.
 * @param now epoch milliseconds
 * @throws the system's error
 */
export async function firstTrust(
  folder: string,
  { root, source }: FoundRoot,
  { mode, from, now }: { mode: Mode; from: string; now: () => number },
): Promise<Outcome<{ keys: number; generation: Generation }>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeNewFile(join(folder, rootFileName), root.json)
  const keeper = await TrustKeeper.open({ folder, mode }, now)
  const outcome = await keeper.update(source)
  if (outcome === null) return refuse(sentences.plain, { from })
  if (outcome.outcome === 'refused') return refusedBy(outcome.refusal)
  return { ok: true, keys: keeper.store.keys.size, generation: outcome.generation }
}

const refusedBy = (refusal: Parameters<typeof sayRefusal>[1]): Refused => ({
  ok: false,
  said: inBoth((locale) => sayRefusal(locale, refusal)),
})

/**
 * Puts the root that was compared into an open profile that believes nobody yet; that is an entry. What it vouches for is
 * fetched by the next update, as any other.
 * @throws the system's error
 */
export async function believe(
  { fingerprint, ...place }: PlaceThrough & { fingerprint: string },
  keeper: TrustKeeper,
  open: Parameters<typeof takeRoot>[2],
): Promise<Outcome<object>> {
  const found = await findRoot(place, fingerprint)
  if (!found.ok) return found
  const answer = await takeRoot(found.root.json, keeper, open)
  return answer.installed ? { ok: true } : { ok: false, said: answer.said }
}

/** What a publication is, all of it fetched and checked, in a folder that is gone when this returns. @throws the system's error */
export async function previewTrust(place: PlaceThrough, mode: Mode, now: () => number): Promise<Preview | Refused> {
  const found = await findRoot(place, null)
  if (!found.ok) return found
  const { root } = found
  const { version, expiresAt } = root
  if (expiresAt <= now()) return refuse(sentences.expired, { version, expiresAt })
  const folder = mkdtempSync(join(tmpdir(), 'chot-preview-'))
  try {
    const first = await firstTrust(join(folder, 'trust'), found, { mode, from: place.from, now })
    if (!first.ok) return first
    const { keys, generation } = first
    return {
      ok: true,
      fingerprint: fingerprintInGroups(root.fingerprint),
      rootVersion: version,
      expiresAt,
      publishedAt: generation.publishedAt,
      keys,
      said: filled(sentences.whole, { keys, version }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
