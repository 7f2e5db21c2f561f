/**
 * The payload of an EU Digital COVID Certificate (DCC schema 1.3), read leniently: real issuers send null for absent
 * groups, dates with a time, times without a zone, fractional doses. Only what the checks need must be there.
 */
import type { Claims } from './decoded.ts'
import type { Certificate, Holder, Statement } from './certificate.ts'
import type { ForeignContent } from './foreign-content.ts'
import type { Json } from './json.ts'
import { date, isObject, text, type JsonObject } from './json-member.ts'
import { readMoment } from './moment.ts'

/** Value sets `covid-19-lab-test-type` (LOINC) and `covid-19-lab-result` (SNOMED CT). */
const methods: ReadonlyMap<unknown, 'naat' | 'rapid-antigen'> = new Map([
  ['LP6464-4', 'naat'],
  ['LP217198-3', 'rapid-antigen'],
])
const results: ReadonlyMap<unknown, 'negative' | 'positive'> = new Map([
  ['260415000', 'negative'],
  ['260373001', 'positive'],
])

function number(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function lookUp<T>(table: ReadonlyMap<unknown, T>, key: unknown): T | 'unknown' {
  return table.get(key) ?? 'unknown'
}

function holder(payload: JsonObject): Holder | null {
  const names = payload['nam']
  if (!isObject(names)) return null
  const [family, given] = [text(names['fn']), text(names['gn'])]
  const [familyIcao, givenIcao] = [text(names['fnt']), text(names['gnt'])]
  const name = [family ?? readable(familyIcao), given ?? readable(givenIcao)].filter(Boolean).join(' ')
  if (name === '') return null
  return {
    name,
    transliterated: familyIcao || givenIcao ? { family: familyIcao ?? '', given: givenIcao ?? '' } : null,
    birthDate: date(payload['dob']),
    number: null,
  }
}

/** An ICAO 9303 transliteration as words. */
function readable(icao: string | null): string | null {
  return icao && icao.replaceAll('<', ' ').trim()
}

const groupNames = ['t', 'v', 'r'] as const

/** The one group that is filled: `t`, `v` or `r`; null for none or several. */
function group(payload: JsonObject): { name: (typeof groupNames)[number]; entries: readonly Json[] } | null {
  let found: { name: (typeof groupNames)[number]; entries: readonly Json[] } | null = null
  for (const name of groupNames) {
    const entries = payload[name]
    if (!Array.isArray(entries) || entries.length === 0) continue
    if (found) return null
    found = { name, entries }
  }
  return found
}

function statement(payload: JsonObject): Statement | null {
  const found = group(payload)
  if (!found) return null
  // The schema allows one entry. Early issuers listed all doses, of which the last counts; two test results
  // contradict each other and none is taken.
  if (found.name === 't' && found.entries.length > 1) return null
  const entry = found.entries.at(-1)
  if (!isObject(entry)) return null
  const common = {
    disease: text(entry['tg']),
    authority: text(entry['is']),
    country: text(entry['co']),
    identifier: text(entry['ci']),
  }
  switch (found.name) {
    case 't':
      return {
        kind: 'test',
        ...common,
        method: lookUp(methods, entry['tt']),
        result: lookUp(results, entry['tr']),
        sampled: readMoment(text(entry['sc']) ?? ''),
        // Version 1.0.0 of the schema has it; later ones leave it out.
        reported: readMoment(text(entry['dr']) ?? ''),
        centre: text(entry['tc']),
      }
    case 'v':
      return {
        kind: 'vaccination',
        ...common,
        product: text(entry['mp']),
        dose: number(entry['dn']),
        doses: number(entry['sd']),
        date: date(entry['dt']),
      }
    case 'r':
      return {
        kind: 'recovery',
        ...common,
        firstPositive: date(entry['fr']),
        validFrom: date(entry['df']),
        validUntil: date(entry['du']),
      }
  }
}

/** A DCC payload as a certificate; null where it does not state exactly one result of one named person. */
export function readDcc(payload: Json, claims: Claims, kid: string | null): Certificate | null {
  if (!isObject(payload)) return null
  const who = holder(payload)
  const what = statement(payload)
  return who && what && { format: 'HC1', kid, ...claims, holder: who, statement: what }
}

function isFilled(value: Json | undefined): boolean {
  return isObject(value) || (Array.isArray(value) && value.length > 0)
}

/** Members of a payload that are no statement. */
const others = new Set<string>(['ver', 'nam', 'dob', ...groupNames])

/**
 * What a payload that is no certificate to us states instead: a schema after version 1 may mean other things by the same
 * names, and issuers have added groups of their own (exemptions). Null where it is merely not in order.
 */
export function foreignStatement(payload: Json): ForeignContent | null {
  if (!isObject(payload)) return null
  const version = text(payload['ver'])
  if (version !== null && /^(?:[2-9]|\d{2,})\./.test(version)) return { kind: 'schema-version', name: version }
  if (groupNames.some((name) => isFilled(payload[name]))) return null
  const name = Object.keys(payload).find((member) => !others.has(member) && isFilled(payload[member]))
  return name === undefined ? null : { kind: 'health-statement', name }
}
