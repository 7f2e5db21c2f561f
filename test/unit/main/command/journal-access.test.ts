/** Who looked at whom, asked by command. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import type { IssuedReport } from '../../../../shared/ledger/issued-report.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { officerSigner } from '../../../fixtures/officer.ts'
import { crossingOf, traveller } from '../journal/search-in.ts'
import { runCommand, type Ran } from './run-command.ts'

async function lookedAt(): Promise<Run> {
  return (await lookedAtIn()).run
}

type Run = (...words: string[]) => Promise<Ran>

async function lookedAtIn(): Promise<{ run: Run; journal: Journal }> {
  const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-access-')))
  const who = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real' }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(who))
  const folder = join(profile, 'journal')
  let officer: ReturnType<typeof officerSigner> | null = null
  const signer = () => officer
  const journal = await Journal.open({ folder, kiosk: 'kiosk-1', secrets, log: () => undefined, signer })
  onTestFinished(() => journal.close())
  journal.accesses.opened(7, [{ name: 'Nguyễn Văn An', birthDate: '1999-02-26', numbers: ['024099001234'] }], now, {
    code: 'authority-request',
    note: 'CDC Bắc Ninh, 118',
  })
  officer = officerSigner('1042')
  journal.accesses.searched('Trần Thị Bình', 3, now + 1)
  const run: Run = (...words) =>
    runCommand(['journal', 'access', ...words, '--profile', profile, '--lang', 'en'], now + 10)
  return { run, journal }
}

test('tells each access and its officer, and names nobody who was looked at', async () => {
  const run = await lookedAt()
  const { status, printed } = await run()
  expect(status).toBe(0)
  expect(printed.split('\n')).toMatchObject([
    expect.stringMatching(/#1 · nobody signed in · opened crossing 7 · An authority asks: CDC Bắc Ninh, 118$/),
    expect.stringMatching(/#2 · 1042 · looked for people, 3 crossings found · no reason asked$/),
    '',
  ])
})

test.each([
  ['their name', 'nguyen van an', 1],
  ['their number', '024099001234', 1],
  ['another’s name', 'Lê Văn Cường', 0],
])('asked for somebody by %s, it tells who looked at them', async (_, person, lines) => {
  const run = await lookedAt()
  expect((await run('--person', person)).printed.split('\n').filter((line) => line !== '')).toHaveLength(lines)
})

test('says so where nobody looked at who is asked for, and not on the lines that are read on', async () => {
  const run = await lookedAt()
  const { status, printed, complained } = await run('--person', 'Lê Văn Cường')
  expect([status, printed]).toEqual([0, ''])
  expect(complained).toContain('no access to that person on record')
  expect((await run('--person', 'nguyen van an')).complained).not.toContain('no access')
})

/** A report of the crossings of that day, as it is given out. */
const reportOf = (through: number, changes: Partial<IssuedReport> = {}): IssuedReport => ({
  format: 'csv',
  sha256: 'ab'.repeat(32),
  bytes: 10,
  post: 'Chốt 1',
  lane: '1',
  mode: 'real',
  from: now - 1,
  to: now + 3_600_000,
  head: { seq: through, hash: 'cd'.repeat(32), epoch: null },
  crossings: 1,
  people: 1,
  voided: 0,
  erased: 0,
  identities: true,
  reason: 'Điều tra dịch tễ',
  guarded: {},
  ...changes,
})

test('tells of somebody which reports with identities they were in, and of no other report', async () => {
  const { run, journal } = await lookedAtIn()
  const crossed = journal.recordCrossing(crossingOf('98A-123.45', [traveller('Phạm Thị Dung')]), now + 5, null)
  const through = crossed.recorded ? crossed.seq : 0
  const filter = { officer: null, direction: null, decision: null, lane: null }
  const given: Partial<IssuedReport>[] = [
    { reason: 'with them' },
    { reason: 'masked', identities: false },
    { reason: 'before it', head: { seq: through - 1, hash: 'cd'.repeat(32), epoch: null } },
    { reason: 'of another time', from: now + 60_000 },
    { reason: 'the other way', filter: { ...filter, direction: 'out' } },
    { reason: 'their way', filter: { ...filter, direction: 'in' } },
  ]
  for (const each of given) journal.issues.issue(reportOf(through, each), now + 6)
  const { printed, complained } = await run('--person', 'pham thi dung')
  const lines = printed.split('\n').filter((line) => line !== '')
  expect(lines).toMatchObject([
    expect.stringMatching(/was among what was exported · with them$/),
    expect.stringMatching(/was among what was exported · their way$/),
  ])
  expect(complained).not.toContain('Besides')
})

test('says how often the journal itself left, of which no entry says whether they were in it', async () => {
  const { run, journal } = await lookedAtIn()
  journal.accesses.exported(2, now + 3)
  journal.accesses.backedUp(3, now + 4)
  const { printed, complained } = await run('--person', 'nguyen van an')
  expect(printed.split('\n').filter((line) => line !== '')).toHaveLength(1)
  expect(complained).toContain('backed up 2 times')
})

test('a plate is nobody', async () => {
  const run = await lookedAt()
  await expect(run('--person', '98A-123.45')).rejects.toThrow(/name or a number/)
})
