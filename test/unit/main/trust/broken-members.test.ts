/** A broken policy or rules file is told of in the reader's language, by the member that is wrong. */
import { describe, expect, test } from 'vitest'
import { TrustUnreadable } from '../../../../main/trust/index.ts'
import { storeFrom } from '../../../../main/trust/read-trust.ts'
import type { TrustFile } from '../../../../main/trust/trust-files.ts'
import shippedPolicy from '../../../../resources/policy.json' with { type: 'json' }
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }

const fileOf = (name: string, content: unknown): [string, TrustFile] => [
  name,
  {
    path: name,
    bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    changedAt: 0,
    sha256: '',
  },
]

/** What is said of a file beside a good key set, in both languages; null: nothing is wrong with it. */
function said(name: string, content: unknown): { vi: string; en: string; member: string | null } | null {
  try {
    storeFrom(new Map([fileOf('keys.json', { keys: [] }), fileOf(name, content)]), 'real')
    return null
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error
    return { vi: error.sentence('vi'), en: error.sentence('en'), member: error.member }
  }
}

type Broken = { member: string; content: unknown }
const odd: readonly unknown[] = [null, true, -7, 1.5, 1e9, '', 'abc', [], {}]

/** The file with each member left out, of another kind or out of bounds, and with one too many in each object. */
function* broken(whole: unknown, at: readonly string[], value: unknown): Generator<Broken> {
  if (at.length > 0) {
    for (const wrong of odd) yield { member: at.join('.'), content: replaced(whole, at, wrong) }
    yield { member: at.join('.'), content: replaced(whole, at, undefined) }
  }
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield { member: [...at, 'extra'].join('.'), content: replaced(whole, [...at, 'extra'], 1) }
  // Logic and sentences are long, and one of each kind is enough.
  for (const [name, inner] of Object.entries(value).slice(0, 12))
    if (name !== 'Logic') yield* broken(whole, [...at, name], inner)
}

function replaced(whole: unknown, [first = '', ...rest]: readonly string[], value: unknown): unknown {
  const inner = rest.length === 0 ? value : replaced(Reflect.get(Object(whole), first), rest, value)
  if (Array.isArray(whole)) return whole.flatMap((each, place) => (String(place) === first ? [inner ?? 7] : [each]))
  return { ...Object(whole), [first]: inner }
}

/** Words of the validator's own, and of English in a Vietnamese sentence. */
const validator = /\bInvalid\b|Expected|received|undefined/
const english = /\b(?:must|is missing|cannot|the|not)\b/

describe.each([
  ['policy.json', shippedPolicy],
  ['rules.json', { ...defaults, rules: defaults.rules.slice(0, 2) }],
])('a broken %s', (name, whole) => {
  const cases = [...broken(whole, [], whole)]

  test('is told of in words of ours, in both languages, whichever member is broken', () => {
    let told = 0
    for (const { member, content } of cases) {
      const sentences = said(name, content)
      if (sentences === null) continue
      told++
      expect(sentences.en, member).not.toMatch(validator)
      expect(sentences.vi, member).not.toMatch(validator)
      expect(sentences.vi, member).not.toMatch(english)
      expect(sentences.en, member).toContain(name)
    }
    expect(told).toBeGreaterThan(cases.length / 2)
  })

  test('names the member', () => {
    for (const { member, content } of cases.filter((each) => !each.member.startsWith('rules.'))) {
      const sentences = said(name, content)
      if (sentences === null) continue
      // A ladder is judged as a whole: what is wrong may be the order of its steps.
      const named = sentences.member ?? member
      expect(named === member || named.startsWith(`${member}.`) || member.startsWith(`${named}.`), member).toBe(true)
    }
  })
})

test.each([
  ['policy.json', { ...shippedPolicy, clockToleranceMinutes: -5 }, 'mục "clockToleranceMinutes"): phải từ 0 trở lên'],
  ['policy.json', { ...shippedPolicy, retentionDays: '14' }, 'mục "retentionDays"): phải là số, không có ngoặc kép'],
  ['policy.json', '{"format": 1,', 'không phải JSON đúng'],
  ['rules.json', { ...defaults, country: 'Viet Nam' }, 'mục "country"): phải là mã nước ISO 3166'],
  ['rules.json', { ...defaults, rules: [{ ...defaults.rules[0], Version: '1' }] }, 'Version"): phải là phiên bản'],
])('%s is told of by what to write there (%#)', (name, content, words) => {
  expect(said(name, content)?.vi).toContain(words)
})
