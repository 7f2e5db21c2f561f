/**
 * The German list of document signers (`dsc-list`): one line with the base64 ECDSA P-256 signature (r‖s), then, over
 * all bytes after that line's end, JSON `{ certificates: [{ kid, country, rawData (base64 DER), … }] }`.
 */
import type { KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { collectEntries, type ImportedList } from './imported-list.ts'
import { entryOfCertificate } from './key-entry.ts'
import { demandSignature, listFailure, signatureFailure } from './list-signer.ts'

const listSchema = v.looseObject({ certificates: v.array(v.unknown()) })
const itemSchema = v.looseObject({
  certificateType: v.literal('DSC'),
  kid: v.pipe(v.string(), v.base64()),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  rawData: v.pipe(v.string(), v.base64()),
})
const namedSchema = v.looseObject({ kid: v.string(), country: v.string() })

function nameOf(item: unknown, index: number): string {
  const named = v.safeParse(namedSchema, item)
  return named.success ? `${named.output.country} ${named.output.kid}` : `certificate ${index + 1}`
}

/**
 * Reads the list.
 * @throws Failure where the signature does not hold or the list has another form
 */
export function readGermanList(file: Buffer, signer: KeyObject): ImportedList {
  const lineEnd = file.indexOf(0x0a)
  // A P-256 signature takes 88 characters.
  if (lineEnd < 0 || lineEnd > 100) throw signatureFailure()
  const signature = Buffer.from(file.toString('latin1', 0, lineEnd), 'base64')
  const content = file.subarray(lineEnd + 1)
  demandSignature(content, signature, signer, { hash: 'sha256', encoding: 'ieee-p1363' })
  let list: v.InferOutput<typeof listSchema>
  try {
    list = v.parse(listSchema, JSON.parse(content.toString('utf8')))
  } catch (error) {
    throw listFailure('no certificates', error)
  }
  return collectEntries(list.certificates, nameOf, (input) => {
    const { kid, country, rawData } = v.parse(itemSchema, input)
    return entryOfCertificate(Buffer.from(rawData, 'base64'), { kid, country })
  })
}
