/** One update of what a profile believes: fetched, judged, recorded, and said in both languages. */
import { dirname, resolve } from 'node:path'
import type { Output } from '../../../shared/contract/contract.ts'
import { inBoth, type Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import type { Journal } from '../../journal/index.ts'
import { keepAuthoritiesOf, keptAuthorities } from '../../private-servers/index.ts'
import type { Checkpoint } from '../../profile/index.ts'
import { readBelief } from '../belief.ts'
import { recordBelief } from '../record-belief.ts'
import { sayRefusal, stopped, type UpdateOutcome } from '../repository/index.ts'
import type { TrustKeeper } from '../trust-keeper.ts'
import { isAddress, type GivenPlace } from './given-source.ts'
import { runApart } from './run-apart.ts'
import type { UpdateHearing } from './run-update.ts'

const sentences = {
  updated: {
    vi: 'Đã cập nhật kho tin cậy: bản phát hành {version}{published, select, yes {, lúc {publishedAt}} other {}}.',
    en: 'The trust store was updated: publication {version}{published, select, yes {, of {publishedAt}} other {}}.',
  },
  current: {
    vi: 'Kho tin cậy đang là bản mới nhất ở đó (bản phát hành {version}).',
    en: 'The trust store already has the newest publication there (publication {version}).',
  },
  plain: {
    vi: 'Chốt này dùng thư mục khóa chép tay, không phải kho có chữ ký: hãy chép tệp mới vào {folder}, hoặc cài khóa gốc bằng "npx chot trust init ROOT.json".',
    en: 'This checkpoint believes a folder of keys that is copied by hand, not a signed repository: copy the new files into {folder}, or install a root with "npx chot trust init ROOT.json".',
  },
  nobody: {
    vi: 'Chốt này chưa tin ai nên chưa cập nhật được: trước hết so và nhận khóa gốc ở phòng Thiết lập (F12), hoặc cài bằng "npx chot trust init ROOT.json".',
    en: 'This checkpoint believes nobody yet, so there is nothing to update: first compare and take a root in the room Set-up (F12), or install one with "npx chot trust init ROOT.json".',
  },
} as const satisfies Record<string, Sentences>

const unrecorded: Sentences = {
  vi: 'Không ghi được việc này vào nhật ký. Kiểm tra ổ đĩa của máy.',
  en: 'This could not be written to the journal. Check this computer’s disk.',
}

/** Why an update is stopped where the program itself ends: nothing can be recorded any more. */
export const closing = Symbol('closing')

/** How an update ended, but for one that could not begin because another is running. */
export type UpdateAnswer = Omit<Output<'trust.update'>, 'outcome'> & {
  outcome: Exclude<Output<'trust.update'>['outcome'], 'busy'>
}

/** What an update works on. `now`: epoch milliseconds. */
export interface UpdateGround {
  keeper: TrustKeeper
  journal: Journal
  now: () => number
  /** The checkpoint's, with the proxy that it has. */
  checkpoint: { now: Pick<Checkpoint, 'proxy'> }
}

/** What the journal keeps of an update; nothing where nothing happened. Answers whether it did. */
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

function sentenceOf(outcome: UpdateOutcome): Sentences {
  if (outcome.outcome === 'refused') return inBoth((locale) => sayRefusal(locale, outcome.refusal))
  const { publishedAt, versions } = outcome.generation
  const published = publishedAt === null ? { published: 'no', publishedAt: '' } : { published: 'yes', publishedAt }
  const message = sentences[outcome.outcome]
  return inBoth((locale) => say(locale, message[locale], { version: versions.timestamp, ...published }))
}

/** What was done is told whatever the disk does, and that it is no entry with it. */
const told = (said: Sentences, recorded: boolean): Sentences =>
  recorded ? said : inBoth((locale) => `${said[locale]} ${unrecorded[locale]}`)

/**
 * Brings what is believed up to date. Never throws for what a stick, a server or a disk can do.
 * @param hearing its signal stops it: nothing of it is believed then
 */
export async function updateTrust(
  given: GivenPlace,
  { keeper, journal, now, checkpoint }: UpdateGround,
  hearing: UpdateHearing,
): Promise<UpdateAnswer> {
  const plain = (): UpdateAnswer => {
    const message = keeper.from === 'nothing' ? sentences.nobody : sentences.plain
    const said = inBoth((locale) => say(locale, message[locale], { folder: keeper.folder }))
    return { outcome: 'refused', said }
  }
  if (keeper.from === 'folder' || keeper.from === 'nothing') return plain()
  const last = readBelief(journal.lastEvent('trust.believed'))
  const { folder, mode } = keeper
  const profile = dirname(resolve(folder))
  const asked = isAddress(given.from) ? { ...given, kept: keptAuthorities(profile) } : given
  const end = await runApart({ given: asked, folder, mode, last, now: now(), proxy: checkpoint.now.proxy }, hearing)
  if (end.kind === 'none') return plain()
  if (end.kind === 'place') return { outcome: 'refused', said: end.said }
  if (hearing.signal.reason === closing) return { outcome: 'stopped', said: sentenceOf(stopped) }
  const outcome = await keeper.take(end.outcome)
  const entered = record(journal, given.from, outcome, now())
  if (isAddress(given.from) && given.serverAuthority !== null && outcome.outcome !== 'refused')
    keepAuthoritiesOf(given.serverAuthority, profile)
  const recorded = recordBelief(journal, keeper, now()) && entered
  const ended = outcome.outcome === 'refused' && outcome.refusal.code === 'stopped' ? 'stopped' : outcome.outcome
  return { outcome: ended, said: told(sentenceOf(outcome), recorded) }
}
