/**
 * A snapshot of the VCI directory (`vci`): the issuers of SMART Health Cards with their keys, as JSON
 * `{ time, issuerInfo: [{ issuer: { iss, name }, keys: [JWK] }] }` beside a DER ECDSA signature with SHA-512.
 */
import type { KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { collectEntries, type ImportedList, type KeyEntry } from './imported-list.ts'
import { entryOfJwk } from './key-entry.ts'
import { demandSignature, listFailure } from './list-signer.ts'

const snapshotSchema = v.looseObject({
  issuerInfo: v.array(
    v.looseObject({ issuer: v.looseObject({ iss: v.string(), name: v.string() }), keys: v.array(v.unknown()) }),
  ),
})
/** Health cards are signed with ES256 alone (SMART Health Cards framework, "Generating and resolving keys"). */
const jwkSchema = v.looseObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  kid: v.pipe(v.string(), v.minLength(1)),
  x: v.string(),
  y: v.string(),
})

function readKey(input: unknown, iss: string): KeyEntry {
  // Keys of health cards are found by issuer and identifier, so the address must be the one that the cards carry.
  if (!URL.canParse(iss) || new URL(iss).protocol !== 'https:') throw new Error(`issuer ${iss} is not an https address`)
  const { kty, crv, kid, x, y } = v.parse(jwkSchema, input)
  return entryOfJwk({ kty, crv, x, y }, { kid, issuer: iss })
}

/**
 * Reads a snapshot.
 * @throws Failure where the signature does not hold or the file has another form
 */
export function readVciSnapshot(file: Buffer, signature: Buffer, signer: KeyObject): ImportedList {
  demandSignature(file, signature, signer, { hash: 'sha512', encoding: 'der' })
  let snapshot: v.InferOutput<typeof snapshotSchema>
  try {
    snapshot = v.parse(snapshotSchema, JSON.parse(file.toString('utf8')))
  } catch (error) {
    throw listFailure('issuerInfo', error)
  }
  const items = snapshot.issuerInfo.flatMap(({ issuer, keys }) => keys.map((key) => ({ issuer, key })))
  return collectEntries(
    items,
    ({ issuer }) => issuer.name,
    ({ issuer, key }) => readKey(key, issuer.iss),
  )
}
