/** The doctor of a profile in which something else stands in the place of the journal's file: it goes on to all the rest. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realProfile } from '../../../fixtures/real-profile.ts'
import { strangers } from '../../../fixtures/strangers.ts'
import { runCommand } from './run-command.ts'

const at = Date.parse('2026-11-22T08:00:00+07:00')

test.each(strangers)('%s in the place of the journal is named, and everything else is looked at', async (_, put) => {
  const { profile } = await realProfile({}, at)
  const file = join(profile, 'journal', 'journal.sqlite')
  rmSync(file)
  put(file)
  const { printed, status } = await runCommand(['doctor', '--profile', profile, '--lang', 'en'], at)
  expect(status).toBe(1)
  expect(printed).toMatch(/^BAD {3}journal .*journal\.sqlite/m)
  for (const what of ['profile', 'secret', 'disk', 'clock', 'zone', 'trust', 'port', 'versions'])
    expect(printed).toMatch(new RegExp(`^(good |LOOK |BAD  ) ${what} `, 'm'))
})
