/** Entries of `keys.json` from certificates and from bare keys, in the form in which a checkpoint can use them. */
import type { JsonWebKey } from 'node:crypto'
import type { StatementKind } from '../../shared/certificate/certificate.ts'
import { keyFromCertificate, keyFromJwk } from '../../main/trust/index.ts'
import type { KeyEntry } from './imported-list.ts'

/** What a list says about a key beside the key. It can only narrow what a certificate says. */
export interface Stated {
  kid?: string | undefined
  issuer?: string | undefined
  country?: string | undefined
  usage?: readonly StatementKind[] | undefined
}

function iso(instant: number | null): string | undefined {
  return instant === null ? undefined : new Date(instant).toISOString()
}

/** Leaves out what is not known, as JSON does. */
function stated<T extends object>(members: T): { [K in keyof T]: NonNullable<T[K]> } {
  return JSON.parse(JSON.stringify(members, (_, value: unknown) => value ?? undefined))
}

/**
 * The entry of a certificate's key. RSA keys come out as plain RSA, whatever their certificate names them.
 * @param der the certificate, DER
 * @throws where a checkpoint could not use it
 */
export function entryOfCertificate(der: Uint8Array, said: Stated = {}): KeyEntry {
  const certified = keyFromCertificate(der)
  const kid = said.kid ?? certified.kid
  if (kid === null) throw new Error('no key identifier')
  const certificate = { x5c: [Buffer.from(der).toString('base64')] }
  // Asked of what will read it: said usage and certified usage come out as what both allow.
  const trusted = keyFromJwk(stated({ ...certificate, kid, ...said }))
  if (trusted.usage?.length === 0) throw new Error('the list and the certificate allow no kind of certificate together')
  return {
    ...trusted.key.export({ format: 'jwk' }),
    kid,
    ...stated({
      issuer: trusted.issuer,
      country: trusted.country,
      usage: trusted.usage && [...trusted.usage],
      notBefore: iso(trusted.notBefore),
      notAfter: iso(trusted.notAfter),
    }),
    ...certificate,
  }
}

/**
 * The entry of a bare key. Only what makes the key is taken from the JWK.
 * @throws where a checkpoint could not use it
 */
export function entryOfJwk(jwk: JsonWebKey, said: Stated & { kid: string }): KeyEntry {
  const { key } = keyFromJwk({ ...jwk, ...stated(said) })
  return {
    ...key.export({ format: 'jwk' }),
    ...stated({ ...said, usage: said.usage && [...said.usage] }),
    kid: said.kid,
  }
}
