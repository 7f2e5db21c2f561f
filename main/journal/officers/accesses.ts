/**
 * Who looked at whom: entries that name people by a keyed hash, so that they can be asked for somebody and tell nobody who
 * it was. The same person has the same hash however they were looked at: by number, by name and birth date, and by name.
 */
import { createHmac, hkdfSync } from 'node:crypto'
import type { AccessList, AccessQuery } from '../../../shared/contract/accesses.ts'
import type { TraceAnswer, TraceQuery } from '../../../shared/contract/trace-schemas.ts'
import { hasFigure, type AccessReason } from '../../../shared/domain/officer/access-reason.ts'
import { readIdentityNumber } from '../../../shared/domain/person/identity-number.ts'
import { foldName } from '../../../shared/domain/person/names.ts'
import { readPlate } from '../../../shared/domain/plate/plate.ts'
import { listAccesses } from './list-accesses.ts'
import type { Database } from '../file/open-database.ts'
import type { Appended, Recorder } from '../chain/recorder.ts'

/** As much of a person as can be asked for. */
interface Person {
  name: string | null
  birthDate: string | null
  numbers: readonly string[]
}

/** More people than anybody looks at in one crossing. */
const mostPeople = 100

/** Names of people in one list: three each of the longest trace, in an entry of less than a megabyte. */
const mostListed = 10_000

/** The keyed hashes by which people are named in one journal. */
export class AccessNames {
  private readonly key: Uint8Array

  /** @param journalKey the key of the hashes is derived from it (HKDF-SHA-256, RFC 5869) */
  constructor(journalKey: Uint8Array) {
    this.key = new Uint8Array(hkdfSync('sha256', journalKey, '', 'chot access key', 32))
  }

  /** All by which so many people can be asked for. */
  of(people: readonly Person[], most = mostPeople): string[] {
    return [...new Set(people.flatMap(namesOf))].slice(0, most).map((name) => this.hash(name))
  }

  /** Whom a text names, as somebody types it: by number, or by name. A plate alone is nobody. */
  ofText(text: string): string[] {
    if (hasFigure(text)) return (readPlate(text)?.kind ?? 'foreign') === 'foreign' ? [this.hash(ofNumber(text))] : []
    const folded = foldName(text)
    return folded === '' ? [] : [this.hash(`name ${folded}`)]
  }

  private hash(name: string): string {
    return createHmac('sha256', this.key).update(name).digest('hex')
  }
}

/** Records who was looked at in one journal. Instants are epoch milliseconds. */
export class Accesses {
  private readonly recorder: Recorder
  private readonly names: AccessNames
  private readonly database: Database

  constructor(database: Database, recorder: Recorder, journalKey: Uint8Array) {
    this.database = database
    this.recorder = recorder
    this.names = new AccessNames(journalKey)
  }

  /** The newest accesses, to anybody or to one person. */
  list({ person, before }: AccessQuery): AccessList {
    const sought = person === null ? null : this.names.ofText(person)
    return sought?.length === 0 ? { kind: 'nobody' } : listAccesses(this.database, sought, before)
  }

  /** Somebody opened a recorded crossing. */
  opened(crossing: number, travellers: readonly Person[], at: number, because: Because = null): void {
    const people = this.names.of(travellers)
    this.recorder.record({ kind: 'access.opened', payload: { crossing, people, ...said(because) } }, at)
  }

  /** Somebody looked for people, and was shown so many crossings. */
  searched(text: string, found: number, at: number, because: Because = null): void {
    const people = this.names.ofText(text)
    if (people.length === 0) return
    this.recorder.record({ kind: 'access.searched', payload: { people, found, ...said(because) } }, at)
  }

  /** Somebody traced whom a person or vehicle met, and was shown the answer: an access to everybody whom it names. */
  traced(subject: TraceQuery['subject'], { lines }: TraceAnswer, at: number, because: Because = null): void {
    const people = this.listedIn(subject, lines)
    this.recorder.record({ kind: 'access.traced', payload: { people, found: lines.length, ...said(because) } }, at)
  }

  /** Somebody is about to write so many entries out of the journal. */
  exported(entries: number, at: number): Appended {
    return this.recorder.record({ kind: 'access.exported', payload: { entries } }, at)
  }

  /** The whole journal is about to leave in a backup: so many entries. */
  backedUp(entries: number, at: number): Appended {
    return this.recorder.record({ kind: 'access.exported', payload: { entries, backup: true } }, at)
  }

  /** Somebody is about to save a trace as a file: of everybody whom it names. */
  listed(subject: TraceQuery['subject'], { lines }: TraceAnswer, at: number, because: Because = null): Appended {
    const payload = { people: this.listedIn(subject, lines), lines: lines.length, ...said(because) }
    return this.recorder.record({ kind: 'access.exported', payload }, at)
  }

  /** Whom a trace is of, and whomever it lists. */
  private listedIn(subject: TraceQuery['subject'], lines: TraceAnswer['lines']): string[] {
    return this.names.of([...personsOf(subject), ...lines], mostListed)
  }
}

/** Why somebody looked; null: it asked for no reason. */
type Because = AccessReason | null

const said = (because: Because): { because?: AccessReason } => (because === null ? {} : { because })

const ofNumber = (number: string): string => `number ${readIdentityNumber(number)?.text ?? number}`

/** Whom a trace is of: of a vehicle nobody. */
const personsOf = (subject: TraceQuery['subject']): Person[] =>
  subject.kind === 'person' ? [{ ...subject, numbers: subject.number === null ? [] : [subject.number] }] : []

/** All that a person can be asked for by, as it is hashed. */
function namesOf({ name, birthDate, numbers }: Person): string[] {
  const folded = name === null ? '' : foldName(name)
  const named =
    folded === '' ? [] : [`name ${folded}`, ...(birthDate === null ? [] : [`person ${folded} ${birthDate}`])]
  return [...numbers.map(ofNumber), ...named]
}
