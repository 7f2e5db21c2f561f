/** `chot trace`: of a closed kiosk's journal, for whoever may trace. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { localDay } from '../../../../shared/language/time.ts'
import { as, closedPost } from '../../../fixtures/closed-post.ts'
import { journalKey } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { pagesOf } from '../reports/read-pdf.ts'
import { runCommand } from './run-command.ts'

/** A post that a vehicle with two people passed. */
async function passed() {
  const post = await closedPost(({ journal }) => {
    journal.ledger.ensureKeys(now)
    recordedBy(journal, crossingOf({ travellers: 2 }), now)
  })
  return { ...post, out: join(post.profile, 'trace.pdf') }
}

const words = (profile: string, out: string, ...more: string[]): string[] => [
  'trace',
  '--plate',
  '98A-123.45',
  '--from',
  localDay(now),
  '--to',
  localDay(now),
  '--profile',
  profile,
  '--out',
  out,
  '--lang',
  'en',
  ...more,
]

test('a supervisor has whom a vehicle met on paper, and that they asked stands in the journal with why', async () => {
  const { profile, folder, out } = await passed()
  await runCommand(words(profile, out, '--reason', 'CDC 1204'), now, '', { env: as('supervisor') })
  const text = pagesOf(readFileSync(out))
    .flat()
    .map((line) => line.text)
    .join(' ')
  expect(text).toContain('phương tiện biển số 98A-123.45. Lý do: CDC 1204.')
  expect(text).toContain('98A-123.45')
  const asked = [...readEntries(folder, journalKey)].filter(({ entry: { kind } }) => kind.startsWith('access.'))
  expect(asked.at(-1)?.entry.kind).toBe('access.exported')
  expect(asked.at(-1)?.payload).toContain('CDC 1204')
})

test('nobody has it who is no supervisor, and nothing is written', async () => {
  const { profile, out } = await passed()
  for (const env of [{}, as('it'), as('officer')])
    await expect(runCommand(words(profile, out, '--reason', 'x'), now, '', { env })).rejects.toMatchObject({
      code: 'kiosk-not-allowed',
    })
  expect(existsSync(out)).toBe(false)
})

test('it wants to know whom, of which days and why', async () => {
  const { profile, out } = await passed()
  const refused = async (line: string[], said: RegExp): Promise<void> =>
    expect(runCommand(line, now, '', { env: as('supervisor') })).rejects.toThrow(said)
  await refused(words(profile, out), /--reason/)
  await refused(words(profile, out, '--reason', 'x', '--number', '1'), /whom/)
  await refused(['trace', '--out', out, '--profile', profile, '--reason', 'x', '--lang', 'en'], /whom/)
  await refused(words(profile, out, '--reason', 'x', '--minutes', '999'), /--minutes/)
})
