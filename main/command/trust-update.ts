/** `chot trust update`: brings what a profile believes up to date, from a stick or an address. */
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { readForeignFile, textOf } from '../files/index.ts'
import type { Journal } from '../journal/index.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import { defineCommand, Failure, UsageError, type Options, type Terminal } from '../terminal/index.ts'
import {
  addServerAuthority,
  folderSource,
  httpsSource,
  openTrust,
  recordBelief,
  sayDamage,
  sayRefusal,
  watchedSource,
  type RepositorySource,
  type UpdateOutcome,
} from '../trust/index.ts'
import { chosenProfile, profileOption } from './options.ts'
import { journalBusy, openProfileJournal } from './profile-journal.ts'
import { practiceLine } from './practice.ts'

const words = {
  vi: {
    updated: 'Đã cập nhật kho tin cậy: bản phát hành {version}{published, select, yes {, lúc {publishedAt}} other {}}.',
    current: 'Kho tin cậy đang là bản mới nhất ở đó (bản phát hành {version}).',
    plain:
      'Chốt này dùng thư mục khóa chép tay, không phải kho có chữ ký: hãy chép tệp mới vào {folder}, hoặc cài khóa gốc bằng "chot trust init ROOT.json".',
    asking: 'Đang hỏi máy chủ {server} …',
    reading: 'Đang đọc {path} …',
    read: 'Đang đọc {path}: {megabytes} MB …',
    unrecorded: 'Không ghi được việc này vào nhật ký. Kiểm tra ổ đĩa của máy.',
  },
  en: {
    updated:
      'The trust store was updated: publication {version}{published, select, yes {, of {publishedAt}} other {}}.',
    current: 'The trust store already has the newest publication there (publication {version}).',
    plain:
      'This checkpoint believes a folder of keys that is copied by hand, not a signed repository: copy the new files into {folder}, or install a root with "chot trust init ROOT.json".',
    asking: 'Asking the server {server} …',
    reading: 'Reading {path} …',
    read: 'Reading {path}: {megabytes} MB …',
    unrecorded: 'This could not be written to the journal. Check this computer’s disk.',
  },
} as const satisfies Record<Locale, Record<string, string>>

const caUnreadable = {
  vi: 'không đọc được chứng thư trong {file} ({why}). Hỏi kỹ thuật tệp chứng thư gốc (PEM) của máy chủ.',
  en: 'the certificates in {file} cannot be read ({why}). Ask IT for the server’s authority as a PEM file.',
} as const

/** Bytes: all authorities that browsers know are 250 KB. */
const largestAuthorityFile = 1024 * 1024

const options = {
  ...profileOption,
  ca: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng thư gốc (PEM) của máy chủ riêng, thêm vào những nơi máy này đã biết; NODE_EXTRA_CA_CERTS cũng được',
      en: 'the authority (PEM) of a private server, beside those that are known; NODE_EXTRA_CA_CERTS does the same',
    },
  },
} as const satisfies Options

const isAddress = (from: string): boolean => /^https?:/i.test(from)

/** Where an update comes from, as people write it. @throws UsageError */
function sourceAt(from: string): RepositorySource {
  if (!isAddress(from)) return folderSource(from)
  try {
    return httpsSource(from)
  } catch (error) {
    throw new UsageError(
      { vi: 'không dùng được địa chỉ {from}: {why}', en: 'the address {from} cannot be used: {why}' },
      { from },
      { cause: error },
    )
  }
}

/** What the journal keeps of an update; nothing where nothing happened. */
function record(journal: Journal, from: string, outcome: UpdateOutcome, at: number): boolean {
  switch (outcome.outcome) {
    case 'updated': {
      const { versions, publishedAt } = outcome.generation
      const payload = { from, versions, previous: outcome.previous?.versions ?? null, publishedAt }
      return journal.recordEvent('trust.updated', payload, at).recorded
    }
    case 'refused':
      return journal.recordEvent('trust.refused', { from, ...outcome.refusal }, at).recorded
    case 'current':
      return true
  }
}

function sentence(outcome: UpdateOutcome, locale: Locale): string {
  if (outcome.outcome === 'refused') return sayRefusal(locale, outcome.refusal)
  const { publishedAt, versions } = outcome.generation
  const published = publishedAt === null ? { published: 'no', publishedAt: '' } : { published: 'yes', publishedAt }
  return say(locale, words[locale][outcome.outcome], { version: versions.timestamp, ...published })
}

/** Says on standard error what an address is being asked for: it may take minutes, and a stick does not. */
function told(source: RepositorySource, from: string, { complain, locale }: Terminal): RepositorySource {
  const server = new URL(from).host
  complain(`${say(locale, words[locale].asking, { server })}\n`)
  return watchedSource(source, ({ path, bytes }) => {
    if (bytes > 0) complain(`${say(locale, words[locale].read, { path, megabytes: Math.round(bytes / 1e6) })}\n`)
    else if (path.startsWith('targets/')) complain(`${say(locale, words[locale].reading, { path })}\n`)
  })
}

/** Takes the certificates of the authorities of web servers from a file. @throws Failure */
function believeServers(file: string): void {
  try {
    addServerAuthority(textOf(readForeignFile(file, largestAuthorityFile).bytes))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('ca-unreadable', caUnreadable, { file, why }, { cause: error })
  }
}

export const trustUpdate = defineCommand({
  summary: { vi: 'cập nhật khóa, quy định và thu hồi', en: 'brings keys, rules and revocations up to date' },
  about: {
    vi: 'Cập nhật những gì hồ sơ tin từ một thư mục (USB) hoặc địa chỉ https:. Bản cập nhật hỏng, cũ, lẫn lộn hoặc chép dở bị từ chối; bản đang dùng giữ nguyên.',
    en: 'Brings what the profile believes up to date from a folder (a USB stick) or an https: address. A bad, old, mixed or half-copied update is refused; what is in use stays.',
  },
  words: { says: { vi: 'NGUỒN', en: 'FROM' }, least: 1, most: 1 },
  options,
  statuses: {
    0: { vi: 'đã cập nhật, hoặc đã là bản mới nhất', en: 'updated, or the newest was there already' },
    1: { vi: 'bị từ chối, hoặc lúc này không cập nhật được', en: 'refused, or not possible now' },
  },
  async run([from = ''], values, terminal) {
    const { complain, locale, now, print } = terminal
    const source = sourceAt(from)
    if (values.ca !== undefined) believeServers(values.ca)
    const profile = chosenProfile(values, terminal.env)
    const folder = profilePaths(profile).trust
    const { mode } = readCheckpoint(profile)
    const journal = await openProfileJournal(profile, terminal)
    if (!journal) {
      complain(`${journalBusy[locale]}\n`)
      return 1
    }
    try {
      const keeper = await openTrust({ folder, mode }, journal, now)
      for (const damage of keeper.damage) complain(`${sayDamage(locale, damage)}\n`)
      const outcome = await keeper.update(isAddress(from) ? told(source, from, terminal) : source)
      if (!outcome) {
        complain(`${say(locale, words[locale].plain, { folder })}\n`)
        return 1
      }
      if (!record(journal, from, outcome, now())) complain(`${words[locale].unrecorded}\n`)
      recordBelief(journal, keeper, now())
      const refused = outcome.outcome === 'refused'
      const tell = refused ? complain : print
      tell(`${practiceLine(mode, locale)}${sentence(outcome, locale)}\n`)
      return refused ? 1 : 0
    } finally {
      journal.close()
    }
  },
})
