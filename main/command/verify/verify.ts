/** `chot verify`: verdicts for people, for programs, and line by line. */
import { readClock } from '../../../shared/certificate/moment.ts'
import type { Outcome } from '../../../shared/domain/finding/verdict.ts'
import { say } from '../../../shared/language/say.ts'
import { profilePaths } from '../../profile/index.ts'
import {
  fingerprintInGroups,
  isPublication,
  readBelieved,
  readPublication,
  readTrust,
  sayDamage,
  sayVersions,
  storeOf,
  type TrustStore,
} from '../../trust/index.ts'
import { defineCommand, UsageError, anyNumber, type Options, type Terminal } from '../../terminal/index.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { toldMode } from '../profile/profile-mode.ts'
import { verifyArguments } from './verify-arguments.ts'
import { verifyLines } from './verify-lines.ts'

const trustWords = {
  vi: {
    publication:
      'Dùng bản phát hành trong {folder} ({versions}).\nVân tay SHA-256 của khóa gốc bản {version}: {fingerprint}\n{groups}\nĐối chiếu vân tay này với cơ quan phát hành: ai cũng có thể tự làm một bản phát hành.',
    refused: 'Khóa thứ {place} của keys.json không dùng được: {why}',
  },
  en: {
    publication:
      'Believing the publication in {folder} ({versions}).\nSHA-256 fingerprint of its root, version {version}: {fingerprint}\n{groups}\nCompare it with the authority’s: anybody can make a publication of their own.',
    refused: 'Key {place} of keys.json cannot be used: {why}',
  },
} as const

/** An authority's publication, as it is handed out on a stick. */
function publicationTrust(folder: string, { complain, locale }: Terminal): TrustStore {
  const { root, publication } = readPublication(folder)
  const { fingerprint, version } = root
  const values = { folder, versions: sayVersions(publication.versions), version, fingerprint }
  const groups = fingerprintInGroups(fingerprint)
  complain(`chot: ${say(locale, trustWords[locale].publication, { ...values, groups })}\n`)
  return storeOf(publication, null)
}

/** The trust folder asked for, else the profile's; a machine that is no checkpoint believes nobody. */
function chosenTrust(values: { trust?: string; profile?: string }, terminal: Terminal): TrustStore {
  const { complain, env, locale } = terminal
  const profile = chosenProfile(values, env)
  const folder = values.trust ?? profilePaths(profile).trust
  // With the root beside it, a publication looks like a checkpoint's folder that has never been updated.
  if (values.trust !== undefined && isPublication(folder)) return publicationTrust(folder, terminal)
  // A folder that somebody names is nobody's: what it is for is said with each verdict.
  const believed = readBelieved(folder, values.trust === undefined ? toldMode(profile, terminal) : null)
  // A folder that somebody names must be one: this says what it lacks.
  if (believed.from === 'nothing' && values.trust !== undefined) return readTrust(folder)
  for (const damage of believed.damage) complain(`chot: ${sayDamage(locale, damage)}\n`)
  for (const { place, why } of believed.refused)
    complain(`chot: ${say(locale, trustWords[locale].refused, { place, why: why[locale] })}\n`)
  return believed.store
}

function exitStatus(found: readonly Outcome[]): 0 | 1 | 2 | 3 {
  if (found.includes('rejected')) return 1
  if (found.includes('check')) return 2
  return found.includes('unreadable') ? 3 : 0
}

function instantOf(at: string): number {
  const instant = readClock(at)
  if (instant !== null) return instant
  throw new UsageError(
    { vi: '--at không phải thời điểm ISO 8601: {at}', en: '--at is not an ISO 8601 time: {at}' },
    { at },
  )
}

const options = {
  trust: {
    type: 'string',
    value: 'DIR',
    says: {
      vi: 'thư mục có keys.json, hoặc root.json và kho, hoặc một bản phát hành, hoặc thư mục của chính cơ quan phát hành (mặc định: thư mục trust của hồ sơ)',
      en: 'a folder with keys.json, or with root.json and a store, or a publication, or the authority’s own folder (default: the profile’s trust folder)',
    },
  },
  ...profileOption,
  at: {
    type: 'string',
    value: 'ISO-TIME',
    says: {
      vi: 'kiểm tra như tại thời điểm này; không ghi múi giờ thì là UTC',
      en: 'verify as of this time instead of now; without a zone it is UTC',
    },
  },
  ...jsonOption,
  jsonl: {
    type: 'boolean',
    says: { vi: 'đọc các dòng JSON từ đầu vào chuẩn', en: 'reads JSON lines from standard input' },
  },
} as const satisfies Options

export const verifyCommand = defineCommand({
  summary: { vi: 'kết luận về từng mã', en: 'a verdict for each code' },
  about: {
    vi: `Kiểm tra tệp ảnh (PNG, JPEG, WebP, BMP, PGM; mọi mã trong ảnh) hoặc nội dung của mã.

      Với --jsonl, mỗi dòng vào {"id","text"|"image","at"?,"certificates"?,"keys"?,"rules"?} được trả lời bằng một dòng. "text": một mã, hoặc danh sách các mã của một thẻ. "keys": JWK, bộ JWK, tài liệu DID. "certificates": chứng thư của người ký hoặc của cơ quan.`,
    en: `Verifies picture files (PNG, JPEG, WebP, BMP, PGM; every code in each) or the texts of codes.

      With --jsonl each line {"id","text"|"image","at"?,"certificates"?,"keys"?,"rules"?} is answered by one line. "text": a code, or a list of a card’s codes. "keys": JWKs, JWK sets, DID documents. "certificates": signers’ or authorities’.`,
  },
  examples: [
    { vi: 'chot verify anh.jpg "HC1:…"', en: 'chot verify photo.jpg "HC1:…"' },
    { vi: 'chot verify --jsonl < cac-dong.jsonl', en: 'chot verify --jsonl < lines.jsonl' },
  ],
  words: { says: { vi: 'TỆP|NỘI-DUNG…', en: 'FILE|TEXT…' }, least: 0, most: anyNumber },
  options,
  statuses: {
    0: {
      vi: 'mọi mã đều hợp lệ; với --jsonl: mọi dòng đã được trả lời',
      en: 'all accepted; with --jsonl: every line answered',
    },
    1: { vi: 'có mã không hợp lệ', en: 'any rejected' },
    2: { vi: 'không có mã nào như thế, nhưng có mã cần kiểm tra', en: 'none rejected, any to be checked' },
    3: { vi: 'còn lại: có mã, ảnh hoặc tệp không đọc được', en: 'else any code, picture or file that cannot be read' },
  },
  async run(words, values, terminal) {
    const at = values.at === undefined ? null : instantOf(values.at)
    const now = at === null ? terminal.now : () => at
    if (values.jsonl === true) {
      if (words.length > 0)
        throw new UsageError({
          vi: '--jsonl đọc đầu vào chuẩn, không nhận tệp hay nội dung mã',
          en: '--jsonl reads standard input and takes no FILE or TEXT',
        })
      await verifyLines(terminal, { trust: chosenTrust(values, terminal), now })
      return 0
    }
    if (words.length === 0)
      throw new UsageError({ vi: 'thiếu TỆP hoặc NỘI-DUNG mã', en: 'verify needs a FILE or TEXT' })
    const circumstances = { trust: chosenTrust(values, terminal), now: now(), rules: true }
    return exitStatus(await verifyArguments(words, circumstances, values.json ?? false, terminal))
  },
})
