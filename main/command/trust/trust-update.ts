/** `chot trust update`: brings what a profile believes up to date, from a stick or an address. */
import { resolve } from 'node:path'
import type { Client, Output } from '../../../shared/contract/contract.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { profilePaths, readCheckpoint } from '../../profile/index.ts'
import { defineCommand, type Options, type Terminal } from '../../terminal/index.ts'
import { isAddress, openTrust, sayDamage, sticksHere, updateTrust } from '../../trust/index.ts'
import { askKiosk } from '../profile/ask-kiosk.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { journalBusy, openProfileJournal } from '../profile/profile-journal.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'

const words = {
  vi: {
    asking: 'Đang hỏi máy chủ {server} …',
    reading: 'Đang đọc {path} …',
    read: 'Đang đọc {path}: {megabytes} MB …',
    missing:
      'Thiếu NGUỒN: thư mục có "metadata" và "targets" (USB), hoặc địa chỉ https:. Ví dụ: npx chot trust update {example}',
    noSticks: 'Không thấy USB nào có gì của Chốt. Cắm USB rồi chạy lại, hoặc nêu thư mục.',
    sticks: 'Thẻ USB đang cắm:',
  },
  en: {
    asking: 'Asking the server {server} …',
    reading: 'Reading {path} …',
    read: 'Reading {path}: {megabytes} MB …',
    missing:
      'FROM is missing: the folder that has "metadata" and "targets" (a stick), or an https: address. For example: npx chot trust update {example}',
    noSticks: 'No stick with anything of Chốt’s is plugged in. Plug one in and run this again, or name its folder.',
    sticks: 'Sticks that are plugged in:',
  },
} as const satisfies Record<Locale, Record<string, string>>

const options = {
  ...profileOption,
  ca: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'chứng thư gốc (PEM) của máy chủ riêng, ngoài những nơi máy này đã biết; được giữ trong hồ sơ cho các lần sau. NODE_EXTRA_CA_CERTS cũng được',
      en: 'the authority (PEM) of a private server, beside those that are known; kept in the profile for later updates. NODE_EXTRA_CA_CERTS does as well',
    },
  },
} as const satisfies Options

interface Progress {
  path: string
  bytes: number
}

/** Says on standard error what an address is being asked for: it may take minutes, and a stick does not. */
function teller(from: string, { complain, locale }: Terminal): (progress: Progress) => void {
  if (!isAddress(from)) return () => undefined
  const server = URL.parse(from)?.host ?? from
  complain(`${say(locale, words[locale].asking, { server })}\n`)
  return ({ path, bytes }) => {
    if (bytes > 0) complain(`${say(locale, words[locale].read, { path, megabytes: Math.round(bytes / 1e6) })}\n`)
    else if (path.startsWith('targets/')) complain(`${say(locale, words[locale].reading, { path })}\n`)
  }
}

type Place = { from: string; serverAuthority: string | null }
type Answer = Output<'trust.update'>

/** The kiosk that has the profile open does it; what it believes changes without a start. */
async function throughKiosk(kiosk: Client, place: Place, tell: (progress: Progress) => void): Promise<Answer> {
  kiosk.on('trust.progress', tell)
  return kiosk.call('trust.update', place)
}

/** Opens the profile and does it; null where a kiosk has it open after all. */
async function here(
  profile: string,
  place: Place,
  tell: (progress: Progress) => void,
  terminal: Terminal,
): Promise<Answer | null> {
  const { complain, locale, now } = terminal
  const checkpoint = readCheckpoint(profile)
  const { mode } = checkpoint
  const journal = await openProfileJournal(profile, terminal)
  if (!journal) return null
  try {
    const keeper = await openTrust({ folder: profilePaths(profile).trust, mode }, journal, now)
    for (const damage of keeper.damage) complain(`${sayDamage(locale, damage)}\n`)
    const { signal } = new AbortController()
    return await updateTrust(place, { keeper, journal, now, checkpoint: { now: checkpoint } }, { tell, signal })
  } finally {
    journal.close()
  }
}

/** What to give, and which sticks are there to be given. */
async function sayMissing(profile: string, { complain, locale, now }: Terminal): Promise<void> {
  const asked = await askKiosk(profile, (kiosk) => kiosk.call('trust.sticks', {}))
  const found = asked ?? (await sticksHere(profilePaths(profile).trust, now()))
  const sticks = found.filter(({ holds }) => holds === 'publication')
  const example = sticks[0]?.path ?? 'https://trust.example.vn/chot/'
  complain(`${say(locale, words[locale].missing, { example: /\s/.test(example) ? `"${example}"` : example })}\n`)
  if (sticks.length === 0) complain(`${words[locale].noSticks}\n`)
  else complain(`${words[locale].sticks}\n`)
  const unseen = found.filter(({ holds }) => holds === 'unseen' || holds === 'beyond')
  for (const { path, said } of [...sticks, ...unseen]) complain(`  ${path}: ${said[locale]}\n`)
}

export const trustUpdate = defineCommand({
  summary: { vi: 'cập nhật khóa, quy định và thu hồi', en: 'brings keys, rules and revocations up to date' },
  about: {
    vi: 'Cập nhật những gì hồ sơ tin từ một thư mục (USB) hoặc địa chỉ https:, cả khi Chốt đang mở. Bản cập nhật hỏng, cũ, lẫn lộn hoặc chép dở bị từ chối; bản đang dùng giữ nguyên. Không nêu NGUỒN thì cho biết các USB đang cắm.',
    en: 'Brings what the profile believes up to date from a folder (a USB stick) or an https: address, also while Chốt is open. A bad, old, mixed or half-copied update is refused; what is in use stays. Without FROM it says which sticks are plugged in.',
  },
  words: { says: { vi: 'NGUỒN', en: 'FROM' }, least: 0, most: 1 },
  options,
  statuses: {
    0: { vi: 'đã cập nhật, hoặc đã là bản mới nhất', en: 'updated, or the newest was there already' },
    1: { vi: 'bị từ chối, hoặc lúc này không cập nhật được', en: 'refused, or not possible now' },
    64: { vi: 'thiếu NGUỒN', en: 'FROM is missing' },
  },
  async run([from], values, terminal) {
    const { complain, locale, print } = terminal
    const profile = chosenProfile(values, terminal.env)
    if (from === undefined) {
      await sayMissing(profile, terminal)
      return 64
    }
    // The kiosk may stand in another folder than this command.
    const place = {
      from: isAddress(from) ? from : resolve(from),
      serverAuthority: values.ca === undefined ? null : resolve(values.ca),
    }
    const { mode } = readCheckpoint(profile)
    const tell = teller(from, terminal)
    const answer =
      (await askKiosk(profile, (kiosk) => throughKiosk(kiosk, place, tell))) ??
      (await here(profile, place, tell, terminal))
    if (!answer) {
      complain(`${journalBusy[locale]}\n`)
      return 1
    }
    const good = answer.outcome === 'updated' || answer.outcome === 'current'
    const out = good ? print : complain
    out(`${practiceLine(mode, locale)}${answer.said[locale]}\n`)
    return good ? 0 : 1
  },
})
