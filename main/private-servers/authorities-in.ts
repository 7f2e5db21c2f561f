/**
 * Certificates of authorities, out of whatever a person brings: PEM with one or many, DER, or the file of a set-up, which
 * carries those of the laptop that it was written on.
 */
import { X509Certificate } from 'node:crypto'
import * as v from 'valibot'
import { readNamedFile, textOf } from '../files/index.ts'

/** Bytes: all authorities that browsers know are 250 KB. */
export const largestAuthorityFile = 1024 * 1024

const certificate = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** The member by which a set-up carries them: certificates in PEM. */
export const mayCarryAuthorities = { serverAuthority: v.optional(v.string()) } as const

const setUpSchema = v.object({ trust: v.object(mayCarryAuthorities) })

/** The certificates in a file's bytes, each as PEM; what is none is passed over. */
export function authoritiesIn(bytes: Buffer): string[] {
  const text = readable(bytes)
  const pem = text.trimStart().startsWith('{') ? carriedBy(text) : text
  return (pem.match(certificate) ?? [bytes]).flatMap(certificateOf)
}

/** Those in a file that a person names. @throws FileUnreadable */
export const authoritiesInFile = (file: string): string[] => authoritiesIn(readNamedFile(file, largestAuthorityFile))

/** DER is no text in any encoding, and some editors' comments are in none that is known. */
function readable(bytes: Buffer): string {
  try {
    return textOf(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

function carriedBy(text: string): string {
  try {
    return v.parse(setUpSchema, JSON.parse(text)).trust.serverAuthority ?? ''
  } catch {
    return ''
  }
}

function certificateOf(found: string | Buffer): string[] {
  try {
    return [new X509Certificate(found).toString()]
  } catch {
    return []
  }
}
