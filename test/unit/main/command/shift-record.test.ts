/** `chot shift record`: of a closed kiosk's journal, for whoever may read its shifts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgePaperCode } from '../../../../main/verify/paper.ts'
import { as, closedPost, openClosedPost } from '../../../fixtures/closed-post.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { codesOf } from '../reports/drawn-pdf.ts'
import { pagesOf } from '../reports/read-pdf.ts'
import { runCommand } from './run-command.ts'

/** A post whose shift was closed; answers with the entry that says so. */
async function handedOver(mode: 'real' | 'practice') {
  let seq = 0
  const post = await closedPost(({ journal }) => {
    journal.ledger.ensureKeys(now)
    const closed = journal.shifts.close(now)
    if (closed.recorded) seq = closed.seq
  }, mode)
  return { ...post, seq, out: join(post.profile, 'record.pdf') }
}

const words = (profile: string, out: string, ...more: string[]): string[] => [
  'shift',
  'record',
  ...more,
  '--profile',
  profile,
  '--out',
  out,
  '--lang',
  'en',
]

test('an officer has the last shift’s record, and the kiosk knows its pages again', async () => {
  const { profile, out, seq } = await handedOver('real')
  await runCommand(words(profile, out), now, '', { env: as('officer') })
  const bytes = readFileSync(out)
  const text = pagesOf(bytes)
    .flat()
    .map((line) => line.text)
    .join(' ')
  expect(text).toContain(`bản ghi kết thúc ca ${seq}`)
  expect(text).toContain('BIÊN BẢN')
  const { journal } = await openClosedPost(profile)
  const codes = (await codesOf(bytes)).map(
    ([code = '']) =>
      judgePaperCode(code, { isOwn: (key) => journal.ledger.papers.isOwn(key), since: () => null }).reason.code,
  )
  journal.close()
  expect(new Set(codes)).toEqual(new Set(['paper-own']))
})

test('nobody has it who does not say who they are, or looks after the machine', async () => {
  const { profile, out } = await handedOver('real')
  for (const env of [{}, as('it'), as('auditor')])
    await expect(runCommand(words(profile, out), now, '', { env })).rejects.toMatchObject({ code: 'kiosk-not-allowed' })
  expect(existsSync(out)).toBe(false)
})

test('an entry that closed no shift is none, and a word that is no entry is refused', async () => {
  const { profile, out } = await handedOver('practice')
  await expect(runCommand(words(profile, out, '1'), now, '', { env: {} })).rejects.toMatchObject({ code: 'no-shift' })
  await expect(runCommand(words(profile, out, 'x'), now, '', { env: {} })).rejects.toThrow(/ENTRY/)
})
