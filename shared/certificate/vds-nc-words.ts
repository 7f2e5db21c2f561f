/**
 * The words of a VDS-NC test (`tr`). The report lists them (method: molecular(PCR), molecular(other), antigen,
 * antibody; result: normal, abnormal, positive, negative), but they are text that issuers write as they like.
 */
import type { TestStatement } from './certificate.ts'

const molecular = /\bpcr\b|\brt-?q?pcr\b|\bmolecular\b|\bnaa?t\b|\bnucleic acid\b|\blamp\b|\btma\b/
const antigen = /\bantigen\b|\brat\b|\bagrdt\b/
/** Antigen measured in a laboratory is no rapid test; antibodies are no sign of an infection today. */
const neither = /\bantibod(?:y|ies)\b|\bserolog|\big[gma]\b|\bquantitative\b|\bc?l?eia\b|\belisa\b|\blaboratory\b/

const results: ReadonlyMap<string, 'negative' | 'positive'> = new Map([
  ['negative', 'negative'],
  ['normal', 'negative'],
  ['not detected', 'negative'],
  ['positive', 'positive'],
  ['abnormal', 'positive'],
  ['detected', 'positive'],
])

/** Lower case, with one space between words. */
function plain(words: string | null): string {
  return (words ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
}

/** The method of a test; `unknown` where the words fit none, or more than one. */
export function readMethod(words: string | null): TestStatement['method'] {
  const method = plain(words)
  if (neither.test(method)) return 'unknown'
  const [isMolecular, isAntigen] = [molecular.test(method), antigen.test(method)]
  if (isMolecular === isAntigen) return 'unknown'
  return isMolecular ? 'naat' : 'rapid-antigen'
}

/**
 * The result of a test. Only whole known words count ("not negative" is neither), and not those about antibodies,
 * where positive is good news.
 */
export function readResult(words: string | null, method: string | null): TestStatement['result'] {
  if (/\bantibod|\bserolog|\big[gm]\b/.test(plain(method))) return 'unknown'
  return results.get(plain(words)) ?? 'unknown'
}
