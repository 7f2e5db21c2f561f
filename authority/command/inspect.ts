/** `chot-authority inspect`: shows everything that a code says. Nothing of it is checked or believed. */
import { statSync } from 'node:fs'
import { readNamedFile } from '../../main/files/index.ts'
import { decode } from '../../shared/certificate/decode.ts'
import type { Decoded } from '../../shared/certificate/decoded.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { sayFinding } from '../../shared/language/say.ts'
import { findingCodes } from '../../shared/domain/finding/finding-codes.ts'
import { revocationKinds } from '../../shared/domain/revocation.ts'
import { readImage } from '../../main/images/index.ts'
import { anyNumber, defineCommand, Failure } from '../../main/terminal/index.ts'
import { revocationHash } from '../revocations/subjects.ts'

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString())

function describe(text: string, decoded: Decoded, locale: Locale) {
  const { format, structure, envelope, claims, payload, certificate } = decoded
  const subject = {
    identifier: certificate?.statement.identifier ?? null,
    country: claims?.issuer ?? null,
    signature: envelope?.signature ?? null,
    algorithm: envelope?.algorithm ?? null,
  }
  const { check, status } = findingCodes[structure]
  return {
    format,
    characters: text.length,
    structure: { code: structure, says: sayFinding(locale, { check, status, code: structure }) },
    envelope: envelope && {
      algorithm: envelope.algorithm,
      kid: envelope.kid,
      kidHex: envelope.kid === null ? null : Buffer.from(envelope.kid, 'base64').toString('hex'),
      issuer: envelope.issuer,
      signer: envelope.signer && Buffer.from(envelope.signer).toString('base64'),
      signature: Buffer.from(envelope.signature).toString('hex'),
    },
    claims: claims && {
      issuer: claims.issuer,
      issuedAt: iso(claims.issuedAt),
      notBefore: iso(claims.notBefore),
      expiresAt: iso(claims.expiresAt),
    },
    payload,
    certificate,
    revocation: Object.fromEntries(revocationKinds.map((kind) => [kind, revocationHash(kind, subject)])),
  }
}

async function textsOf(given: string): Promise<string[]> {
  if (!statSync(given, { throwIfNoEntry: false })?.isFile()) return [given]
  const picture = await readImage(readNamedFile(given))
  if (picture.ok && picture.texts.length > 0) return picture.texts
  throw new Failure(
    'no-code',
    {
      vi: 'Không đọc được mã nào trong {given}. Dùng ảnh PNG, JPEG, WebP, BMP hay PGM chụp rõ cả lề trắng quanh mã.',
      en: 'No code can be read in {given}. Use a PNG, JPEG, WebP, BMP or PGM picture that shows the white margin too.',
    },
    { given },
  )
}

export const inspect = defineCommand({
  summary: { vi: 'xem mọi thứ trong một mã', en: 'shows everything that a code says' },
  about: {
    vi: 'In những gì có trong mã, mỗi mã một đối tượng JSON: phong bì, thông tin chung, nội dung, và các giá trị băm để thu hồi. Không kiểm tra gì.',
    en: 'Shows what is in a code, one JSON object a code: envelope, claims, content, and the hashes by which it can be revoked. Nothing is verified.',
  },
  words: { says: { vi: 'NỘI-DUNG|ẢNH…', en: 'TEXT|IMAGE…' }, least: 1, most: anyNumber },
  options: {},
  statuses: {
    0: { vi: 'đã in', en: 'printed' },
    1: {
      vi: 'có mã không thuộc loại nào đã biết, hoặc ảnh không có mã',
      en: 'a code of no kind that is known, or a picture without one',
    },
  },
  async run(words, _values, terminal) {
    let unknown = false
    for (const given of words) {
      for (const text of await textsOf(given)) {
        const decoded = decode(text)
        unknown ||= decoded === null
        terminal.print(
          `${JSON.stringify(decoded ? describe(text, decoded, terminal.locale) : { format: null, text }, null, 2)}\n`,
        )
      }
    }
    return unknown ? 1 : 0
  },
})
