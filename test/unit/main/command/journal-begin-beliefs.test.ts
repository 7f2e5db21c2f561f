/** What a practice profile believed, and who its officers are, goes along to a journal that is begun behind another. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { readAccounts, readEntries } from '../../../../main/journal/index.ts'
import { aboutOfficers } from '../../../../main/journal/migrations/0140-officers.ts'
import { aboutShifts } from '../../../../main/journal/migrations/0150-shifts.ts'
import { untabled } from '../../../../main/journal/migrations/0170-branched.ts'
import { openProfileJournal } from '../../../../main/profile/index.ts'
import { folderSource, openTrust, recordBelief, type TrustKeeper } from '../../../../main/trust/index.ts'
import { keyOf } from '../../../fixtures/certificates.ts'
import { closedPost, numbers } from '../../../fixtures/closed-post.ts'
import { journalKey, keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { behindIts, check } from '../journal/journal-in.ts'
import { start, testAuthority } from '../trust/repository/test-authority.ts'
import { runCommand } from './run-command.ts'

const folderOf = (profile: string): string => join(profile, 'journal')
const trustOf = (profile: string): string => join(profile, 'trust')
const begins = (profile: string) =>
  runCommand(['journal', 'begin', '--yes', '--profile', profile, '--lang', 'en'], start)

/** Opens a profile as a kiosk does, does something with what it believes, and closes it. */
async function opened<T>(profile: string, act: (keeper: TrustKeeper) => T | Promise<T>): Promise<T> {
  const { journal } = await openProfileJournal(profile, { secrets, now: () => start, log: () => undefined })
  try {
    expect(journal.doubts).toEqual([])
    const keeper = await openTrust({ folder: trustOf(profile), mode: 'practice' }, journal, () => start)
    const answer = await act(keeper)
    recordBelief(journal, keeper, start)
    return answer
  } finally {
    journal.close()
  }
}

/** A practice profile that took an authority's first publication, of which a copy was kept, and then its second. */
async function believing() {
  const authority = testAuthority()
  const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-begin-beliefs-')))
  const who = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'practice' }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(who))
  mkdirSync(trustOf(profile))
  copyFileSync(join(authority.home.metadata, '1.root.json'), join(trustOf(profile), 'root.json'))
  const keys = [publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })]
  for (const edition of [1, 2]) {
    authority.set('keys.json', { mode: 'practice', keys, edition })
    authority.publish(start + edition * 1000)
    await opened(profile, (keeper) => keeper.update(folderSource(authority.stick)))
    if (edition === 1) cpSync(trustOf(profile), `${profile}-first`, { recursive: true })
  }
  return { profile, first: `${profile}-first` }
}

/** A journal as the version before the last format left it: nothing that this version wrote is lost by that. */
function asTheVersionBefore(profile: string): void {
  const before = { officers: aboutOfficers, shifts: aboutShifts, untabled }
  const indices = Object.entries(before).map(
    ([name, condition]) =>
      `DROP INDEX entries_${name};\nCREATE INDEX entries_${name} ON entries (seq) WHERE ${condition};`,
  )
  behindIts(folderOf(profile), `${indices.join('\n')} PRAGMA user_version = 180`)
}

const whoever = (): void => undefined

describe.each([
  ['this version', whoever],
  ['an earlier version', asTheVersionBefore],
])('a journal that %s wrote, and another begun behind it', (_, leave) => {
  test('go on with what was believed', async () => {
    const { profile } = await believing()
    leave(profile)
    expect(await begins(profile)).toMatchObject({ status: 0 })
    const kinds = [...readEntries(folderOf(profile), journalKey)].map(({ entry }) => entry.kind)
    expect(kinds).toContain('trust.believed')
    expect(await opened(profile, ({ store, damage }) => [store.keys.size, damage])).toEqual([1, []])
  })

  test('believe nobody by a store that was set back in between', async () => {
    const { profile, first } = await believing()
    leave(profile)
    await begins(profile)
    rmSync(trustOf(profile), { recursive: true })
    cpSync(first, trustOf(profile), { recursive: true })
    const found = await opened(profile, ({ store, damage }) => [store.keys.size, damage.map(({ code }) => code)])
    expect(found).toEqual([0, ['set-back']])
  })

  test('are each whole to its end, which the new one names', async () => {
    const { profile } = await believing()
    const last = [...readEntries(folderOf(profile), journalKey)].at(-1)
    leave(profile)
    await begins(profile)
    const aside = readdirSync(profile).find((name) => /^journal-.*[0-9a-f]$/.test(name)) ?? ''
    expect(check(join(profile, aside))).toMatchObject({ intact: true, entries: last?.entry.seq })
    expect(check(folderOf(profile))).toMatchObject({ intact: true })
    const [begun] = readEntries(folderOf(profile), journalKey)
    const [firstOfOld] = readEntries(join(profile, aside), journalKey)
    expect(JSON.parse(begun?.payload ?? '')).toMatchObject({
      follows: { seq: last?.entry.seq, hash: last?.entry.hash, epoch: firstOfOld?.entry.hash, folder: aside },
    })
  })

  test('have the same officers', async () => {
    const { profile } = await closedPost(undefined, 'practice')
    leave(profile)
    expect((await begins(profile)).complained).toContain('Its officers go on in the new one')
    expect([...readAccounts(folderOf(profile), journalKey).keys()].toSorted()).toEqual(
      Object.values(numbers).toSorted(),
    )
  })
})

test('a demo of which a journal was set aside, and which was offered to a hub, is taken away whole', async () => {
  const { profile } = await believing()
  mkdirSync(join(profile, 'demo-authority'))
  mkdirSync(join(profile, 'sync'))
  await begins(profile)
  writeFileSync(join(profile, 'journal.begin'), '{}')
  const reset = await runCommand(['demo', 'reset', '--confirm', 'Chốt 1', '--profile', profile, '--lang', 'en'], start)
  expect(reset).toMatchObject({ status: 0, complained: '' })
  expect(existsSync(profile) ? readdirSync(profile) : []).toEqual([])
})
