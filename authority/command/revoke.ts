/** `chot-authority revoke`: takes certificates back. */
import { readFileSync } from 'node:fs'
import { revocationKinds, type RevocationKind, type RevocationSubject } from '../../shared/domain/revocation.ts'
import { say } from '../../shared/language/say.ts'
import { openHome } from '../repository/home.ts'
import { revocationHash, subjectsOf } from '../revocations/subjects.ts'
import { addRevocations, type RevocationEntry } from '../revocations/working-list.ts'
import type { Command } from './command.ts'
import { Failure, UsageError } from './failure.ts'
import { readArguments } from './read-arguments.ts'

const usage = `  revoke [--by identifier|country-identifier|signature] [--country CC] [--reason TEXT] [--list FILE] UVCI|TEXT|IMAGE…
      Takes certificates back, named by identifier, by the text of a code or by a picture of it; --list names more, one a
      line. By the identifier unless --by says otherwise; a code without one is revoked by its signature.
`

const done = {
  vi: 'Đã thêm {added}; danh sách thu hồi nay có {total}. Chạy "chot-authority publish DIR" để phát hành.',
  en: '{added} added; the revocation list now has {total}. Run "chot-authority publish DIR" to publish it.',
} as const

const options = {
  authority: { type: 'string' },
  by: { type: 'string' },
  country: { type: 'string' },
  reason: { type: 'string' },
  list: { type: 'string' },
} as const

function kindOf(by: string | undefined): RevocationKind | null {
  const kind = revocationKinds.find((known) => known === by)
  if (by !== undefined && !kind) throw new UsageError(`--by takes ${revocationKinds.join(', ')}`)
  return kind ?? null
}

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

export const revoke: Command = {
  usage,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options)
    const kind = kindOf(values.by)
    if (values.country !== undefined && !/^[A-Z]{2}$/.test(values.country))
      throw new UsageError('--country takes two capital letters')
    const lines =
      values.list === undefined
        ? []
        : readFileSync(values.list, 'utf8')
            .replace(/^\uFEFF/, '')
            .split(/\r?\n/)
    const given = [...positionals, ...lines.map((line) => line.trim()).filter((line) => line !== '')]
    if (given.length === 0) throw new UsageError('revoke needs an identifier, a text or a picture')
    const home = openHome(values.authority, terminal.env)
    const now = terminal.now()
    const at = new Date(now).toISOString()
    // Everything is understood before anything is written.
    const entries: RevocationEntry[] = []
    for (const each of given) {
      for (const subject of await subjectsOf(each, values.country ?? null)) {
        entries.push({ ...named(subject, kind), at, ...(values.reason === undefined ? {} : { reason: values.reason }) })
      }
    }
    terminal.print(`${say(terminal.locale, done[terminal.locale], addRevocations(home.working, entries, now))}\n`)
    return 0
  },
}
