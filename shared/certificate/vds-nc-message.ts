/** The message of a VDS-NC code, `icao.test` or `icao.vacc`, as what a certificate states. */
import type { Holder, Statement, TestStatement } from './certificate.ts'
import type { Json } from './json.ts'
import { readMoment } from './moment.ts'
import { date, isObject, objects, text, type JsonObject } from './json-member.ts'
import { readMethod, readResult } from './vds-nc-words.ts'

/** Whom a message names, and what it states. */
export interface VdsNcMessage {
  holder: Holder
  statement: Statement
  /**
   * When what is stated came to be, epoch milliseconds: a test's result, else its sample; the earliest that the text
   * may mean. A dose is given long before its certificate is made, so a vaccination says nothing about that.
   */
  issuedAt: number | null
}

function words(part: string): string[] {
  return part.split(/[\s<]+/).filter(Boolean)
}

/** Names follow ICAO 9303-3: family name, two spaces (or two fillers), given names; not every issuer parts them. */
function readHolder(pid: JsonObject): Holder | null {
  const full = text(pid['n']) ?? ''
  const name = words(full).join(' ')
  if (name === '') return null
  const [family = '', given = '', ...rest] = full.split(/\s{2,}|<<+/)
  const parted = given !== '' && rest.length === 0
  return {
    name,
    transliterated: parted ? { family: words(family).join('<'), given: words(given).join('<') } : null,
    birthDate: date(pid['dob']),
    number: text(pid['dn']) ?? text(pid['i']),
  }
}

function readTest(message: JsonObject): (Statement & TestStatement) | null {
  const { sp, dat, tr } = message
  if (!isObject(dat) || !isObject(tr)) return null
  const provider = isObject(sp) ? sp : {}
  const method = text(tr['tc'])
  const statement: TestStatement = {
    kind: 'test',
    method: readMethod(method),
    result: readResult(text(tr['r']), method),
    sampled: readMoment(text(dat['sc']) ?? ''),
    reported: readMoment(text(dat['ri']) ?? ''),
    centre: text(provider['spn']),
  }
  const common = { disease: null, authority: null, country: text(provider['ctr']), identifier: text(message['utci']) }
  return { ...statement, ...common }
}

/** Doses of all vaccines, each with the vaccine it was of; the last by date, then by number, is the one that counts. */
function readVaccination(message: JsonObject): Statement | null {
  const doses = objects(message['ve']).flatMap((vaccine) =>
    objects(vaccine['vd']).map((dose) => ({
      given: date(dose['dvc']),
      sequence: typeof dose['seq'] === 'number' ? dose['seq'] : null,
      dose,
      vaccine,
    })),
  )
  const [last] = doses.toSorted((a, b) => {
    const [dateOfA, dateOfB] = [a.given ?? '', b.given ?? '']
    return dateOfA === dateOfB ? (b.sequence ?? 0) - (a.sequence ?? 0) : dateOfA < dateOfB ? 1 : -1
  })
  if (!last) return null
  return {
    kind: 'vaccination',
    product: text(last.vaccine['nam']) ?? text(last.vaccine['des']),
    dose: last.sequence,
    doses: null,
    date: last.given,
    disease: text(last.vaccine['dis']),
    authority: text(last.dose['adm']),
    country: text(last.dose['ctr']),
    identifier: text(message['uvci']),
  }
}

/** The types of message that are read. */
export const messageTypes: ReadonlySet<string> = new Set(['icao.test', 'icao.vacc'])

/** Reads a message by its type; null where it does not state one result or vaccination of one named person. */
export function readVdsNcMessage(type: Json | undefined, message: JsonObject): VdsNcMessage | null {
  const { pid } = message
  const holder = isObject(pid) ? readHolder(pid) : null
  if (!holder) return null
  const test = type === 'icao.test' ? readTest(message) : null
  if (test) return { holder, statement: test, issuedAt: (test.reported ?? test.sampled)?.earliest ?? null }
  const statement = type === 'icao.vacc' ? readVaccination(message) : null
  return statement && { holder, statement, issuedAt: null }
}
