/** `chot-authority revoke`: takes certificates back. */
import { readFileSync } from 'node:fs'
import { anyNumber, defineCommand, Failure, UsageError, type Options } from '../../main/terminal/index.ts'
import { revocationKinds, type RevocationKind, type RevocationSubject } from '../../shared/domain/revocation.ts'
import { say } from '../../shared/language/say.ts'
import { openHome } from '../repository/home.ts'
import { revocationHash, subjectsOf } from '../revocations/subjects.ts'
import { addRevocations, type RevocationEntry } from '../revocations/working-list.ts'
import { authorityOption, countryOption } from './options.ts'
import { readChoice, readCountry } from './read-arguments.ts'

const done = {
  vi: 'Đã thêm {added}; danh sách thu hồi nay có {total}. Chạy "chot-authority publish DIR" để phát hành.',
  en: '{added} added; the revocation list now has {total}. Run "chot-authority publish DIR" to publish it.',
} as const

const options = {
  ...authorityOption,
  by: {
    type: 'string',
    value: revocationKinds.join('|'),
    says: {
      vi: 'thu hồi theo gì (mặc định: mã định danh; mã QR không có thì theo chữ ký)',
      en: 'what it is revoked by (default: the identifier; a code without one by its signature)',
    },
  },
  ...countryOption,
  reason: {
    type: 'string',
    value: 'TEXT',
    says: { vi: 'lý do, lưu ở cơ quan phát hành', en: 'why; kept at the authority' },
  },
  list: {
    type: 'string',
    value: 'FILE',
    says: { vi: 'tệp có thêm những mã khác, mỗi dòng một mã', en: 'a file that names more, one a line' },
  },
} as const satisfies Options

/** Names a subject in the way asked for; without one by its identifier, else by its signature. */
function named(subject: RevocationSubject, asked: RevocationKind | null): { kind: RevocationKind; hash: string } {
  for (const kind of asked ? [asked] : (['identifier', 'signature'] as const)) {
    const hash = revocationHash(kind, subject)
    if (hash !== null) return { kind, hash }
  }
  throw new Failure('revocation-kind', {
    vi: 'Không thể thu hồi theo cách này: thu hồi theo nước cần --country hoặc mã QR, theo chữ ký cần mã QR. Chưa thu hồi gì.',
    en: 'This cannot be revoked in that way: by country needs --country or the code, by signature needs the code. Nothing was revoked.',
  })
}

export const revoke = defineCommand({
  summary: { vi: 'thu hồi chứng nhận', en: 'takes certificates back' },
  about: {
    vi: 'Thu hồi chứng nhận, nêu bằng mã định danh, bằng nội dung mã QR hoặc ảnh của mã. Có hiệu lực với các chốt sau lần phát hành tiếp theo.',
    en: 'Takes certificates back, named by identifier, by the text of a code or by a picture of it. Checkpoints learn of it with the next publication.',
  },
  words: { says: { vi: 'UVCI|NỘI-DUNG|ẢNH…', en: 'UVCI|TEXT|IMAGE…' }, least: 0, most: anyNumber },
  options,
  statuses: {
    0: { vi: 'đã thêm vào danh sách thu hồi', en: 'added to the list' },
    1: { vi: 'chưa thu hồi gì: có lý do kèm theo', en: 'nothing was revoked; it says why' },
  },
  async run(words, values, terminal) {
    const kind = values.by === undefined ? null : readChoice('--by', values.by, revocationKinds)
    const country = values.country === undefined ? null : readCountry(values.country)
    const lines =
      values.list === undefined
        ? []
        : readFileSync(values.list, 'utf8')
            .replace(/^\uFEFF/, '')
            .split(/\r?\n/)
    const given = [...words, ...lines.map((line) => line.trim()).filter((line) => line !== '')]
    if (given.length === 0)
      throw new UsageError({
        vi: 'thiếu mã định danh, nội dung mã hoặc ảnh',
        en: 'revoke needs an identifier, a text or a picture',
      })
    const home = openHome(values.authority, terminal.env)
    const now = terminal.now()
    const at = new Date(now).toISOString()
    // Everything is understood before anything is written.
    const entries: RevocationEntry[] = []
    for (const each of given) {
      for (const subject of await subjectsOf(each, country)) {
        entries.push({ ...named(subject, kind), at, ...(values.reason === undefined ? {} : { reason: values.reason }) })
      }
    }
    terminal.print(`${say(terminal.locale, done[terminal.locale], addRevocations(home.working, entries, now))}\n`)
    return 0
  },
})
