/**
 * Who an issuer is, in each format: what two certificates must differ in for two to have said the same. One issuer has
 * many keys, and a key may be named by whoever holds it, so that neither tells.
 */
import type { Format } from '../../shared/certificate/certificate.ts'
import type { TrustedKey } from '../trust/index.ts'

/**
 * The issuer of a certificate whose signature is good under a key that we hold.
 *
 * - HC1: as what we believe calls the holder of the key, else its country. The certificate itself names only a country,
 *   which in Viet Nam holds every laboratory; keys of which neither is said are all one issuer's.
 * - SHC: the host of the address that the card names and that the key is bound to: an operator has many addresses.
 * - NZCP: its DID; one of the method `web` is a host's (W3C did:web).
 * @param stated whose key it must be, in the formats that bind keys to issuers
 */
export function issuerOf(format: Format, stated: string | null, { issuer, country }: TrustedKey): string {
  const named = stated ?? issuer ?? country ?? ''
  return `${format} ${hostOf(named) ?? named.normalize('NFKC').trim().toLowerCase()}`
}

/** The issuer of a code that carries its signer's certificate: the state whose authority issued that. */
export function issuingState(authority: string, country: string | null): string {
  return `VDS-NC ${country ?? authority}`
}

function hostOf(issuer: string): string | null {
  const [, host] = /^did:web:([^:]+)/.exec(issuer) ?? []
  if (host !== undefined) return host.toLowerCase()
  return issuer.startsWith('https:') && URL.canParse(issuer) ? new URL(issuer).host : null
}
