/**
 * A real profile made in an empty folder. Until the recovery code has been typed back its checkpoint.json has another name:
 * what was interrupted is no profile, and is begun again from nothing.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckpointWords, Kept } from '../../../shared/contract/set-up.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import {
  begunFileName,
  type Checkpoint,
  openProfileJournal,
  profilePaths,
  profileState,
  setUpParts,
} from '../../profile/index.ts'
import { renameDurably, writeNewFile } from '../../files/index.ts'
import type { SystemSeal } from '../../ports.ts'
import { keepAuthoritiesOf } from '../../private-servers/index.ts'
import { openTrust, type GivenPlace } from '../../trust/index.ts'
import { openRecovery, readRecoveryFile, renewRecovery } from '../recovery/recovery-file.ts'
import { orRefused, refuse, type Outcome, type Refused } from '../said.ts'
import { keepSecret } from '../secret/keep-secret.ts'
import { keysOf, makeSecret } from '../secret/secrets.ts'
import { checkpointText, through, withWords } from '../write-checkpoint.ts'
import { findRoot, firstTrust, type FoundRoot } from './first-trust.ts'

const sentences = {
  there: {
    vi: 'Trong {place} đã có hồ sơ một chốt; không lập đè lên. Đổi tên, làn, tỉnh bằng "npx chot checkpoint set".',
    en: 'There is a checkpoint’s profile in {place} already; none is made over it. Change name, lane or province with "npx chot checkpoint set".',
  },
  notEmpty: {
    vi: 'Thư mục {place} không trống (có {names}); không lập hồ sơ ở đó. Chọn một thư mục trống; nếu đó là hồ sơ mất checkpoint.json thì chạy "npx chot doctor --profile" với thư mục đó.',
    en: 'The folder {place} is not empty (it holds {names}); no profile is made there. Choose an empty folder; if it is a profile that lost its checkpoint.json, run "npx chot doctor --profile" on it.',
  },
  notBegun: {
    vi: 'Chưa lập hồ sơ nào dở dang trong {place}. Hãy làm lại từ bước đầu.',
    en: 'No set-up was begun in {place}. Begin again with the first step.',
  },
} as const

/** Names that are told of a folder that is not empty. */
const mostTold = 5

/** What a profile is made of. `fingerprint` null: the caller has compared it in another way. */
export interface NewProfile {
  checkpoint: CheckpointWords
  trust: (GivenPlace & { fingerprint: string | null }) | null
  secret: Kept
}

/** What is asked of the machine. `now`: epoch milliseconds. */
export interface Machine {
  system: SystemSeal | null
  now: () => number
}

/** Why no profile can be made in a folder; null: one can. @throws the system's error */
export function placeRefused(place: string): Refused | null {
  const state = profileState(place)
  if (state.kind === 'profile') return refuse(sentences.there, { place })
  if (state.kind === 'empty' || state.kind === 'set-up-begun') return null
  const held = state.kind === 'other' ? state.names : ['demo-authority']
  return refuse(sentences.notEmpty, { place, names: held.slice(0, mostTold).map(shownText).join(', ') })
}

/**
 * Makes everything of a profile but its last file, from nothing. Where something is refused, nothing stays.
 * @returns the recovery code, which is shown this once
 */
export function beginProfile(
  place: string,
  wanted: NewProfile,
  machine: Machine,
): Promise<Outcome<{ recoveryCode: string }>> {
  return orRefused(place, async () => {
    const refused = placeRefused(place)
    if (refused) return refused
    // Compared before anything is written.
    const found =
      wanted.trust && (await findRoot({ ...wanted.trust, ...through(wanted.checkpoint) }, wanted.trust.fingerprint))
    if (found && !found.ok) return found
    let made = false
    try {
      clearBegun(place)
      const begun = await makeParts(place, wanted, found, machine)
      made = begun.ok
      return begun
    } finally {
      if (!made) clearBegun(place)
    }
  })
}

async function makeParts(
  place: string,
  { checkpoint: words, secret: kept, trust }: NewProfile,
  found: FoundRoot | null,
  { system, now }: Machine,
): Promise<Outcome<{ recoveryCode: string }>> {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const who: Checkpoint = { kiosk: `kiosk-${randomUUID()}`, name: '', lane: '', mode: 'real' }
  writeNewFile(join(place, begunFileName), checkpointText(withWords(who, words)), 0o644)
  if (found && trust) {
    const first = await firstTrust(profilePaths(place).trust, found, { mode: who.mode, from: trust.from, now })
    if (!first.ok) return first
    if (trust.serverAuthority !== null) keepAuthoritiesOf(trust.serverAuthority, place)
  }
  const secret = makeSecret()
  const written = await keepSecret(place, secret, kept, system)
  return written.ok ? { ok: true, recoveryCode: renewRecovery(place, secret) } : written
}

/** Takes away what an interrupted set-up left; never anything of a profile. */
export function clearBegun(place: string): void {
  if (!existsSync(place) || existsSync(profilePaths(place).checkpoint)) return
  const own = readdirSync(place).filter((name) => setUpParts.has(name))
  // Last of all the file that says what the rest is.
  const ordered = [...own.filter((name) => name !== begunFileName), ...own.filter((name) => name === begunFileName)]
  for (const name of ordered) rmSync(join(place, name), { recursive: true, force: true })
}

/** `ends`: where this user's settings have the journal's end once more. */
export interface FinishHearing {
  /** Where its trust came from; null: nothing is believed yet, or that is not known any more. */
  from: string | null
  now: () => number
  log: (line: string) => void
  ends?: string
}

/**
 * The recovery code was typed back: from here on it is a profile. Its journal begins with what is believed, which also shows
 * that everything opens.
 */
export function finishProfile(
  place: string,
  typed: string,
  hearing: FinishHearing,
): Promise<Outcome<{ place: string }>> {
  return orRefused(place, async () => {
    const recovery = readRecoveryFile(place)
    if (profileState(place).kind !== 'set-up-begun' || typeof recovery === 'string')
      return refuse(sentences.notBegun, { place })
    const opened = openRecovery(recovery, typed)
    if (opened.secret === null) return refuse(opened.said)
    renameDurably(join(place, begunFileName), profilePaths(place).checkpoint)
    await beginJournal(place, opened.secret, hearing)
    return { ok: true, place }
  })
}

async function beginJournal(place: string, secret: Uint8Array, { from, ...hearing }: FinishHearing): Promise<void> {
  const { now } = hearing
  const { checkpoint, journal } = await openProfileJournal(place, { secrets: keysOf(() => secret), ...hearing })
  try {
    const { publication } = await openTrust({ folder: profilePaths(place).trust, mode: checkpoint.mode }, journal, now)
    if (publication === null || from === null) return
    const { versions, publishedAt } = publication
    journal.recordEvent('trust.updated', { from, versions, previous: null, publishedAt }, now())
  } finally {
    journal.close()
  }
}
