/** Issues VDS-NC certificates: the encoding side of shared/certificate/vds-nc.ts. */
import { canonicalBytes, canonicalize } from '../shared/certificate/jcs.ts'
import type { Json } from '../shared/certificate/json.ts'
import { signBytes, type SigningKey } from './signing-key.ts'

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

/** What a VDS-NC certificate says. */
export interface VdsNcContent {
  /** `icao.test` or `icao.vacc`; the report keeps the form for others. */
  type: string
  /** The issuing state as in passports, three letters. */
  state: string
  /** `msg`, as the report lays it down for the type. */
  message: { readonly [name: string]: Json }
}

/**
 * Signs a certificate and answers the text of its QR code.
 * @param signer DER of the certificate of `key`; it travels in the code
 * @throws Error for a key of another algorithm than ES256, ES384 and ES512
 */
export function issueVdsNc({ message, state, type }: VdsNcContent, key: SigningKey, signer: Uint8Array): string {
  if (!key.algorithm.startsWith('ES')) throw new Error(`VDS-NC has no algorithm ${key.algorithm}`)
  const data = { hdr: { t: type, v: 1, is: state }, msg: message }
  const sig = { alg: key.algorithm, cer: base64url(signer), sigvl: base64url(signBytes(key, canonicalBytes(data))) }
  return canonicalize({ data, sig })
}
