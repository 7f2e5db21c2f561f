/** A checkpoint that is opened on a full disk: it judges, says what it could not record, and records that later. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { publicJwk } from '../../../authority/signing-key.ts'
import { openApp, type App } from '../../../main/app.ts'
import { readEntries } from '../../../main/journal/index.ts'
import { defaultSettings } from '../../../main/shell/index.ts'
import { codeOf, keyOf, now } from '../../fixtures/certificates.ts'
import { journalKey, secrets } from '../../fixtures/secrets.ts'
import { smallDisk } from '../../fixtures/small-disk.ts'

const disk = smallDisk()
const profile = join(disk?.folder ?? '', 'profile')

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  rmSync(profile, { recursive: true, force: true })
  disk?.free()
})

function believe(issuer: string): void {
  const keys = [publicJwk(keyOf('EdDSA'), { issuer, country: 'VN' })]
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys, published: new Date(now).toISOString() }))
}

const open = (): Promise<App> => {
  const settings = { read: () => defaultSettings, write: () => defaultSettings }
  const ports = { now: () => now, settings, secrets, log: () => undefined }
  return openApp({ profile, version: '1.2.3', ports })
}

const kinds = (): string[] => [...readEntries(join(profile, 'journal'), journalKey)].map(({ entry }) => entry.kind)

test.skipIf(disk === null)(
  'a code is judged and not called recorded; with room again it is, and what was found at the opening too (needs leave to mount)',
  async () => {
    mkdirSync(join(profile, 'trust'), { recursive: true })
    const about = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real' }
    writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
    believe('Sở Y tế')
    const before = await open()
    before.close()
    believe('Bộ Y tế')
    disk?.fill()

    const app = await open()
    try {
      const scan = app.handlers['scan.verify']
      const refused = await scan({ text: codeOf(), source: 'camera', obeyed: true })
      expect(refused).toMatchObject({
        verdict: { outcome: 'accepted' },
        record: { recorded: false, code: 'disk-full' },
      })
      disk?.free()
      vi.advanceTimersByTime(60_000)
      expect(await scan({ text: codeOf(), source: 'camera', obeyed: true })).toMatchObject({
        record: { recorded: true },
      })
      const atOpening = ['journal.begun', 'kiosk.keys', 'trust.believed', 'trust.believed', 'orders.changed']
      expect(kinds()).toEqual([...atOpening, 'scan.verified'])
    } finally {
      app.close()
    }
  },
)
