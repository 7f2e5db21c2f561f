/** `chot-authority revoke`: takes certificates back. */
import { defineCommand, Failure, type Options } from '../../main/terminal/index.ts'
import { revocationKinds, type RevocationKind, type RevocationSubject } from '../../shared/domain/revocation.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import { revocationHash, subjectsOf } from '../revocations/subjects.ts'
import { addRevocations } from '../revocations/working-list.ts'
import { readChoice } from './read-arguments.ts'
import { circumstances, countryOf, givenBy, subjectOptions, subjectWords } from './revoke-arguments.ts'

const words = {
  vi: {
    done: 'Đã thêm {added}; danh sách thu hồi nay có {total}. Chạy "chot-authority publish DIR" để phát hành.\n',
    foreign: 'Lưu ý: {count} mã không do cơ quan này cấp, được thu hồi đúng như đã ghi; mã đầu tiên: {identifier}\n',
  },
  en: {
    done: '{added} added; the revocation list now has {total}. Run "chot-authority publish DIR" to publish it.\n',
    foreign: 'Note: {count} not issued by this authority, revoked exactly as written; the first: {identifier}\n',
  },
} as const

const options = {
  ...subjectOptions,
  by: {
    type: 'string',
    value: revocationKinds.join('|'),
    says: {
      vi: 'thu hồi theo gì (mặc định: mã định danh; mã QR không có thì theo chữ ký)',
      en: 'what it is revoked by (default: the identifier; a code without one by its signature)',
    },
  },
  unknown: {
    type: 'boolean',
    says: {
      vi: 'nhận cả mã không có dạng UVCI và không do cơ quan này cấp',
      en: 'takes identifiers that have another form and were not issued here',
    },
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
    vi: 'Thu hồi chứng nhận, nêu bằng mã định danh (URN:UVCI:01:VN:…), bằng nội dung mã QR, ảnh của mã, hoặc tên tệp ảnh đã cấp (00001-0123456789ab.png). Có hiệu lực với các chốt sau lần phát hành tiếp theo.',
    en: 'Takes certificates back, named by identifier (URN:UVCI:01:VN:…), by the text of a code, by a picture of it, or by the file name of a picture issued here (00001-0123456789ab.png). Checkpoints learn of it with the next publication.',
  },
  words: subjectWords,
  options,
  statuses: {
    0: { vi: 'đã thêm vào danh sách thu hồi', en: 'added to the list' },
    1: { vi: 'chưa thu hồi gì: có lý do kèm theo', en: 'nothing was revoked; it says why' },
  },
  async run(given, values, terminal) {
    const { locale } = terminal
    const kind = values.by === undefined ? null : readChoice('--by', values.by, revocationKinds)
    const country = countryOf(values)
    const all = givenBy(given, values.list)
    const home = openHome(values.authority, terminal.env)
    const now = terminal.now()
    // Everything is understood before anything is written.
    const how = { country, ledger: home.ledger, unknown: values.unknown ?? false }
    const { subjects, foreign } = await subjectsOf(all, how)
    const entries = subjects.map(({ subject }) => ({ ...named(subject, kind), ...circumstances(values, now) }))
    const counts = alone(home.folder, () => addRevocations(home.working, entries, now))
    const [identifier] = foreign
    if (identifier !== undefined)
      terminal.complain(
        say(locale, words[locale].foreign, { count: foreign.length, identifier: shownText(identifier) }),
      )
    terminal.print(say(locale, words[locale].done, counts))
    return 0
  },
})
