/** `chot trust show`: what is believed, since when, and what of it cannot be used. */
import type { TrustState } from '../../../shared/contract/trust.ts'
import { artefactAges, type ArtefactAge, type Freshness } from '../../../shared/domain/freshness.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { describe } from '../../../shared/rules/rule.ts'
import { profilePaths } from '../../profile/index.ts'
import { askRunning, runningJson, runningLines } from './running-trust.ts'
import { readBelieved, sayDamage, type Believed, type Generation } from '../../trust/index.ts'
import { defineCommand } from '../../terminal/index.ts'
import { chosenProfile, jsonOption, profileOption } from '../options.ts'
import { practiceLine, practiceMember } from '../../../shared/language/practice-mark.ts'
import { toldMode } from '../profile/profile-mode.ts'

const words = {
  vi: {
    folder: 'Thư mục khóa chép tay: {folder}',
    nothing: 'Chưa tin ai: trong {folder} không có keys.json hay root.json.',
    empty: 'Kho có chữ ký, chưa cập nhật lần nào. Chạy "npx chot trust update".',
    repository:
      'Kho có chữ ký: root {root} · timestamp {timestamp} · snapshot {snapshot} · targets {targets}, cập nhật trước {expiresAt}',
    expired: 'HẾT HẠN lúc {expiresAt}: cập nhật ngay bằng "npx chot trust update".',
    unbelieved: 'KHÔNG TIN AI: kho khóa không qua được kiểm tra.',
    damage: 'Hỏng: {why}',
    keys: 'Khóa: {count}',
    rules: 'Quy định: {count} ("{name}", {description})',
    revocations: 'Thu hồi: {count}',
    age: '{dateAt}, {hours} giờ trước: {freshness}',
    undated: 'không ghi ngày',
    members: 'policy.json có mục mà bản này không biết: {members}. Các mục khác vẫn dùng; hãy cài bản Chốt mới hơn.',
    refused: 'Khóa thứ {place} không dùng được: {why}',
  },
  en: {
    folder: 'A folder of keys, copied by hand: {folder}',
    nothing: 'Nobody is believed: {folder} has neither keys.json nor root.json.',
    empty: 'A signed repository, never updated. Run "npx chot trust update".',
    repository:
      'A signed repository: root {root} · timestamp {timestamp} · snapshot {snapshot} · targets {targets}, to be updated before {expiresAt}',
    expired: 'EXPIRED at {expiresAt}: update now with "npx chot trust update".',
    unbelieved: 'NOBODY IS BELIEVED: the trust store did not pass its check.',
    damage: 'Damaged: {why}',
    keys: 'Keys: {count}',
    rules: 'Rules: {count} ("{name}", {description})',
    revocations: 'Revocations: {count}',
    age: '{dateAt}, {hours} hours ago: {freshness}',
    undated: 'without a date',
    members:
      'policy.json has members that this version knows nothing of: {members}. The others hold; install a newer Chốt.',
    refused: 'Key {place} cannot be used: {why}',
  },
} as const satisfies Record<Locale, Record<string, string>>

const freshnessWords = {
  vi: { fresh: 'còn mới', ageing: 'sắp cũ', old: 'cũ', unusable: 'quá cũ' },
  en: { fresh: 'fresh', ageing: 'ageing', old: 'old', unusable: 'unusable' },
} as const satisfies Record<Locale, Record<Freshness, string>>

/** Where it comes from; the first line says what makes the others not count. */
function origin(believed: Believed, folder: string, locale: Locale, now: number): string[] {
  const word = words[locale]
  if (believed.from !== 'repository') return [say(locale, word[believed.from], { folder })]
  const { generation, damage } = believed
  const damages = damage.map((one) => say(locale, word.damage, { why: sayDamage(locale, one) }))
  // What merely lies about took nothing away.
  const broken = damage.some(({ code }) => code !== 'unlisted')
  if (!generation) return [broken ? word.unbelieved : word.empty, ...damages]
  const { expiresAt, versions } = generation
  const expired = expiresAt <= now ? [say(locale, word.expired, { expiresAt })] : []
  return [...expired, say(locale, word.repository, { ...versions, expiresAt }), ...damages]
}

