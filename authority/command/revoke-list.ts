/** `chot-authority revoke list`: what was revoked and undone, when and why. */
import { defineCommand, type Options, type Terminal } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { formatInstant } from '../../shared/language/time.ts'
import { openHome } from '../repository/home.ts'
import { nameEntries, type NamedEntry } from '../revocations/named-entries.ts'
import { readRevocationEntries } from '../revocations/working-list.ts'
import { authorityOption } from './options.ts'

const words = {
  vi: {
    none: 'Chưa thu hồi gì.\n',
    revoked: 'thu hồi',
    undo: 'bỏ thu hồi',
    row: 'dòng {row} của {file}, số {serial}',
  },
  en: {
    none: 'Nothing is revoked.\n',
    revoked: 'revoked',
    undo: 'undone',
    row: 'row {row} of {file}, number {serial}',
  },
} as const

const options = {
  ...authorityOption,
  issued: {
    type: 'string',
    multiple: true,
    value: 'DIR',
    says: {
      vi: 'thư mục mã đã cấp (có manifest.jsonl); có thể nêu nhiều lần',
      en: 'a folder of issued codes (with manifest.jsonl); may be given again',
    },
  },
} as const satisfies Options

function entryLine({ entry, identifier, issued }: NamedEntry, { locale }: Terminal): string {
  const { revoked, undo, row } = words[locale]
  const parts = [
    formatInstant(Date.parse(entry.at)),
    entry.undo ? undo : revoked,
    entry.kind,
    entry.hash,
    identifier,
    issued && say(locale, row, { row: issued.row, file: shownText(issued.file), serial: issued.serial }),
    entry.reason && shownText(entry.reason),
  ]
  return `${parts.filter(Boolean).join(' · ')}\n`
}

export const revokeList = defineCommand({
  summary: { vi: 'những gì đã thu hồi', en: 'what was revoked' },
  about: {
    vi: 'Liệt kê mọi lần thu hồi và bỏ thu hồi: khi nào, theo gì, lý do, và mã chứng nhận nếu do cơ quan này cấp. Với --issued thì kèm dòng trong tệp kết quả.',
    en: 'Lists all that was revoked and undone: when, by what, why, and which certificate if it was issued here. With --issued also the row of its results file.',
  },
  options,
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const home = openHome(values.authority, terminal.env)
    const entries = readRevocationEntries(home.working)
    if (entries.length === 0) terminal.print(words[terminal.locale].none)
    for (const each of nameEntries(entries, home.ledger, values.issued ?? [])) {
      terminal.print(entryLine(each, terminal))
      await terminal.drained()
    }
    return 0
  },
})
