/** An officer's own key (Ed25519, RFC 8032), made here, and the statement by which it is told to be theirs. */
import { createHash, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { Appointment, Means, Who } from '../../shared/ledger/officers.ts'
import { badgeSecretLength } from '../../shared/domain/officer/badge.ts'
import { appointmentBytes, ed25519KeyFrom, ed25519PublicOf, type Signer } from '../journal/index.ts'

/** What the journal keeps of a badge, to know it again. The half is random, so its hash tells nothing of it. */
export const badgeHash = (secret: Uint8Array): string =>
  createHash('sha256').update('chot badge\n').update(secret).digest('hex')

/** A new key with what is needed once, and then never lies anywhere: its secret, and the badge's. */
export interface NewKey {
  secret: Uint8Array
  public: string
  badge: Uint8Array | null
  /** What the entry says. */
  said: { statement: string; proof: string }
}

/** Makes an officer's key, whoever they are. */
export function makeOfficerKey(kiosk: string, who: Who, means: Means): NewKey {
  const secret = randomBytes(32)
  const key = ed25519KeyFrom(secret)
  const badge = means === 'badge' ? randomBytes(badgeSecretLength) : null
  const { number, name, rank, role } = who
  const said: Appointment = {
    kiosk,
    number,
    name,
    rank,
    role,
    means,
    key: ed25519PublicOf(key),
    badge: badge && badgeHash(badge),
  }
  const statement = JSON.stringify(said)
  const proof = sign(null, appointmentBytes(statement), key).toString('base64url')
  return { secret, public: said.key, badge, said: { statement, proof } }
}

/** Signs entries in an officer's name. */
export const signerOf = (officer: string, publicKey: string, key: KeyObject): Signer => ({
  officer,
  publicKey,
  sign: (bytes) => sign(null, bytes, key),
})
