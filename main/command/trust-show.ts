/** `chot trust show`: what is believed, since when, and what of it cannot be used. */
import { artefactAges, type ArtefactAge, type Freshness } from '../../shared/domain/freshness.ts'
import type { Locale } from '../../shared/language/locale.ts'
import { say } from '../../shared/language/say.ts'
import { describe } from '../../shared/rules/rule.ts'
import { profilePaths } from '../profile.ts'
import { readBelieved, type Believed } from '../trust/index.ts'
import { defineCommand } from '../terminal/index.ts'
import { chosenProfile, jsonOption, profileOption } from './options.ts'

const words = {
  vi: {
    folder: 'Thư mục khóa chép tay: {folder}',
    nothing: 'Chưa tin ai: trong {folder} không có keys.json hay root.json.',
    empty: 'Kho có chữ ký, chưa cập nhật lần nào. Chạy "chot trust update".',
    repository:
      'Kho có chữ ký: root {root} · timestamp {timestamp} · snapshot {snapshot} · targets {targets}, cập nhật trước {expiresAt}',
    damage: 'Hỏng: {why}',
    keys: 'Khóa: {count}',
    rules: 'Quy định: {count} ("{name}", {description})',
    revocations: 'Thu hồi: {count}',
    age: '{dateAt}, {hours} giờ trước: {freshness}',
    undated: 'không ghi ngày',
    refused: 'Khóa thứ {place} không dùng được: {why}',
  },
  en: {
    folder: 'A folder of keys, copied by hand: {folder}',
    nothing: 'Nobody is believed: {folder} has neither keys.json nor root.json.',
    empty: 'A signed repository, never updated. Run "chot trust update".',
    repository:
      'A signed repository: root {root} · timestamp {timestamp} · snapshot {snapshot} · targets {targets}, to be updated before {expiresAt}',
    damage: 'Damaged: {why}',
    keys: 'Keys: {count}',
    rules: 'Rules: {count} ("{name}", {description})',
    revocations: 'Revocations: {count}',
    age: '{dateAt}, {hours} hours ago: {freshness}',
    undated: 'without a date',
    refused: 'Key {place} cannot be used: {why}',
  },
} as const satisfies Record<Locale, Record<string, string>>

const freshnessWords = {
  vi: { fresh: 'còn mới', ageing: 'sắp cũ', old: 'cũ', unusable: 'quá cũ' },
  en: { fresh: 'fresh', ageing: 'ageing', old: 'old', unusable: 'unusable' },
} as const satisfies Record<Locale, Record<Freshness, string>>

/** Where it comes from. */
function origin(believed: Believed, folder: string, locale: Locale): string[] {
  const word = words[locale]
  if (believed.from !== 'repository') return [say(locale, word[believed.from], { folder })]
  const { generation, damage } = believed
  const held = generation
    ? say(locale, word.repository, { ...generation.versions, expiresAt: generation.expiresAt })
    : word.empty
  return [held, ...damage.map((why) => say(locale, word.damage, { why }))]
}

function inWords(believed: Believed, ages: readonly ArtefactAge[], folder: string, locale: Locale): string {
  const word = words[locale]
  const { keys, published, revocations, rules } = believed.store
  const dated = (artefact: ArtefactAge['artefact']): string => {
    const age = ages.find((each) => each.artefact === artefact)
    const dateAt = published[artefact]
    if (!age || dateAt === null) return word.undated
    return say(locale, word.age, { dateAt, hours: age.hours, freshness: freshnessWords[locale][age.freshness] })
  }
  const about = { name: rules.policy, description: describe(rules.description, locale), count: rules.ruleSet.size }
  const lines = [
    ...origin(believed, folder, locale),
    `${say(locale, word.keys, { count: keys.size })} · ${dated('keys')}`,
    `${say(locale, word.rules, about)} · ${dated('rules')}`,
    `${say(locale, word.revocations, { count: revocations.size })} · ${dated('revocations')}`,
    ...believed.refused.map(({ place, why }) => say(locale, word.refused, { place, why })),
  ]
  return `${lines.join('\n')}\n`
}

function asJson(believed: Believed, ages: readonly ArtefactAge[]): string {
  const { keys, published, revocations, rules } = believed.store
  const repository =
    believed.from === 'repository'
      ? { publication: believed.generation && { ...believed.generation, targets: undefined }, damage: believed.damage }
      : {}
  return `${JSON.stringify({
    from: believed.from,
    ...repository,
    keys: keys.size,
    rules: { policy: rules.policy, count: rules.ruleSet.size },
    revocations: revocations.size,
    published,
    ages,
    refused: believed.refused,
  })}\n`
}

export const trustShow = defineCommand({
  summary: { vi: 'chốt này tin khóa và quy định nào', en: 'what is believed, since when' },
  about: {
    vi: 'Nói chốt tin những gì: phiên bản, ngày, tuổi, và những khóa không dùng được.',
    en: 'Says what is believed: versions, dates, ages, and keys that cannot be used.',
  },
  options: { ...profileOption, ...jsonOption },
  statuses: { 0: { vi: 'đã in', en: 'printed' } },
  async run(_words, values, { env, locale, now, print }) {
    const folder = profilePaths(chosenProfile(values, env)).trust
    const believed = readBelieved(folder)
    const { policy, published } = believed.store
    const ages = artefactAges(published, policy.ages, now())
    print(values.json === true ? asJson(believed, ages) : inWords(believed, ages, folder, locale))
    return 0
  },
})
