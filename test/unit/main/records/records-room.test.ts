import { expect, onTestFinished, test } from 'vitest'
import { Journal, readEntries, type Signer } from '../../../../main/journal/index.ts'
import { officerSigner } from '../../../fixtures/officer.ts'
import { recordsRoom } from '../../../../main/records/index.ts'
import { LaneMemory } from '../../../../main/lane/index.ts'
import { journalKey, secrets } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { behindIts, newFolder } from '../journal/journal-in.ts'

type Parts = Parameters<typeof recordsRoom>[0]

const query = {
  subject: { kind: 'plate', plate: '98A-123.45' },
  from: now - 1,
  to: now + 1,
  withinMinutes: 15,
} as const

const because = { code: 'authority-request', note: 'CDC Bắc Ninh, công văn 118' } as const

/**
 * The records of a journal with a crossing; what is asked here asks neither lane nor day.
 * @param who whoever is there; null: the kiosk has no officers
 */
async function records(who: string | null = null, made: Uint8Array | null = Buffer.from('%PDF')) {
  const folder = newFolder()
  let signer: Signer | null = null
  const journal = await Journal.open({
    folder,
    kiosk: 'kiosk-1',
    secrets,
    log: () => undefined,
    signer: () => signer,
  })
  onTestFinished(() => journal.close())
  const record = (officer: string | null): number => {
    signer = officer === null ? null : officerSigner(officer)
    return recordedBy(journal, crossingOf(), now)
  }
  const seq = record(null)
  const unasked = {} as Pick<Parts, 'lane' | 'today' | 'referrals' | 'trust' | 'checkpoint'>
  const officer = who === null ? null : ({ number: who, name: 'Lê Hoa', rank: 'Đại úy', role: 'officer' } as const)
  const asked: unknown[] = []
  const papers = {
    async make(paper: unknown): Promise<Uint8Array | null> {
      asked.push(paper)
      return made
    },
    close: () => undefined,
  }
  const session = {
    read: () => ({ claimed: who !== null, who: officer, asleep: false, since: null }),
    beforeLeaving: () => undefined,
  }
  const { handlers } = recordsRoom({ ...unasked, journal, memory: new LaneMemory(), papers, session, now: () => now })
  const kinds = () => [...readEntries(folder, journalKey)].map(({ entry }) => entry.kind)
  return { folder, journal, handlers, kinds, record, seq, asked }
}

test('a trace is given to be saved once that it leaves is in the journal', async () => {
  const { handlers, journal, kinds } = await records()
  const traced = journal.trace(query)
  expect(traced.lines.length).toBeGreaterThan(0)
  expect(handlers['crossings.export']({ ...query, because })).toEqual({ recorded: true, answer: traced })
  expect(kinds()).toEqual(['crossing.recorded', 'access.exported'])
})

test('nothing is given where the journal does not take that', async () => {
  const { folder, handlers, kinds } = await records()
  behindIts(
    folder,
    `CREATE TRIGGER refused BEFORE INSERT ON entries WHEN new.kind = 'access.exported'
     BEGIN SELECT raise(FAIL, 'no'); END`,
  )
  expect(handlers['crossings.export']({ ...query, because })).toEqual({ recorded: false, code: 'failed' })
  behindIts(folder, 'DROP TRIGGER refused')
  expect(kinds()).toEqual(['crossing.recorded'])
})

test('a trace on paper is the same entry, made with the reason that was said, and handed over as it was made', async () => {
  const { handlers, journal, kinds, asked } = await records('1042')
  const traced = journal.trace(query)
  const given = await handlers['crossings.paper']({ ...query, because })
  expect(given).toEqual({ recorded: true, pdf: Buffer.from('%PDF').toString('base64'), lines: traced.lines.length })
  const reason = 'Cơ quan có thẩm quyền yêu cầu: CDC Bắc Ninh, công văn 118'
  expect(asked).toEqual([{ query, answer: traced, reason }])
  expect(kinds()).toEqual(['crossing.recorded', 'access.exported'])
  expect(await handlers['crossings.paper']({ ...query, because: null })).toEqual({
    recorded: false,
    code: 'reason-needed',
  })
  expect(kinds()).toHaveLength(2)
})

