/** What the hub hands on of the authority's publication, by wire and by stick. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeStick } from '../../../hub/stick.ts'
import { mirrorOnto } from '../../../hub/trust/mirror.ts'
import { FollowedTrust } from '../../../main/sync/follow-trust.ts'
import { nodeDisk, trustOnStick } from '../../../main/sync/index.ts'
import { mostNamesInFolder } from '../../../shared/sync/limits.ts'
import { runHub } from '../../fixtures/hub-command.ts'
import { doorOf } from '../../fixtures/hub-door.ts'
import { clock, hubForTests, noDatabase } from '../../fixtures/hub-ground.ts'

const hub = hubForTests()
const folder = (): string => mkdtempSync(join(tmpdir(), 'chot-hub-publication-'))

describe.skipIf(noDatabase !== null)('the hub', () => {
  test('hands on the authority’s lists as they are, and nothing else of the disk', async () => {
    const trust = folder()
    for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
    writeFileSync(join(trust, 'metadata', 'timestamp.json'), '{"signed":{}}')
    writeFileSync(join(trust, 'targets', 'keys.json'), '[]')
    writeFileSync(join(trust, 'secret'), 'x')
    symlinkSync('/etc/passwd', join(trust, 'targets', 'passwd'))
    const address = await doorOf(hub.ground, { trust })
    const get = async (path: string) => {
      const answer = await fetch(`${address}/v1/trust/${path}`)
      return answer.status === 200 ? await answer.text() : answer.status
    }
    expect(await get('metadata/timestamp.json')).toBe('{"signed":{}}')
    expect(await get('targets/keys.json')).toBe('[]')
    for (const path of [
      'secret',
      'targets/..%2fsecret',
      'targets/%2e%2e/secret',
      'targets/passwd',
      'targets',
      'metadata/2.json',
    ])
      expect([path, await get(path)]).toEqual([path, 404])
    expect((await fetch(`${await doorOf(hub.ground)}/v1/trust/targets/keys.json`)).status).toBe(404)

    const stick = folder()
    const from = { disk: nodeDisk, folder: trust }
    expect(await mirrorOnto(nodeDisk, stick, from)).toEqual({ put: true, written: 2 })
    // Where a kiosk looks for it.
    expect(readFileSync(join(trustOnStick(stick), 'targets', 'keys.json'), 'utf8')).toBe('[]')
    expect(await mirrorOnto(nodeDisk, stick, from)).toEqual({ put: true, written: 0 })
    const updated: string[] = []
    const follow = new FollowedTrust(
      async (place) => updated.push(place) > 0,
      () => clock.now,
    )
    await follow.byStick(nodeDisk, stick)
    expect(updated).toEqual([trustOnStick(stick)])
    expect(await takeStick(hub.ground, nodeDisk, stick)).toEqual({ files: [], strangers: [], crowded: [], answered: 0 })
  })

  test('puts a publication on a stick whole or not at all, and says why not', async () => {
    const [trust, stick] = [folder(), folder()]
    const put = () => runHub(hub.data, 'stick', stick, '--trust', trust)
    for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
    writeFileSync(join(trust, 'targets', 'keys.json'), '[]')
    expect(await put()).toMatchObject({ status: 1, complained: expect.stringContaining('there is none in') })
    writeFileSync(join(trust, 'metadata', 'timestamp.json'), '{"signed":{}}')
    for (let at = 0; at < mostNamesInFolder; at++) writeFileSync(join(trust, 'targets', `${at}.json`), '')
    expect(await put()).toMatchObject({ status: 1, complained: expect.stringContaining('more than 10,000 files') })
    expect(existsSync(trustOnStick(stick))).toBe(false)
  })

  test.each(['chot-sync', 'chot-sync/trust', 'chot-sync/trust/targets'])(
    'puts nothing through a link in place of %s on a stick',
    async (name) => {
      const [trust, stick, victim] = [folder(), folder(), folder()]
      for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
      writeFileSync(join(trust, 'targets', 'keys.json'), '[]')
      writeFileSync(join(trust, 'metadata', 'timestamp.json'), '{"signed":{}}')
      mkdirSync(dirname(join(stick, name)), { recursive: true })
      symlinkSync(victim, join(stick, name))
      const put = mirrorOnto(nodeDisk, stick, { disk: nodeDisk, folder: trust })
      await expect(put).rejects.toMatchObject({ code: 'ENOTDIR', path: join(stick, name) })
      expect(readdirSync(victim)).toEqual([])
    },
  )

  test('puts the publication on a stick that was meant when it began, though the authority publishes anew', async () => {
    const [trust, stick] = [folder(), folder()]
    for (const part of ['metadata', 'targets']) mkdirSync(join(trust, part))
    const publish = (version: number): void => {
      writeFileSync(join(trust, 'metadata', `${version}.snapshot.json`), '{}')
      writeFileSync(join(trust, 'metadata', 'timestamp.json'), `{"version":${version}}`)
    }
    publish(1)
    const publishing = {
      ...nodeDisk,
      async list(place: string) {
        const listed = await nodeDisk.list(place)
        publish(2)
        return listed
      },
    }
    await mirrorOnto(nodeDisk, stick, { disk: publishing, folder: trust })
    const metadata = join(trustOnStick(stick), 'metadata')
    expect(readFileSync(join(metadata, 'timestamp.json'), 'utf8')).toBe('{"version":1}')
    expect(readdirSync(metadata)).toContain('1.snapshot.json')
  })
})
