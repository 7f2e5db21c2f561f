/** `chot journal begin`: a new journal; the one that was there is set aside, kept, readable and named. */
import { join } from 'node:path'
import { say } from '../../../shared/language/say.ts'
import { supervising } from '../../../shared/contract/role.ts'
import {
  bringUpToDate,
  JournalNotWritable,
  keysFrom,
  ProfileInUse,
  readAccounts,
  readUndelivered,
  setJournalAside,
  type Keys,
  type Undelivered,
} from '../../journal/index.ts'
import { endsFolder, openProfileJournal, readCheckpoint } from '../../profile/index.ts'
import { defineCommand, Failure, status, type Terminal } from '../../terminal/index.ts'
import { asOfficer } from '../profile/closed-kiosk.ts'
import { commandSecrets, readingSecrets } from '../profile/command-secrets.ts'
import { journalFolder } from './no-journal.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { journalBusy } from '../profile/profile-journal.ts'
import { readLines } from '../read-lines.ts'

const words = {
  vi: {
    before:
      'Bắt đầu nhật ký mới cho hồ sơ {profile}. Nhật ký hiện tại ({folder}) được cất sang bên trong hồ sơ, giữ nguyên và vẫn đọc được; số đếm, tìm kiếm và ca trực bắt đầu lại từ đầu. {officers, select, carried {Cán bộ của chốt đi theo, với mã PIN và thẻ đang dùng.} other {Nhật ký mới chưa có cán bộ nào: ai ngồi vào máy cũng làm được mọi việc cho đến khi thêm chỉ huy ca đầu tiên.}} Ghi chú lượt đang làm dở, nếu có, ở lại nhật ký cũ.',
    ask: 'Bắt đầu nhật ký mới? Gõ "co" rồi Enter: ',
    not: 'Không làm gì cả: nhật ký vẫn như cũ.',
    aside:
      'Nhật ký cũ: {place} ({seq, plural, =0 {không biết đến bản ghi nào} other {đến bản ghi {seq}}}). Đọc bằng: npx chot journal tail --journal {name} (verify, export cũng vậy).',
    unread:
      'Không có khóa của nhật ký cũ nên chưa đọc được: nó được giữ nguyên, và đọc được khi tìm lại đúng secret.json của nó. Hồ sơ có khóa mới: hãy sao lưu secret.json.',
    begun: 'Đã bắt đầu nhật ký mới, kỷ {epoch}.',
  },
  en: {
    before:
      'Begins a new journal for the profile {profile}. The one there is now ({folder}) is set aside in the profile, kept as it is and readable; counts, searches and shifts begin anew. {officers, select, carried {Its officers go on in the new one, with the PINs and badges that they have.} other {The new one has no officers: whoever is there may do everything until a first supervisor is appointed.}} A crossing that is being built stays with the old one.',
    ask: 'Begin a new journal? Type "yes" and Enter: ',
    not: 'Nothing was done: the journal is as it was.',
    aside:
      'The old journal: {place} ({seq, plural, =0 {up to which entry is not known} other {up to entry {seq}}}). Read it with: npx chot journal tail --journal {name} (verify and export as well).',
    unread:
      'The old journal’s key is not there, so it cannot be read now: it is kept, and can be read once its own secret.json is found. The profile has a new key: keep a copy of secret.json.',
    begun: 'A new journal was begun, epoch {epoch}.',
  },
} as const

/** The new journal begins behind what is in the old one, and nothing sends that any more. */
const undelivered = {
  vi: '{entries, number} bản ghi của nhật ký này chưa có biên nhận của máy chủ, cũ nhất lúc {oldestAt}; sau khi bắt đầu nhật ký mới thì không gửi được nữa. Gửi trước: npx chot sync run, hoặc npx chot sync run --folder USB rồi cắm lại USB khi tỉnh đã nhận. Không gửi được nữa: npx chot backup, cất bản sao lưu, rồi thêm --anyway',
  en: '{entries, number} entries of this journal have no receipt of the hub, the oldest of {oldestAt}; once a new journal is begun nothing sends them any more. Send them first: npx chot sync run, or npx chot sync run --folder STICK and the stick again when the province has taken it. Where they can be sent no more: npx chot backup, put the copy away, and add --anyway',
} as const

/** A journal that cannot be read delivers nothing either way: that is one reason to begin anew. */
function undeliveredOf(folder: string, { journal }: Keys): Undelivered | null {
  try {
    return readUndelivered(folder, journal)
  } catch {
    return null
  }
}

/** What a person may type, in either language and without marks. */
const agreements: ReadonlySet<string> = new Set(['yes', 'y', 'co', 'có'])

async function isAgreed({ complain, input, locale }: Terminal): Promise<boolean> {
  complain(words[locale].ask)
  for await (const { text } of readLines(input, 100)) return agreements.has((text ?? '').trim().toLowerCase())
  return false
}

/** The keys of the journal that is there; null: they are lost, which is one reason to begin anew. @throws what the secrets throw otherwise */
async function keysOf(profile: string, terminal: Terminal): Promise<Keys | null> {
  try {
    return await keysFrom(readingSecrets(profile, terminal))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SECRET_MISSING') return null
    throw error
  }
}

/**
 * What an earlier version wrote is brought up to date first: only then can it be read what it believed and who its officers
 * are, and the new journal would begin without. One that is damaged, or a newer version's, stays as it is.
 * @throws Failure where a kiosk has it open; JournalNotWritable
 */
