/** Issues passes in the format of the NZ COVID Pass: the encoding side of shared/certificate/nzcp.ts. */
import { encodeBase32 } from '../shared/certificate/base32.ts'
import { signatureInput } from '../shared/certificate/cose.ts'
import { nzcpPrefix } from '../shared/certificate/nzcp.ts'
import { encodeCbor, type Encodable } from './cbor-encode.ts'
import { signBytes, type SigningKey } from './signing-key.ts'

/** What a pass says. Times are epoch milliseconds; whole seconds are written. */
export interface NzcpContent {
  /** A DID. */
  issuer: string
  /** The fragment of its verification method. */
  kid: string
  notBefore: number
  expiresAt: number
  /** UUID. */
  identifier: string
  subject: { givenName: string; familyName?: string; dob: string }
}

const tagSign1 = 0xd2
const es256 = -7

/** The claims of a pass (NZ COVID Pass specification "CWT Claims"). */
export function nzcpClaims({
  issuer,
  notBefore,
  expiresAt,
  identifier,
  subject,
}: NzcpContent): Map<number | string, Encodable> {
  const { givenName, familyName, dob } = subject
  return new Map<number | string, Encodable>([
    [1, issuer],
    [5, Math.floor(notBefore / 1000)],
    [4, Math.floor(expiresAt / 1000)],
    [7, Buffer.from(identifier.replaceAll('-', ''), 'hex')],
    [
      'vc',
      {
        '@context': ['https://www.w3.org/2018/credentials/v1', 'https://nzcp.covid19.health.nz/contexts/v1'],
        version: '1.0.0',
        type: ['VerifiableCredential', 'PublicCovidPass'],
        credentialSubject: { givenName, ...(familyName === undefined ? {} : { familyName }), dob },
      },
    ],
  ])
}

/** Signs claims and answers the text of their QR code. */
export function signNzcp(
  claims: ReadonlyMap<number | string, Encodable>,
  kid: string,
  key: SigningKey,
  algorithm: number = es256,
): string {
  const header = encodeCbor(
    new Map<number, Encodable>([
      [4, Buffer.from(kid)],
      [1, algorithm],
    ]),
  )
  const payload = encodeCbor(claims)
  const signature = signBytes(key, signatureInput(header, payload))
  const message = Buffer.concat([Buffer.from([tagSign1]), encodeCbor([header, new Map(), payload, signature])])
  return `${nzcpPrefix}1/${encodeBase32(message)}`
}

/** Signs a pass and answers the text of its QR code. */
export function issueNzcp(content: NzcpContent, key: SigningKey): string {
  return signNzcp(nzcpClaims(content), content.kid, key)
}

/** The issuer's DID document with its one key (spec "Trusted Issuers"). */
export function nzcpDidDocument(issuer: string, kid: string, key: SigningKey): object {
  const id = `${issuer}#${kid}`
  return {
    '@context': 'https://w3.org/ns/did/v1',
    id: issuer,
    verificationMethod: [
      { id, controller: issuer, type: 'JsonWebKey2020', publicKeyJwk: key.publicKey.export({ format: 'jwk' }) },
    ],
    assertionMethod: [id],
  }
}