test('a paper that the journal did not take is not made, and one that could not be made is said so', async () => {
  const { folder, handlers, asked } = await records(null, null)
  behindIts(
    folder,
    `CREATE TRIGGER refused BEFORE INSERT ON entries WHEN new.kind = 'access.exported'
     BEGIN SELECT raise(FAIL, 'no'); END`,
  )
  expect(await handlers['crossings.paper']({ ...query, because })).toEqual({ recorded: false, code: 'failed' })
  expect(asked).toEqual([])
  behindIts(folder, 'DROP TRIGGER refused')
  expect(await handlers['crossings.paper']({ ...query, because: null })).toEqual({ recorded: false, code: 'not-made' })
  expect(asked).toMatchObject([{ reason: null }])
})

const any = { from: null, to: null, decision: null, direction: null } as const
const needed = { kind: 'reason-needed' }

test.each([
  ['a plate', '98A-123.45', false],
  ['a part of one', '123', false],
  ['the beginning of one', '98A-123', false],
  ['nothing', '', false],
  ['a name', 'Nguyễn Văn An', true],
  ['a letter of one', 'n', true],
  ['a citizen’s number', '024099001234', true],
  ['a passport', 'B1234567', true],
  ['a certificate', 'URN:UVCI:01:VN:98A', true],
])('a search by %s', async (_, text, asks) => {
  const { handlers } = await records('1042')
  const answer = await handlers['crossings.search']({ ...any, text, because: null })
  expect(answer.kind).toBe(asks ? 'reason-needed' : 'found')
  expect(await handlers['crossings.search']({ ...any, text, because })).toMatchObject({ kind: 'found' })
})

test('what somebody recorded in this shift they open again without a reason; what others did, and in shifts before, with one', async () => {
  const { handlers, journal, record, seq: nobodys } = await records('1042')
  const own = record('1042')
  const others = record('1043')
  const open = async (seq: number, why: typeof because | null = null) =>
    (await handlers['crossing.read']({ seq, because: why })).kind
  expect([await open(own), await open(others), await open(nobodys)]).toEqual([
    'found',
    'reason-needed',
    'reason-needed',
  ])
  expect(await open(others, because)).toBe('found')
  journal.shifts.close(now)
  expect(await open(own)).toBe('reason-needed')
})

test('a trace, and its file, are of people whatever they are of', async () => {
  const { handlers, kinds } = await records('1042')
  expect(handlers['crossings.trace']({ ...query, because: null })).toEqual(needed)
  expect(handlers['crossings.export']({ ...query, because: null })).toEqual({ recorded: false, code: 'reason-needed' })
  expect(kinds().filter((kind) => kind.startsWith('access.'))).toEqual([])
})

test('why somebody looked stands in the entry, and in the list of whoever oversees it', async () => {
  const { handlers, journal, seq } = await records('1042')
  await handlers['crossing.read']({ seq, because })
  await handlers['crossings.search']({ ...any, text: 'Lê Thị Cúc', because })
  await handlers['crossings.trace']({ ...query, because })
  const list = journal.accesses.list({ person: null, before: null })
  expect(list.kind === 'listed' && list.lines.map(({ kind, because: why }) => [kind, why])).toEqual([
    ['access.traced', because],
    ['access.searched', because],
    ['access.opened', because],
  ])
})

test('a kiosk without officers asks nobody for a reason: nobody would answer for it', async () => {
  const { handlers, seq } = await records(null)
  expect(await handlers['crossing.read']({ seq, because: null })).toMatchObject({ kind: 'found' })
})
