/** Set-up as the screen asks for it: the real profile made from a practice one, and the open profile looked after. */
import type { CheckpointWords, Kept, setUpMethods, SetUpState } from '../../shared/contract/set-up.ts'
import { type Checkpoint, profilePaths } from '../profile/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Ports } from '../ports.ts'
import { keptAuthorities } from '../private-servers/index.ts'
import type { Room } from '../room.ts'
import type { TrustKeeper } from '../trust/index.ts'
import { doctor } from './doctor/doctor.ts'
import { believe, previewTrust } from './new/first-trust.ts'
import { beginProfile, finishProfile, placeRefused } from './new/new-profile.ts'
import { readRecoveryFile } from './recovery/recovery-file.ts'
import { expectedFault, orRefused, refuse, type Outcome, type Refused } from './said.ts'
import { changeKeeping, renewCode } from './secret/keep-secret.ts'
import { readSecretFile, SecretFault } from './secret/secret-file.ts'
import { exportSetUp, importSetUp } from './set-up-file.ts'
import { trustSource } from './trust-source.ts'
import { changeCheckpoint, through, wordsOf } from './write-checkpoint.ts'

const sentences = {
  notHere: {
    vi: 'Từ hồ sơ này không lập hồ sơ thật được. Hãy mở hồ sơ tập huấn, hoặc dùng "npx chot set-up".',
    en: 'No real profile is made from this one. Open the practice profile, or use "npx chot set-up".',
  },
} as const

interface SetUpParts extends Ports {
  profile: string
  version: string
  /** Who this checkpoint is, now and after a change. */
  checkpoint: { now: Checkpoint }
  journal: Journal
  trust: TrustKeeper
  marks: { renew(): number }
}

/** Opens the room. */
export function setUpRoom(parts: SetUpParts): Room<keyof typeof setUpMethods> {
  const { profile, checkpoint, journal, trust, marks, secrets, now, log, version } = parts
  const marked = parts.ends === undefined ? {} : { ends: parts.ends }
  const { system, realPlace } = parts.setUp ?? { system: null, realPlace: null }
  const place = checkpoint.now.mode === 'practice' ? realPlace : null

  /** Why none can be made; null: one can. */
  const noPlace = (): Refused | null => {
    if (place === null) return refuse(sentences.notHere)
    try {
      return placeRefused(place)
    } catch (error) {
      const said = expectedFault(error, place)
      if (said === null) throw error
      return { ok: false, said }
    }
  }
  const state = (said: SetUpState['said'] = null): SetUpState => {
    const refused = noPlace()
    return {
      profile,
      mode: checkpoint.now.mode,
      checkpoint: wordsOf(checkpoint.now),
      secret: {
        kept: keptIn(profile),
        recovery: typeof readRecoveryFile(profile) !== 'string',
        system: system !== null,
      },
      place: refused ? null : place,
      said: said ?? (place === null ? null : (refused?.said ?? null)),
    }
  }
  /** Where what is being made has its trust from. */
  let begunFrom: string | null = null
  /** One after the other: what is being made is not begun again meanwhile. */
  let before: Promise<unknown> = Promise.resolve()
  const alone = <T>(act: () => Promise<T>): Promise<T> => {
    const running = before.then(act)
    before = running.catch(() => undefined)
    return running
  }
  const there = <T>(act: (place: string) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    alone(() => (place === null ? Promise.resolve(refuse(sentences.notHere)) : act(place)))

  /** As this checkpoint reaches it: through its proxy, believing the authorities of servers that it keeps. */
  const asHere = <T extends object>(from: T) => ({
    ...from,
    kept: keptAuthorities(profile),
    ...through(checkpoint.now),
  })

  async function change(words: CheckpointWords): Promise<SetUpState> {
    const changed = await orRefused(profile, () => {
      const from = wordsOf(checkpoint.now)
      checkpoint.now = changeCheckpoint(profile, words)
      journal.recordEvent('checkpoint.changed', { from, to: words }, now())
      return { ok: true as const }
    })
    return state(changed.ok ? null : changed.said)
  }

  async function keep(passphrase: string | null, kept: Kept) {
    const changed = await changeKeeping({ profile, passphrase, system }, kept)
    if (!changed.ok) return changed
    journal.recordEvent('secret.kept', { kept: kept.kept }, now())
    return { ok: true as const, state: state() }
  }

  return {
    handlers: {
      'setUp.read': () => state(),
      'setUp.preview': ({ profile: whose, ...from }) =>
        orRefused(from.from, () =>
          whose === 'new' ? previewTrust(from, 'real', now) : previewTrust(asHere(from), checkpoint.now.mode, now),
        ),
      'setUp.believe': (compared) =>
        alone(() => orRefused(profile, () => believe(asHere(compared), trust, { journal, now }))),
      'setUp.begin': ({ checkpoint: words, trust: from, secret }) =>
        there((real) => {
          begunFrom = from?.from ?? null
          return beginProfile(real, { checkpoint: words, trust: from, secret }, { system, now })
        }),
      'setUp.finish': ({ recoveryCode }) =>
        there((real) => finishProfile(real, recoveryCode, { from: begunFrom, now, log, ...marked })),
      'setUp.change': (words) => alone(() => change(words)),
      'setUp.keep': ({ passphrase, secret }) => alone(() => keep(passphrase, secret)),
      'setUp.recovery': ({ passphrase }) =>
        alone(async () => {
          const renewed = await renewCode({ profile, passphrase, system })
          if (renewed.ok) journal.recordEvent('recovery.renewed', {}, now())
          return renewed
        }),
      'setUp.renewCard': () =>
        orRefused(profile, () => {
          const card = marks.renew()
          journal.recordEvent('card.renewed', { card }, now())
          return { ok: true as const, card }
        }),
      'setUp.export': ({ folder }) =>
        orRefused(profile, async () => {
          const from = trustSource(profilePaths(profile).journal, await secrets.journalKey())
          const said = {
            from,
            fingerprint: trust.root?.fingerprint ?? null,
            certificates: keptAuthorities(profile),
          }
          return exportSetUp(profile, folder, { checkpoint: wordsOf(checkpoint.now), trust: said })
        }),
      'setUp.import': ({ file }) => {
        const read = importSetUp(file)
        if (!read.ok) return read
        const { checkpoint: words, trust: said } = read
        return { ok: true, checkpoint: words, trustFrom: said.from, serverAuthority: said.serverAuthority }
      },
      'setUp.doctor': () => doctor({ profile, version, now, secrets, trust, journal }),
    },
  }
}

/** How the secret is kept; open where that cannot be seen: the doctor says what is wrong. */
function keptIn(profile: string): SetUpState['secret']['kept'] {
  try {
    return readSecretFile(profile)?.kept ?? 'open'
  } catch (error) {
    if (error instanceof SecretFault) return 'open'
    throw error
  }
}
