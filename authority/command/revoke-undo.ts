/** `chot-authority revoke undo`: what was revoked by mistake is good again. */
import { defineCommand, Failure } from '../../main/terminal/index.ts'
import { revocationKinds } from '../../shared/domain/revocation.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import { revocationHash, subjectsOf, type Understanding } from '../revocations/subjects.ts'
import {
  addRevocations,
  inForce,
  nameOfEntry,
  readRevocationEntries,
  type RevocationEntry,
} from '../revocations/working-list.ts'
import { circumstances, countryOf, givenBy, subjectOptions, subjectWords } from './revoke-arguments.ts'

const undone = {
  vi: 'Đã bỏ thu hồi {added}; danh sách thu hồi nay có {total}. Chạy "chot-authority publish DIR" để phát hành.\n',
  en: '{added} undone; the revocation list now has {total}. Run "chot-authority publish DIR" to publish it.\n',
} as const

const hashPattern = /^[0-9a-f]{32}$/

function notRevoked(given: string): Failure {
  return new Failure(
    'not-revoked',
    {
      vi: '"{given}" không có trong danh sách thu hồi. Chưa bỏ thu hồi gì. Xem danh sách bằng "chot-authority revoke list".',
      en: '"{given}" is not on the revocation list. Nothing was undone. "chot-authority revoke list" shows it.',
    },
    { given: shownText(given.slice(0, 60)) },
  )
}

/**
 * The revocations that hold and are meant: by a hash as `revoke list` shows it, or in every way a certificate has.
 * @throws Failure `not-revoked`
 */
async function heldOf(
  given: readonly string[],
  held: ReadonlyMap<string, RevocationEntry>,
  how: Understanding,
): Promise<RevocationEntry[]> {
  const { subjects } = await subjectsOf(
    given.filter((each) => !hashPattern.test(each)),
    how,
  )
  /** By argument, the names of entries that it may mean. */
  const meant = new Map(given.map((each) => [each, revocationKinds.map((kind) => nameOfEntry({ kind, hash: each }))]))
  for (const { given: each, subject } of subjects)
    for (const kind of revocationKinds) {
      const hash = revocationHash(kind, subject)
      if (hash !== null) meant.get(each)?.push(nameOfEntry({ kind, hash }))
    }
  return [...meant].flatMap(([each, names]) => {
    const found = names.flatMap((name) => held.get(name) ?? [])
    if (found.length === 0) throw notRevoked(each)
    return found
  })
}

export const revokeUndo = defineCommand({
  summary: { vi: 'bỏ thu hồi', en: 'undoes revocations' },
  about: {
    vi: 'Bỏ thu hồi những chứng nhận đã bị thu hồi nhầm, nêu như khi thu hồi hoặc bằng mã băm mà "revoke list" in ra. Lần thu hồi trước vẫn còn trong danh sách, lần bỏ thu hồi được ghi thêm phía sau.',
    en: 'Undoes what was revoked by mistake, named as for revoking or by the hash that "revoke list" shows. The revocation stays on record, and that it was undone is recorded behind it.',
  },
  words: subjectWords,
  options: subjectOptions,
  statuses: {
    0: { vi: 'đã bỏ thu hồi', en: 'undone' },
    1: { vi: 'chưa bỏ thu hồi gì: có lý do kèm theo', en: 'nothing was undone; it says why' },
  },
  async run(given, values, terminal) {
    const { locale } = terminal
    const country = countryOf(values)
    const all = givenBy(given, values.list)
    const home = openHome(values.authority, terminal.env)
    const now = terminal.now()
    const meant = await heldOf(all, inForce(readRevocationEntries(home.working)), {
      country,
      ledger: home.ledger,
      unknown: true,
    })
    const entries = meant.map(({ kind, hash }) => ({ kind, hash, ...circumstances(values, now), undo: true as const }))
    const counts = alone(home.folder, () => addRevocations(home.working, entries, now))
    terminal.print(say(locale, undone[locale], counts))
    return 0
  },
})