/** Names that are told of one file. */
const mostTold = 6

function unknownMembers({ store }: Believed, locale: Locale): string[] {
  const members = store.unknownMembers.slice(0, mostTold).map(shownText).join(', ')
  return members === '' ? [] : [say(locale, words[locale].members, { members })]
}

function inWords(
  believed: Believed,
  ages: readonly ArtefactAge[],
  { folder, locale, now, running }: { folder: string; locale: Locale; now: number; running: TrustState | null },
): string {
  const word = words[locale]
  const { keys, published, revocations, rules } = believed.store
  const dated = (artefact: ArtefactAge['artefact']): string => {
    const age = ages.find((each) => each.artefact === artefact)
    const dateAt = published[artefact]
    if (!age || dateAt === null) return word.undated
    return say(locale, word.age, { dateAt, hours: age.hours, freshness: freshnessWords[locale][age.freshness] })
  }
  const about = {
    name: rules.policy,
    description: shownText(describe(rules.description, locale)),
    count: rules.ruleSet.size,
  }
  const lines = [
    ...origin(believed, folder, locale, now),
    ...runningLines(running, locale),
    `${say(locale, word.keys, { count: keys.size })} · ${dated('keys')}`,
    `${say(locale, word.rules, about)} · ${dated('rules')}`,
    `${say(locale, word.revocations, { count: revocations.size })} · ${dated('revocations')}`,
    ...unknownMembers(believed, locale),
    ...believed.refused.map(({ place, why }) => say(locale, word.refused, { place, why: shownText(why[locale]) })),
  ]
  return lines.join('\n')
}

/** What a program may want to know of a publication; not its bytes. */
function publicationJson({ name, versions, rootFingerprint, publishedAt, expiresAt, files }: Generation): object {
  const listed = [...files].map(([file, { bytes, sha256, changedAt }]) => [
    file,
    { length: bytes.length, sha256, changedAt },
  ])
  return { name, versions, rootFingerprint, publishedAt, expiresAt, files: Object.fromEntries(listed) }
}

/** The whole for a program. */
function summaryOf(believed: Believed, ages: readonly ArtefactAge[]): object {
  const { keys, published, revocations, rules } = believed.store
  const repository =
    believed.from === 'repository'
      ? { publication: believed.generation && publicationJson(believed.generation), damage: believed.damage }
      : {}
  return {
    from: believed.from,
    ...repository,
    keys: keys.size,
    rules: { policy: rules.policy, count: rules.ruleSet.size },
    revocations: revocations.size,
    published,
    ages,
    refused: believed.refused.map(({ place, why }) => ({ place, why: why.en })),
  }
}

export const trustShow = defineCommand({
  summary: { vi: 'chốt này tin khóa và quy định nào', en: 'what is believed, since when' },
  about: {
    vi: 'Nói chốt tin những gì: phiên bản, ngày, tuổi, và những khóa không dùng được. Khi Chốt đang mở: cả bản mà Chốt đang tin và lần cập nhật cuối.',
    en: 'Says what is believed: versions, dates, ages, and keys that cannot be used; while Chốt is open also what it believes, and how the last update there ended.',
  },
  options: { ...profileOption, ...jsonOption },
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, terminal) {
    const { env, locale, now, print } = terminal
    const profile = chosenProfile(values, env)
    const folder = profilePaths(profile).trust
    const mode = toldMode(profile, terminal)
    const believed = readBelieved(folder, mode)
    const practice = mode ?? believed.store.mode
    const { policy, published } = believed.store
    const ages = artefactAges(published, policy.ages, now())
    const running = await askRunning(profile)
    const shown =
      values.json === true
        ? JSON.stringify({ ...practiceMember(practice), ...summaryOf(believed, ages), running: runningJson(running) })
        : practiceLine(practice, locale) + inWords(believed, ages, { folder, locale, now: now(), running })
    print(`${shown}\n`)
    return 0
  },
})
