/**
 * The Austrian trust list: CBOR `{ c: [{ i: kid, c: certificate }, …] }` beside a COSE_Sign1 whose payload carries the
 * list's SHA-256 (2) and the period in which it holds (5 to 4, as in RFC 8392).
 */
import { createHash, type KeyObject } from 'node:crypto'
import { decode } from 'cborg'
import * as v from 'valibot'
import { decodeCbor } from '../../shared/certificate/cbor.ts'
import { readSign1 } from '../../shared/certificate/cose.ts'
import type { Envelope } from '../../shared/certificate/decoded.ts'
import { collectEntries, type ImportedList } from './imported-list.ts'
import { entryOfCertificate } from './key-entry.ts'
import { demandCurrent, demandSignature, listFailure, signatureFailure } from './list-signer.ts'

const listSchema = v.looseObject({ c: v.array(v.unknown()) })
const itemSchema = v.looseObject({ i: v.instance(Uint8Array), c: v.instance(Uint8Array) })
const seconds = v.pipe(v.number(), v.minValue(0))
const sealSchema = v.object({ digest: v.instance(Uint8Array), notBefore: seconds, expiresAt: seconds })

/** What the signature says of the list. */
interface Seal {
  envelope: Envelope
  digest: Uint8Array
  notBefore: number
  expiresAt: number
}

function readSeal(signature: Uint8Array): Seal {
  try {
    const { envelope, payload } = readSign1(signature)
    const claims = decodeCbor(payload)
    if (!(claims instanceof Map)) throw new Error('claims are not a map')
    return {
      envelope,
      ...v.parse(sealSchema, { digest: claims.get(2), notBefore: claims.get(5), expiresAt: claims.get(4) }),
    }
  } catch (error) {
    throw listFailure('COSE_Sign1', error)
  }
}

/** The certificate reader's own CBOR is bound to a certificate's size; a list has thousands of entries. */
function readItems(list: Buffer): unknown[] {
  try {
    return v.parse(listSchema, decode(list, { rejectDuplicateMapKeys: true })).c
  } catch (error) {
    throw listFailure('CBOR', error)
  }
}

/**
 * Reads the list. Nothing in it is looked at before the signature holds.
 * @param at the time at which it must hold, epoch milliseconds
 * @throws Failure where the signature does not hold, the list is out of date, or it has another form
 */
export function readAustrianList(list: Buffer, signature: Buffer, signer: KeyObject, at: number): ImportedList {
  const { envelope, digest, notBefore, expiresAt } = readSeal(signature)
  if (envelope.algorithm !== 'ES256') throw signatureFailure()
  demandSignature(envelope.signed, envelope.signature, signer, { hash: 'sha256', encoding: 'ieee-p1363' })
  if (!createHash('sha256').update(list).digest().equals(digest)) throw signatureFailure()
  demandCurrent(notBefore * 1000, expiresAt * 1000, at)
  return collectEntries(
    readItems(list),
    (_, index) => `certificate ${index + 1}`,
    (input) => {
      const item = v.parse(itemSchema, input)
      return entryOfCertificate(item.c, { kid: Buffer.from(item.i).toString('base64') })
    },
  )
}
