/**
 * What is to be revoked, from what people have in their hands: an identifier, a code's text, a picture of a code, or the
 * name of a picture that was issued here.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { readNamedFile } from '../../main/files/index.ts'
import { decode } from '../../shared/certificate/decode.ts'
import type { RevocationKind, RevocationSubject } from '../../shared/domain/revocation.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { readImage } from '../../main/images/index.ts'
import { revocationHashes } from '../../main/trust/index.ts'
import { Failure } from '../../main/terminal/index.ts'
import { ledgerIdentifiers } from '../results/issue/ledger.ts'
import { digestInName, nameDigest } from '../results/issue/manifest.ts'

function subjectFailure(given: string): Failure {
  return new Failure(
    'nothing-to-revoke',
    {
      vi: '"{given}" không phải mã chứng nhận (dạng URN:UVCI:01:VN:ABC123…), không có trong sổ mã đã cấp, cũng không phải nội dung mã QR, ảnh có mã QR hay tên ảnh đã cấp. Chưa thu hồi gì. Nếu chắc đó là mã của nơi khác cấp, thêm --unknown.',
      en: '"{given}" is no certificate identifier (like URN:UVCI:01:VN:ABC123…), none in the ledger of those issued here, no text of a code, no picture with a certificate’s code and no name of one issued here. Nothing was revoked. If it is an identifier that somebody else gave, add --unknown.',
    },
    { given: shownText(given.length > 60 ? `${given.slice(0, 60)}…` : given) },
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

/** The certificates in a picture; none where the file is no picture that can be read. */
async function fromPicture(file: string): Promise<RevocationSubject[]> {
  const picture = await readImage(readNamedFile(file))
  return picture.ok ? picture.texts.flatMap((text) => fromText(text) ?? []) : []
}

/**
 * The form of a unique vaccination certificate identifier (eHealth Network, Vol. 2, annex 2: version, country, then what
 * the issuer likes, and a check character). Some issuers leave the prefix out or write it small.
 */
const uvciPattern = /^(?:URN:UVCI:)?\d\d:[A-Z]{2,3}:[A-Z0-9][A-Z0-9/:-]*(?:#[A-Z0-9])?$/i
/** Any identifier: none has spaces, and no list of ours has had a longer one. */
const anyPattern = /^\S{1,120}$/
const longestUvci = 80

/** What may have been meant: identifiers given here are capitals under their prefix. */
const spellings = (given: string): string[] => [given, given.toUpperCase(), `URN:UVCI:${given.toUpperCase()}`]

/** How arguments are understood. */
export interface Understanding {
  /** Issuer of bare identifiers, ISO 3166 alpha-2; null: not told. */
  country: string | null
  /** The authority's ledger of issued identifiers. */
  ledger: string
  /** Whether an identifier may have any form. */
  unknown: boolean
}

/** What arguments stand for. */
export interface Subjects {
  subjects: { given: string; subject: RevocationSubject }[]
  /** Identifiers that were taken as they are written, though they were not given here. */
  foreign: string[]
}

/** The identifiers in the ledger that any of the arguments names, by what names them: themselves, a picture's digest. */
function readKnown(ledger: string, given: readonly string[]): Map<string, string> {
  const wanted = new Set(given.flatMap((each) => [...spellings(each), digestInName(basename(each)) ?? []]))
  const pictures = given.some((each) => digestInName(basename(each)) !== null)
  const known = new Map<string, string>()
  if (wanted.size === 0) return known
  for (const identifier of ledgerIdentifiers(ledger)) {
    if (wanted.has(identifier)) known.set(identifier, identifier)
    const digest = pictures ? nameDigest(identifier) : ''
    if (wanted.has(digest)) known.set(digest, identifier)
  }
  return known
}

/**
 * What arguments of `revoke` stand for.
 * @throws Failure `nothing-to-revoke` for the first that stands for nothing
 */
export async function subjectsOf(given: readonly string[], how: Understanding): Promise<Subjects> {
  const answer: Subjects = { subjects: [], foreign: [] }
  const named: string[] = []
  for (const each of given) {
    const there = statSync(each, { throwIfNoEntry: false })?.isFile() === true
    const fromCode = there ? null : fromText(each)
    const read = there ? await fromPicture(each) : fromCode ? [fromCode] : []
    answer.subjects.push(...read.map((subject) => ({ given: each, subject })))
    if (read.length === 0) named.push(each)
  }
  const known = readKnown(how.ledger, named)
  for (const each of named) {
    const names = [...spellings(each), digestInName(basename(each)) ?? '']
    const issued = names.flatMap((name) => known.get(name) ?? [])[0]
    const taken = how.unknown ? anyPattern.test(each) : each.length <= longestUvci && uvciPattern.test(each)
    if (issued === undefined && !taken) throw subjectFailure(each)
    if (issued === undefined) answer.foreign.push(each)
    const subject = { identifier: issued ?? each, country: how.country, signature: null, algorithm: null }
    answer.subjects.push({ given: each, subject })
  }
  return answer
}

/** The hash that names a certificate in one way, hexadecimal; null where what is known of it does not allow that way. */
export function revocationHash(kind: RevocationKind, subject: RevocationSubject): string | null {
  const hash = revocationHashes(subject)[kind]
  return hash && Buffer.from(hash).toString('hex')
}
