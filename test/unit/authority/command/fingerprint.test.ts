/** `fingerprint`: what the authority reads out is what the kiosk shows. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { renewRoot } from '../../../../authority/repository/root.ts'
import { readRoot } from '../../../../main/trust/index.ts'
import { dispatch } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { start, testAuthority } from '../../main/trust/repository/test-authority.ts'

test('every root’s fingerprint is the one that a checkpoint reads from its file', async () => {
  const { home, ring } = testAuthority()
  renewRoot(home, ring, start)
  const terminal = testTerminal({ env: { CHOT_AUTHORITY: home.folder } })
  await dispatch(chotAuthority, ['fingerprint'], terminal)
  for (const version of [1, 2]) {
    const { fingerprint } = readRoot(readFileSync(join(home.metadata, `${version}.root.json`)))!
    const groups = fingerprint.match(/.{4}/g)!.join(' ')
    expect(terminal.printed).toMatch(
      new RegExp(`Root version ${version}, .*\n  SHA-256: ${fingerprint}\n  ${groups}\n`),
    )
  }
})

test('a root that is damaged is told of', async () => {
  const { home } = testAuthority()
  writeFileSync(join(home.metadata, '1.root.json'), '{}')
  const terminal = testTerminal({ env: { CHOT_AUTHORITY: home.folder } })
  await expect(dispatch(chotAuthority, ['fingerprint'], terminal)).rejects.toMatchObject({ code: 'metadata-damaged' })
})
