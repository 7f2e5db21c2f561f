/** `chot trust update`: brings what a profile believes up to date, from a stick or an address. */
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { Journal, ProfileInUse } from '../journal/index.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import {
  folderSource,
  httpsSource,
  sayRefusal,
  TrustKeeper,
  type RepositorySource,
  type UpdateOutcome,
} from '../trust/index.ts'
import { commandSecrets } from './command-secrets.ts'
import { defineCommand, UsageError, type Terminal } from '../terminal/index.ts'
import { chosenProfile, profileOption } from './options.ts'

const words = {
  vi: {
    updated: 'Đã cập nhật kho tin cậy: bản phát hành {version}{published, select, yes {, lúc {publishedAt}} other {}}.',
    current: 'Kho tin cậy đang là bản mới nhất ở đó (bản phát hành {version}).',
    plain:
      'Chốt này dùng thư mục khóa chép tay, không phải kho có chữ ký: hãy chép tệp mới vào {folder}, hoặc cài khóa gốc bằng "chot trust init ROOT.json".',
    busy: 'Chốt đang mở trên máy này: hãy đóng cửa sổ Chốt rồi chạy lại, hoặc cập nhật ngay trong cửa sổ đó.',
    unrecorded: 'Không ghi được việc này vào nhật ký. Kiểm tra ổ đĩa của máy.',
  },
  en: {
    updated:
      'The trust store was updated: publication {version}{published, select, yes {, of {publishedAt}} other {}}.',
    current: 'The trust store already has the newest publication there (publication {version}).',
    plain:
      'This checkpoint believes a folder of keys that is copied by hand, not a signed repository: copy the new files into {folder}, or install a root with "chot trust init ROOT.json".',
    busy: 'Chốt is open on this computer: close its window and run this again, or update in that window.',
    unrecorded: 'This could not be written to the journal. Check this computer’s disk.',
  },
} as const satisfies Record<Locale, Record<string, string>>

/** Where an update comes from, as people write it. @throws UsageError */
function sourceAt(from: string): RepositorySource {
  if (!/^https?:/i.test(from)) return folderSource(from)
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

/** The journal of a profile; null where a kiosk has it open. */
async function openJournal(profile: string, { complain, env }: Terminal): Promise<Journal | null> {
  try {
    const log = (line: string): void => complain(`chot: ${line}\n`)
    const secrets = commandSecrets(profile, env, 'make')
    return await Journal.open({
      folder: profilePaths(profile).journal,
      kiosk: readCheckpoint(profile).kiosk,
      secrets,
      log,
    })
  } catch (error) {
    if (error instanceof ProfileInUse) return null
    throw error
  }
}

export const trustUpdate = defineCommand({
  summary: { vi: 'cập nhật khóa, quy định và thu hồi', en: 'brings keys, rules and revocations up to date' },
  about: {
    vi: 'Cập nhật những gì hồ sơ tin từ một thư mục (USB) hoặc địa chỉ https:. Bản cập nhật hỏng, cũ, lẫn lộn hoặc chép dở bị từ chối; bản đang dùng giữ nguyên.',
    en: 'Brings what the profile believes up to date from a folder (a USB stick) or an https: address. A bad, old, mixed or half-copied update is refused; what is in use stays.',
  },
  words: { says: { vi: 'NGUỒN', en: 'FROM' }, least: 1, most: 1 },
  options: profileOption,
  statuses: {
    0: { vi: 'đã cập nhật, hoặc đã là bản mới nhất', en: 'updated, or the newest was there already' },
    1: { vi: 'bị từ chối, hoặc lúc này không cập nhật được', en: 'refused, or not possible now' },
  },
  async run([from = ''], values, terminal) {
    const { complain, locale, now, print } = terminal
    const source = sourceAt(from)
    const profile = chosenProfile(values, terminal.env)
    const folder = profilePaths(profile).trust
    const journal = await openJournal(profile, terminal)
    if (!journal) {
      complain(`${words[locale].busy}\n`)
      return 1
    }
    try {
      const keeper = await TrustKeeper.open(folder, now)
      for (const damage of keeper.damage) journal.recordEvent('trust.damaged', { damage }, now())
      const outcome = await keeper.update(source)
      if (!outcome) {
        complain(`${say(locale, words[locale].plain, { folder })}\n`)
        return 1
      }
      if (!record(journal, from, outcome, now())) complain(`${words[locale].unrecorded}\n`)
      const refused = outcome.outcome === 'refused'
      const tell = refused ? complain : print
      tell(`${sentence(outcome, locale)}\n`)
      return refused ? 1 : 0
    } finally {
      journal.close()
    }
  },
})
