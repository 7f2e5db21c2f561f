/** What proves a fork, as a file that anybody checks without the hub. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkEvidence } from '../../../hub/evidence/check-evidence.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'
import { kioskOf } from '../../fixtures/hub-kiosk.ts'
import { chained, statementOf } from '../../fixtures/sync-parties.ts'

const hub = hubForTests()
const file = join(mkdtempSync(join(tmpdir(), 'chot-evidence-')), 'evidence.json')
const run = (...commandLine: string[]) => runHub(hub.data, ...commandLine)

describe.skipIf(noDatabase !== null)('evidence of a fork', () => {
  test('names the entry and both hashes, whether the ends part within a batch or between two', async () => {
    const kiosk = await kioskOf(hub.ground, 'Chốt hai nhánh')
    const ours = chained(20)
    const { epoch } = statementOf(ours)
    const from = (seq: number) =>
      chained(5, { from: seq, previous: ours[seq - 2]!.entry.hash, say: (n) => `{"x":${n}}` })
    const [within, between] = [from(11), from(16)]
    await kiosk.send(ours)
    await kiosk.send(within, { epoch })
    await kiosk.send([...between, ...chained(5, { from: 21, previous: between[4]!.entry.hash })].slice(5), { epoch })
    expect(await run('evidence', file, '--kiosk', 'Chốt hai nhánh')).toMatchObject({ status: 0 })
    const { status, printed } = await run('evidence', file, '--check', '--json')
    expect([status, JSON.parse(printed)]).toMatchObject([
      0,
      {
        fingerprint: hub.ground.keys.fingerprint,
        forks: [
          { at: 11, ours: ours[10]?.entry.hash, theirs: within[0]?.entry.hash, fault: null },
          { at: 20, ours: ours[19]?.entry.hash, theirs: between[4]?.entry.hash, fault: null },
        ],
      },
    ])
  })

  test('is none once a letter of it is changed', () => {
    const { said, signature } = JSON.parse(readFileSync(file, 'utf8')) as { said: string; signature: string }
    expect(checkEvidence(JSON.stringify({ chot: 'evidence', said, signature }))).not.toBeNull()
    const changed = said.replace('Chốt hai nhánh', 'Chốt khác')
    expect(checkEvidence(JSON.stringify({ chot: 'evidence', said: changed, signature }))).toBeNull()
    expect(checkEvidence('{}')).toBeNull()
  })

  test('is not written where there is no fork, and what is none is not believed', async () => {
    await kioskOf(hub.ground, 'Chốt lành', 7)
    expect(await run('evidence', file, '--kiosk', 'Chốt lành')).toMatchObject({ status: 1 })
    writeFileSync(file, 'hello')
    expect((await run('evidence', file, '--check')).complained).toContain('this is no such evidence')
  })
})
