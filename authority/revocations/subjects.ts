/** What is to be revoked, from what people have in their hands: an identifier, a code's text, a picture of a code. */
import { readFileSync, statSync } from 'node:fs'
import { decode } from '../../shared/certificate/decode.ts'
import type { RevocationKind, RevocationSubject } from '../../shared/domain/revocation.ts'
import { readImage } from '../../main/images/index.ts'
import { revocationHashes } from '../../main/trust/index.ts'
import { Failure } from '../command/failure.ts'

function subjectFailure(given: string): Failure {
  return new Failure(
    'nothing-to-revoke',
    {
      vi: '"{given}" không phải mã chứng nhận, nội dung mã QR hay ảnh có mã QR của chứng nhận. Chưa thu hồi gì.',
      en: '"{given}" is no certificate identifier, text of a code, or picture with a certificate’s code. Nothing was revoked.',
    },
    { given: given.length > 60 ? `${given.slice(0, 60)}…` : given },
  )
}

/** A certificate's text as a subject, or null. */
function fromText(text: string): RevocationSubject | null {
  const decoded = decode(text)
  if (!decoded) return null
  const { certificate, claims, envelope } = decoded
  return {
    identifier: certificate?.statement.identifier ?? null,
    country: claims?.issuer ?? null,
    signature: envelope?.signature ?? null,
    algorithm: envelope?.algorithm ?? null,
  }
}

/** Identifiers have no spaces and no lower-case letters in use; anything else was mistyped or is a file that is not there. */
const identifierPattern = /^[A-Z0-9][A-Z0-9:/#-]{3,79}$/i

/**
 * What an argument of `revoke` stands for.
 * @param country issuer of bare identifiers, ISO 3166 alpha-2; null: not told
 * @throws Failure
 */
export async function subjectsOf(given: string, country: string | null): Promise<RevocationSubject[]> {
  if (statSync(given, { throwIfNoEntry: false })?.isFile()) {
    const picture = await readImage(readFileSync(given))
    const subjects = picture.ok ? picture.texts.flatMap((text) => fromText(text) ?? []) : []
    if (subjects.length === 0) throw subjectFailure(given)
    return subjects
  }
  const fromCode = fromText(given)
  if (fromCode) return [fromCode]
  if (!identifierPattern.test(given)) throw subjectFailure(given)
  return [{ identifier: given, country, signature: null, algorithm: null }]
}

/** The hash that names a certificate in one way, hexadecimal; null where what is known of it does not allow that way. */
export function revocationHash(kind: RevocationKind, subject: RevocationSubject): string | null {
  const hash = revocationHashes(subject)[kind]
  return hash && Buffer.from(hash).toString('hex')
}
