/** Who looked at whom, asked by command. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { officerSigner } from '../../../fixtures/officer.ts'
import { runCommand, type Ran } from './run-command.ts'

async function lookedAt() {
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
  return (...words: string[]): Promise<Ran> =>
    runCommand(['journal', 'access', ...words, '--profile', profile, '--lang', 'en'], now + 10)
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

test('a plate is nobody', async () => {
  const run = await lookedAt()
  await expect(run('--person', '98A-123.45')).rejects.toThrow(/name or a number/)
})
