import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { AccessLog } from '../../../../main/records/access-log.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { filesHolding, newFolder, openIn } from '../journal/journal-in.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

const minute = 60_000
const query = { from: null, to: null, decision: null, direction: null }
const an = { kind: 'person', number: null, name: 'Nguyễn Văn An', birthDate: '1990-01-01' } as const
const window = { from: now, to: now + 1, withinMinutes: 15 }
const nobodyMet = { lines: [], more: false }

/** A journal with a crossing of two, and who looks at it. */
async function looking() {
  const folder = newFolder()
  const journal = await openIn(folder)
  onTestFinished(() => journal.close())
  recordedBy(journal, crossingOf({ travellers: 2 }), now)
  const clock = { now }
  const log = new AccessLog(
    journal,
    () => clock.now,
    () => null,
  )
  const read = journal.crossing(1)
  if (!read) throw new Error('no crossing')
  const accesses = () =>
    [...readEntries(folder, journalKey)]
      .filter(({ entry }) => entry.kind.startsWith('access.'))
      .map(({ entry, payload }): [string, { people: string[]; found?: number; crossing?: number }] => [
        entry.kind,
        JSON.parse(payload ?? ''),
      ])
  const type = (...texts: string[]) => {
    for (const text of texts) log.search({ ...query, text }, text.length)
  }
  return { folder, journal, clock, log, read, accesses, type }
}

describe('a search', () => {
  test('is one entry and not one a keystroke, with what was found at last', async () => {
    const { type, accesses } = await looking()
    type('n', 'ng', 'nguyen', 'nguyen van', 'nguyen van an')
    expect(accesses()).toEqual([])
    vi.advanceTimersByTime(5000)
    expect(accesses()).toMatchObject([
      ['access.searched', { found: 'nguyen van an'.length, people: [expect.any(String)] }],
    ])
  })

  test('that was taken back letter by letter was a search all the same', async () => {
    const { type, log, accesses } = await looking()
    type('tran', 'tra', 'tr', 't', '')
    log.close()
    expect(accesses()).toMatchObject([['access.searched', { found: 4 }]])
  })

  test('is another where another text is typed, and ends where a record is opened', async () => {
    const { type, log, read, accesses } = await looking()
    type('tran', 'nguyen')
    log.open(1, read)
    expect(accesses().map(([kind]) => kind)).toEqual(['access.searched', 'access.searched', 'access.opened'])
  })

  test('for a plate, or for nothing, is nobody', async () => {
    const { type, log, accesses } = await looking()
    type('98A-123.45')
    log.close()
    type('')
    log.close()
    expect(accesses()).toEqual([])
  })
})

describe('opening a record', () => {
  test('is one entry a task, and another one later', async () => {
    const { log, read, clock, accesses } = await looking()
    for (let count = 0; count < 3; count++) log.open(1, read)
    expect(accesses()).toMatchObject([['access.opened', { crossing: 1 }]])
    clock.now += 11 * minute
    log.open(1, read)
    expect(accesses()).toHaveLength(2)
  })

  test('names whoever is in it by the same hash as a search and a trace for them', async () => {
    const { log, read, type, accesses } = await looking()
    log.open(1, read)
    type('NGUYEN VAN AN')
    log.close()
    type('024099000120')
    log.close()
    log.trace({ ...window, subject: an }, nobodyMet)
    const [opened, byName, byNumber, traced] = accesses().map(([, { people }]) => people)
    expect(opened).toEqual(expect.arrayContaining([...(byName ?? []), ...(byNumber ?? []), ...(traced ?? [])]))
    expect([byName?.length, byNumber?.length, traced?.length]).toEqual([1, 1, 2])
  })

  test('names them by a hash that tells nobody, and that another journal’s key makes otherwise', async () => {
    const { folder, log, read, accesses } = await looking()
    log.open(1, read)
    for (const hash of accesses()[0]?.[1].people ?? []) expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(filesHolding(folder, ['Nguyễn Văn An', 'nguyen van an'])).toEqual([])
  })
})

describe('saving a trace as a file', () => {
  const vehicle = { ...window, subject: { kind: 'plate', plate: '98A-123.45' } } as const

  test('is an entry each time, and names everybody who is in the file', async () => {
    const { journal, log, read, accesses } = await looking()
    const answer = journal.trace({ ...vehicle, to: now + minute })
    expect(log.export(vehicle, answer)).toMatchObject({ recorded: true })
    expect(log.export(vehicle, answer)).toMatchObject({ recorded: true })
    log.open(1, read)
    const [first, second, opened] = accesses()
    expect(first).toMatchObject(['access.exported', { lines: answer.lines.length }])
    expect(second?.[0]).toBe('access.exported')
    expect(answer.lines.length).toBeGreaterThan(0)
    expect(first?.[1].people).toEqual(expect.arrayContaining(opened?.[1].people ?? []))
  })

  test('ends the search that led to it, and names whom it is of though nobody was met', async () => {
    const { type, log, accesses } = await looking()
    type('nguyen van an')
    log.export({ ...window, subject: an }, nobodyMet)
    expect(accesses()).toMatchObject([
      ['access.searched', {}],
      ['access.exported', { lines: 0, people: [expect.any(String), expect.any(String)] }],
    ])
  })
})

describe('a trace on the screen', () => {
  const vehicle = { ...window, subject: { kind: 'plate', plate: '98A-123.45' } } as const

  test('is an access to everybody whom it lists, of a vehicle too, as its file is', async () => {
    const { journal, log, accesses } = await looking()
    const answer = journal.trace({ ...vehicle, to: now + minute })
    log.trace(vehicle, answer, { code: 'complaint', note: null })
    log.export(vehicle, answer)
    const [traced, exported] = accesses()
    expect(traced).toMatchObject(['access.traced', { found: answer.lines.length, because: { code: 'complaint' } }])
    expect(traced?.[1].people).toEqual(exported?.[1].people)
    const list = journal.accesses.list({ person: 'Nguyễn Văn An', before: null })
    expect(list.kind === 'listed' && list.lines.map(({ kind }) => kind)).toEqual(['access.exported', 'access.traced'])
  })

  test('is one entry a task, and another where it shows somebody whom it had not', async () => {
    const { journal, log, accesses } = await looking()
    const answer = journal.trace({ ...vehicle, to: now + minute })
    const fewer = { ...answer, lines: answer.lines.slice(0, 1) }
    log.trace(vehicle, fewer)
    for (let count = 0; count < 2; count++) log.trace(vehicle, answer)
    log.trace(vehicle, fewer)
    expect(accesses().map(([kind, { found }]) => [kind, found])).toEqual([
      ['access.traced', 1],
      ['access.traced', answer.lines.length],
    ])
  })

  test('names whom it is of though nobody was met, and of a vehicle then nobody', async () => {
    const { log, accesses } = await looking()
    log.trace({ ...window, subject: an }, nobodyMet)
    log.trace(vehicle, nobodyMet)
    expect(accesses()).toMatchObject([
      ['access.traced', { found: 0, people: [expect.any(String), expect.any(String)] }],
      ['access.traced', { found: 0, people: [] }],
    ])
  })
})