async function upToDate(folder: string, { journal, kiosk }: Keys): Promise<void> {
  try {
    await bringUpToDate(folder, { journalKey: () => journal, kioskKey: () => kiosk })
  } catch (error) {
    if (error instanceof ProfileInUse) throw busy()
    if (error instanceof JournalNotWritable) throw error
  }
}

/**
 * Has a supervisor say their PIN, of a real kiosk that has officers, and tells whether those go on in the new journal. A
 * journal that cannot be opened asks nobody: that is one reason to begin anew, and what it said of officers is lost with it.
 * @throws Failure where a kiosk has it open, or no supervisor has signed in; JournalNotWritable
 */
async function officersOf(profile: string, { journal }: Keys, terminal: Terminal): Promise<'carried' | 'none'> {
  const folder = journalFolder(profile)
  try {
    if (readCheckpoint(profile).mode === 'real')
      await asOfficer({ profile, secrets: readingSecrets(profile, terminal), roles: supervising }, terminal, () => 0)
    return readAccounts(folder, journal).size > 0 ? 'carried' : 'none'
  } catch (error) {
    if (error instanceof Failure || error instanceof JournalNotWritable) throw error
    return 'none'
  }
}

/** What was said with the command: not to ask, and not to wait for what is undelivered. */
interface Said {
  yes: boolean
  anyway: boolean
}

/**
 * Sets a profile's journal aside and begins another.
 * @throws Failure where there is none, a kiosk has it open or entries of it have no receipt; CheckpointUnreadable, and what
 * opening a journal throws
 */
async function beginJournal(profile: string, { yes, anyway }: Said, terminal: Terminal): Promise<0 | 1> {
  const { complain, env, locale, now, print } = terminal
  const word = words[locale]
  // Before anything is moved: without it no journal could be begun.
  readCheckpoint(profile)
  const folder = journalFolder(profile)
  const keys = await keysOf(profile, terminal)
  if (keys !== null) await upToDate(folder, keys)
  const waiting = keys === null || anyway ? null : undeliveredOf(folder, keys)
  if (waiting) throw new Failure('entries-undelivered', undelivered, { ...waiting }, { status: status.no })
  const officers = keys === null ? 'none' : await officersOf(profile, keys, terminal)
  complain(`${say(locale, word.before, { profile, folder, officers })}\n`)
  if (!yes && !(await isAgreed(terminal))) {
    complain(`${word.not}\n`)
    return 1
  }
  const { folder: name, seq } = setAside(folder, keys, now())
  print(`${say(locale, word.aside, { place: join(profile, name), name, seq })}\n`)
  if (keys === null) print(`${word.unread}\n`)
  const { journal } = await openProfileJournal(profile, {
    secrets: commandSecrets(profile, env, 'make'),
    now,
    log: (line) => complain(`chot: ${line}\n`),
    ends: endsFolder(env),
  })
  print(`${say(locale, word.begun, { epoch: journal.ledger.head()?.epoch ?? '' })}\n`)
  journal.close()
  return 0
}

const busy = (): Failure => new Failure('journal-busy', journalBusy, {}, { status: status.setup })

function setAside(folder: string, keys: Keys | null, at: number) {
  try {
    return setJournalAside(folder, keys, at)
  } catch (error) {
    if (error instanceof ProfileInUse) throw busy()
    throw error
  }
}

export const journalBegin = defineCommand({
  summary: { vi: 'bắt đầu nhật ký mới, giữ nhật ký cũ', en: 'begins a new journal and keeps the old one' },
  about: {
    vi: 'Bắt đầu nhật ký mới khi nhật ký cũ hỏng, mất khóa, hoặc phải chuyển đi. Nhật ký cũ không bị xóa: nó được cất sang bên trong hồ sơ dưới tên riêng, và nhật ký mới nói nó nối sau bản ghi nào. Hỏi trước khi làm; chốt thật đã có cán bộ thì cần số hiệu và mã PIN của chỉ huy ca, và cán bộ đi theo sang nhật ký mới. Chốt phải đóng.',
    en: 'Begins a new journal where the old one is damaged, its key is lost, or it is to be handed over. The old one is not erased: it is set aside in the profile under a name of its own, and the new one says behind which entry it begins. Asks before it does anything, and a real kiosk that has officers wants a supervisor’s number and PIN; its officers go on in the new one. The kiosk must be closed.',
  },
  options: {
    yes: { type: 'boolean', says: { vi: 'không hỏi', en: 'do not ask' } },
    anyway: {
      type: 'boolean',
      says: {
        vi: 'dù còn bản ghi chưa có biên nhận của máy chủ',
        en: 'although entries of it have no receipt of the hub',
      },
    },
    ...profileOption,
  } as const,
  statuses: {
    0: { vi: 'đã bắt đầu', en: 'begun' },
    1: {
      vi: 'không làm gì: không ai đồng ý, hoặc còn bản ghi chưa có biên nhận',
      en: 'nothing was done: nobody agreed, or entries have no receipt yet',
    },
  },
  run: (_words, values, terminal) =>
    beginJournal(
      chosenProfile(values, terminal.env),
      { yes: values.yes === true, anyway: values.anyway === true },
      terminal,
    ),
})
