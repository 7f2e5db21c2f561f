/** Crossings for tests of search and trace, and journals that hold them. */
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { SearchQuery } from '../../../../shared/contract/crossing-line-schemas.ts'
import type { TraceLine, TraceQuery } from '../../../../shared/contract/trace-schemas.ts'
import type { Crossing, Traveller } from '../../../../shared/domain/crossing/crossing.ts'
import { noVehicle } from '../../../../shared/domain/crossing/open-crossing.ts'
import type { Journal } from '../../../../main/journal/index.ts'
import { openEncrypted } from '../../../../main/journal/file/open-database.ts'
import { SearchIndex } from '../../../../main/journal/search/index.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { newFolder, openIn } from './journal-in.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** Noon in Viet Nam. */
export const noon = Date.parse('2026-03-10T12:00:00+07:00')

/** Somebody of whom nothing but the name is known, unless more is said. */
export function traveller(name: string | null, more: Partial<Traveller> = {}): Traveller {
  const nothing = { birthDate: null, numbers: [], certificate: null, documents: [], paper: null }
  return { name, ...nothing, outcome: 'accepted', reason: 'rules-met', identity: 'alone', ...more }
}

/** A traveller with a certificate. */
export function certified(name: string, id: string, nameOnIt = name): Traveller {
  const certificate = { scan: null, id, format: 'HC1', kind: 'test', name: nameOnIt, validUntil: null } as const
  return traveller(name, { certificate })
}

/** A crossing into the province of these people, admitted. */
export function crossingOf(
  plate: string | null,
  people: readonly (string | Traveller)[],
  more: Partial<Crossing> = {},
): Crossing {
  return {
    direction: 'in',
    vehicle: plate === null ? null : { ...noVehicle, plate },
    people: null,
    travellers: people.map((each) => (typeof each === 'string' ? traveller(each) : each)),
    outcome: 'accepted',
    decision: 'admitted',
    reason: null,
    ...more,
  }
}

export const why = { code: 'other', note: 'gõ nhầm' } as const

/** A journal with what tests ask of it. */
export interface Searched {
  journal: Journal
  folder: string
  /** Answers with the crossing's number. Each is a minute after the one before, unless it says when. */
  record: (crossing: Crossing, at?: number) => number
  /** Takes all crossings into the index, which would wait for more of them. */
  index: () => void
  /** Numbers of the crossings that a text finds. */
  found: (text: string, more?: Partial<SearchQuery>) => number[]
  /** `relation name` of each line of a trace. */
  met: (subject: TraceQuery['subject'], more?: Partial<TraceQuery>) => string[]
  lines: (subject: TraceQuery['subject'], more?: Partial<TraceQuery>) => TraceLine[]
}

/** How far the index has come with crossings: what is asked must not depend on it. */
export type Standing = 'waiting' | 'in-days' | 'in-weeks'

export const standings: readonly { standing: Standing; title: string }[] = [
  { standing: 'waiting', title: 'wait for the index' },
  { standing: 'in-days', title: 'are in the index' },
  { standing: 'in-weeks', title: 'are in the index, where their days were joined' },
]

const open: Journal[] = []
afterEach(() => {
  for (const journal of open.splice(0)) journal.close()
})

/** A new journal, closed when the test ends. What is recorded there stands so before anything is asked. */
export async function searched(standing: Standing = 'waiting'): Promise<Searched> {
  const folder = newFolder()
  const journal = await openIn(folder)
  open.push(journal)
  let next = noon
  const index = (): void => {
    const database = openEncrypted(join(folder, 'journal.sqlite'), journalKey)
    const searchIndex = new SearchIndex(database)
    while (searchIndex.index(1) > 0) continue
    if (standing === 'in-weeks') while (searchIndex.blocks.joinDays(noon + 365 * day, 2) > 0) continue
    database.close()
  }
  const prepare = (): void => (standing === 'waiting' ? undefined : index())
  const lines: Searched['lines'] = (subject, more) => {
    prepare()
    return journal.trace({ subject, from: noon - 30 * day, to: noon + 30 * day, withinMinutes: 15, ...more }).lines
  }
  return {
    journal,
    folder,
    index,
    lines,
    record(crossing, at = (next += minute)) {
      const record = journal.recordCrossing(crossing, at, null)
      if (!record.recorded) throw new Error(`a crossing was not recorded: ${record.code}`)
      return record.seq
    },
    found(text, more) {
      prepare()
      const query = { text, from: null, to: null, decision: null, direction: null, ...more }
      return journal.search(query).lines.map(({ seq }) => seq)
    },
    met: (subject, more) => lines(subject, more).map(({ relation, name }) => `${relation} ${name ?? '—'}`),
  }
}
