/**
 * A rule as the EU gateway distributes it (eHealth Network, "Validation Rules" 1.1): the logic and what it applies to.
 */
import * as v from 'valibot'
import { readDateTime } from './date-time.ts'

/** Whom a rule speaks for: `Acceptance` for the country of arrival, `Invalidation` for the country that issued. */
export const ruleTypes = ['Acceptance', 'Invalidation'] as const
export type RuleType = (typeof ruleTypes)[number]

/** What kind of certificate a rule applies to; `General` to all. */
export const certificateTypes = ['General', 'Test', 'Vaccination', 'Recovery'] as const
export type CertificateType = (typeof certificateTypes)[number]

/** The one engine whose rules can be evaluated here, and the versions of its specification. */
export const engine = 'CERTLOGIC'
const newestEngineMajor = 1

export const countrySchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is not an ISO 3166 country code'))

const versionSchema = v.pipe(
  v.string(),
  v.regex(/^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/, 'is not a version of three numbers'),
)

/** An instant in text, with its zone; becomes epoch milliseconds. */
export const instantSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const moment = readDateTime(dataset.value)
    if (moment?.precision === 'instant') return moment.epoch
    addIssue({ message: 'is not a date and time with its zone' })
    return NEVER
  }),
)

/** Sentences by language: at least one, each language once. */
export const descriptionSchema = v.pipe(
  v.array(
    v.object({
      lang: v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[A-Z]{2})?$/, 'is not a language code')),
      desc: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000)),
    }),
  ),
  v.minLength(1),
  v.maxLength(64),
  v.check((sentences) => new Set(sentences.map(({ lang }) => lang)).size === sentences.length, 'repeats a language'),
)
export type Description = v.InferOutput<typeof descriptionSchema>

export const ruleSchema = v.pipe(
  v.object({
    Identifier: v.pipe(v.string(), v.regex(/^(?:GR|VR|TR|RR|IR)-[A-Z]{2}-\d{4}$/, 'is not a rule identifier')),
    Type: v.picklist(ruleTypes),
    Country: countrySchema,
    Version: versionSchema,
    SchemaVersion: versionSchema,
    Engine: v.pipe(v.string(), v.maxLength(64)),
    EngineVersion: versionSchema,
    CertificateType: v.picklist(certificateTypes),
    Description: descriptionSchema,
    ValidFrom: instantSchema,
    ValidTo: instantSchema,
    AffectedFields: v.pipe(v.array(v.pipe(v.string(), v.maxLength(128))), v.maxLength(256)),
    Logic: v.unknown(),
  }),
  v.check((rule) => rule.ValidFrom <= rule.ValidTo, 'ends before it begins'),
)

/** A rule of the right shape; `ValidFrom` and `ValidTo` (both inclusive) in epoch milliseconds. */
export type Rule = v.InferOutput<typeof ruleSchema>

/** Whether this engine knows the rule's engine and the version of it that the rule asks for. */
export function isEngineSupported(rule: Pick<Rule, 'Engine' | 'EngineVersion'>): boolean {
  return rule.Engine === engine && Number(rule.EngineVersion.split('.')[0]) <= newestEngineMajor
}

/** Orders versions by their numbers, not their letters: `1.10.0` after `1.9.0`. Negative: `a` is older. */
export function compareVersions(a: string, b: string): number {
  const theirs = b.split('.').map(Number)
  const difference = a
    .split('.')
    .map((number, place) => Number(number) - (theirs[place] ?? 0))
    .find((value) => value !== 0)
  return difference ?? 0
}

/** The sentence in a language, else in English, else in whatever language comes first. */
export function describe(description: Description, lang: string): string {
  const sentence = [lang, 'en']
    .map((wanted) => description.find((each) => each.lang === wanted))
    .find((each) => each !== undefined)
  return (sentence ?? description[0])?.desc ?? ''
}
