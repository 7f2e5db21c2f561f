/** What is believed is checked again at every opening, against its signatures and against what was believed last. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { Journal } from '../../../../main/journal/index.ts'
import {
  folderSource,
  openTrust,
  readBelieved,
  recordBelief,
  sayDamage,
  type TrustKeeper,
} from '../../../../main/trust/index.ts'
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { codeOf, judge, keyOf, now as codeNow, testPayload } from '../../../fixtures/certificates.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { start, testAuthority, type TestAuthority } from './repository/test-authority.ts'

const jwk = publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })
const strangersKey = publicJwk(keyOf('ES256'), { issuer: 'Ai đó', country: 'VN' })
/** Accepts every result, a positive one too. */
const laxRules = { ...defaults, policy: 'lax', rules: [] }

/** A checkpoint's trust folder and its journal, opened and closed as a kiosk does. */
class Checkpoint {
  readonly authority: TestAuthority = testAuthority()
  readonly trust: string
  readonly journalFolder: string

  constructor() {
    const profile = mkdtempSync(join(tmpdir(), 'chot-trust-record-'))
    onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
    this.trust = join(profile, 'trust')
    this.journalFolder = join(profile, 'journal')
    cpSync(this.authority.home.metadata, join(profile, 'roots'), { recursive: true })
    execFileSync('mkdir', [this.trust])
    copyFileSync(join(profile, 'roots', '1.root.json'), join(this.trust, 'root.json'))
  }

  /** Opens, does something with what is believed, and closes. */
  async opened<T>(act: (keeper: TrustKeeper, journal: Journal) => T | Promise<T>): Promise<T> {
    const journal = await Journal.open({
      folder: this.journalFolder,
      kiosk: 'kiosk-1',
      secrets,
      log: () => undefined,
    })
    try {
      return await act(await openTrust({ folder: this.trust, mode: 'real' }, journal, () => start), journal)
    } finally {
      journal.close()
    }
  }

  /** Takes what the authority published last. */
  update(stick = this.authority.stick) {
    return this.opened(async (keeper, journal) => {
      const outcome = await keeper.update(folderSource(stick))
      recordBelief(journal, keeper, start)
      return outcome
    })
  }

  publish(edition: number, keys: readonly object[] = [jwk]): void {
    this.authority.set('keys.json', { keys, edition })
    this.authority.publish(start + edition * 1000)
  }

  /** What the next opening believes and says. */
  next() {
    return this.opened((keeper) => ({
      keys: keeper.store.keys.size,
      codes: keeper.damage.map(({ code }) => code),
      files: keeper.damage.map(({ values }) => values['file']),
      store: keeper.store,
    }))
  }

  store(...path: string[]): string {
    return join(this.trust, 'store', ...path)
  }
}

async function believing(...editions: number[]): Promise<Checkpoint> {
  const checkpoint = new Checkpoint()
  for (const edition of editions) {
    checkpoint.publish(edition)
    await checkpoint.update()
  }
  return checkpoint
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')
const recorded = (journal: Journal): unknown => journal.lastEvent('trust.believed')

describe('a store that nobody touched', () => {
  test('is believed at the next opening, and nothing is recorded twice', async () => {
    const checkpoint = await believing(1)
    const before = await checkpoint.opened((_, journal) => recorded(journal))
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
    expect(await checkpoint.opened((_, journal) => recorded(journal))).toEqual(before)
    expect(before).toMatchObject({
      from: 'repository',
      held: { generation: 'g1', versions: { root: 1, timestamp: 2, snapshot: 2, targets: 2 } },
    })
  })
})

describe('a store that somebody changed', () => {
  test('does not read a file that the authority did not list, and says so: its rules admit nobody', async () => {
    const checkpoint = await believing(1)
    writeFileSync(checkpoint.store('g1', 'targets', 'rules.json'), JSON.stringify(laxRules))
    const { codes, files, store } = await checkpoint.next()
    expect([codes, files]).toEqual([['unlisted'], ['g1/targets/rules.json']])
    const positive = codeOf({ payload: testPayload({ tr: '260373001' }) })
    expect(judge(positive, { trust: store, at: codeNow }).outcome).toBe('rejected')
  })

  test('does not read files of a plain folder that lie beside the root, and says so', async () => {
    const checkpoint = await believing(1)
    writeFileSync(join(checkpoint.trust, 'keys.json'), JSON.stringify({ keys: [strangersKey] }))
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: ['unlisted'], files: ['keys.json'] })
  })

  test('believes no keys that the authority did not sign, whatever the hashes beside them say', async () => {
    const checkpoint = await believing(1)
    const altered = JSON.stringify({ keys: [strangersKey] })
    writeFileSync(checkpoint.store('g1', 'targets', 'keys.json'), altered)
    const contents = { format: 1, files: { 'keys.json': { length: altered.length, sha256: sha256(altered) } } }
    writeFileSync(checkpoint.store('g1', 'contents.json'), JSON.stringify(contents))
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['altered'], files: ['g1/keys.json'] })
  })

  test('believes no metadata that list other hashes: they are signed', async () => {
    const checkpoint = await believing(1)
    const altered = JSON.stringify({ keys: [strangersKey] })
    const file = checkpoint.store('g1', 'metadata', 'targets.json')
    const targets = JSON.parse(readFileSync(file, 'utf8'))
    targets.signed.targets['keys.json'] = { length: altered.length, hashes: { sha256: sha256(altered) } }
    writeFileSync(file, JSON.stringify(targets))
    writeFileSync(checkpoint.store('g1', 'targets', 'keys.json'), altered)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['altered'], files: ['g1/targets.json'] })
  })

  test.each(['timestamp.json', 'snapshot.json', 'targets.json'])(
    'believes nothing where its %s was taken away, or has one byte more',
    async (name) => {
      const checkpoint = await believing(1)
      const file = checkpoint.store('g1', 'metadata', name)
      const sound = readFileSync(file, 'utf8')
      // Within the signed part, where a byte is not white space.
      writeFileSync(file, sound.replace('"version": 2', '"version": 3'))
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['altered'], files: [`g1/${name}`] })
      rmSync(file)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['missing'], files: [`g1/${name}`] })
    },
  )

  test('believes nothing where a file that is listed was taken away', async () => {
    const checkpoint = await believing(1)
    rmSync(checkpoint.store('g1', 'targets', 'keys.json'))
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['missing'], files: ['g1/keys.json'] })
  })

  test.skipIf(process.platform === 'win32')(
    'is not kept waiting by a pipe in the place of a file, and follows no link',
    async () => {
      const checkpoint = await believing(1)
      const file = checkpoint.store('g1', 'targets', 'keys.json')
      renameSync(file, `${file}.moved`)
      execFileSync('mkfifo', [file])
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['unreadable'] })
      rmSync(file)
      symlinkSync(`${file}.moved`, file)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['unreadable'] })
    },
  )

  test('goes on with the publication that is there once more after an update, and the journal keeps what was wrong', async () => {
    const checkpoint = await believing(1)
    appendFileSync(checkpoint.store('g1', 'targets', 'keys.json'), ' ')
    expect(await checkpoint.next()).toMatchObject({ keys: 0 })
    expect(await checkpoint.update()).toMatchObject({ outcome: 'updated' })
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
  })
})

describe('a store that was set back', () => {
  const pointTo = (checkpoint: Checkpoint, current: string): void =>
    writeFileSync(checkpoint.store('current.json'), JSON.stringify({ format: 1, current, previous: null }))

  test('by its pointer alone goes on with the newest, says so, and the next update puts the pointer right', async () => {
    const checkpoint = await believing(1, 2)
    pointTo(checkpoint, 'g1')
    const { codes, files, store } = await checkpoint.next()
    expect([codes, files, store.keys.size]).toEqual([['set-back'], ['g1'], 1])
    expect(await checkpoint.update()).toMatchObject({ outcome: 'current', generation: { name: 'g2' } })
    expect(await checkpoint.next()).toMatchObject({ codes: [] })
  })

  test('with its newest publication gone believes nobody, at every opening until an update', async () => {
    const checkpoint = await believing(1, 2)
    pointTo(checkpoint, 'g1')
    rmSync(checkpoint.store('g2'), { recursive: true })
    for (let opening = 0; opening < 2; opening++)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['set-back'] })
    await checkpoint.update()
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
  })

  test('to an older copy of the whole folder believes nobody', async () => {
    const checkpoint = await believing(1)
    const copy = `${checkpoint.trust}-copy`
    cpSync(checkpoint.trust, copy, { recursive: true })
    checkpoint.publish(2)
    await checkpoint.update()
    rmSync(checkpoint.trust, { recursive: true })
    renameSync(copy, checkpoint.trust)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['set-back'] })
  })

  test('to nothing says that what was believed is gone, and takes no older publication in its place', async () => {
    const checkpoint = await believing(1)
    const old = checkpoint.authority.copyOfStick('old')
    checkpoint.publish(2)
    await checkpoint.update()
    rmSync(checkpoint.store(), { recursive: true })
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['store-missing'] })
    expect(await checkpoint.update(old)).toMatchObject({ outcome: 'refused', refusal: { code: 'rollback' } })
    expect(await checkpoint.update()).toMatchObject({ outcome: 'updated' })
  })

  test('without its pointer goes on with what is there', async () => {
    const checkpoint = await believing(1, 2)
    rmSync(checkpoint.store('current.json'))
    expect(await checkpoint.next()).toMatchObject({ keys: 1, codes: [] })
  })
})

describe('signed trust never becomes a plain folder', () => {
  const plain = (checkpoint: Checkpoint): void =>
    writeFileSync(join(checkpoint.trust, 'keys.json'), JSON.stringify({ keys: [strangersKey, jwk] }))

  test('when its root is removed and keys are put beside', async () => {
    const checkpoint = await believing(1)
    rmSync(join(checkpoint.trust, 'root.json'))
    plain(checkpoint)
    for (let opening = 0; opening < 2; opening++)
      expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-missing'] })
    expect(readBelieved(checkpoint.trust, 'real')).toMatchObject({
      from: 'repository',
      damage: [{ code: 'root-missing' }],
    })
    expect(await checkpoint.update()).toMatchObject({ refusal: { code: 'anchor-changed' } })
  })

  test('when its store is removed as well, for the journal remembers', async () => {
    const checkpoint = await believing(1)
    rmSync(checkpoint.trust, { recursive: true })
    execFileSync('mkdir', [checkpoint.trust])
    plain(checkpoint)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-missing'] })
  })

  test('before its first update either', async () => {
    const checkpoint = new Checkpoint()
    await checkpoint.next()
    rmSync(join(checkpoint.trust, 'root.json'))
    plain(checkpoint)
    rmSync(checkpoint.store(), { recursive: true })
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-missing'] })
  })

  test('nor somebody else’s: a root, and a whole store, of another authority are not believed', async () => {
    const [checkpoint, other] = [await believing(1), await believing(1)]
    rmSync(checkpoint.trust, { recursive: true })
    cpSync(other.trust, checkpoint.trust, { recursive: true })
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: ['root-changed'] })
  })

  test('while a plain folder that is given a root may become signed', async () => {
    const checkpoint = new Checkpoint()
    const root = readFileSync(join(checkpoint.trust, 'root.json'))
    rmSync(join(checkpoint.trust, 'root.json'))
    plain(checkpoint)
    expect(await checkpoint.next()).toMatchObject({ keys: 2, codes: [] })
    rmSync(join(checkpoint.trust, 'keys.json'))
    writeFileSync(join(checkpoint.trust, 'root.json'), root)
    expect(await checkpoint.next()).toMatchObject({ keys: 0, codes: [] })
    checkpoint.publish(1)
    expect(await checkpoint.update()).toMatchObject({ outcome: 'updated' })
  })
})

describe('a plain folder', () => {
  test('is believed as it is, and each change of it is an entry', async () => {
    const checkpoint = new Checkpoint()
    rmSync(join(checkpoint.trust, 'root.json'))
    writeFileSync(join(checkpoint.trust, 'keys.json'), JSON.stringify({ keys: [jwk] }))
    const first = await checkpoint.opened((_, journal) => recorded(journal))
    writeFileSync(join(checkpoint.trust, 'rules.json'), JSON.stringify(laxRules))
    const second = await checkpoint.opened((_, journal) => recorded(journal))
    expect([first, second]).toEqual([
      expect.objectContaining({ from: 'folder' }),
      expect.objectContaining({ from: 'folder' }),
    ])
    expect(first).not.toEqual(second)
  })
})

test('what was read is what is used: files that change after they were read change nothing', async () => {
  const checkpoint = await believing(1)
  await checkpoint.opened((keeper) => {
    const { store } = keeper
    for (const name of readdirSync(checkpoint.store('g1', 'targets')))
      writeFileSync(checkpoint.store('g1', 'targets', name), JSON.stringify({ keys: [strangersKey] }))
    expect(keeper.refresh()).toBe(false)
    expect(keeper.store).toBe(store)
    expect(judge(codeOf(), { trust: keeper.store, at: codeNow }).findings[2]?.code).toBe('signature-valid')
  })
  expect(existsSync(checkpoint.store('g1'))).toBe(true)
})

test('all that is wrong has a sentence in both languages that says what to do', async () => {
  const checkpoint = await believing(1)
  writeFileSync(checkpoint.store('g1', 'targets', 'lạ\u202E.json'), '')
  const said = await checkpoint.opened(({ damage }) =>
    damage.map((one) => [sayDamage('vi', one), sayDamage('en', one)]),
  )
  expect(said).toEqual([
    [expect.stringMatching(/^Trong kho khóa có tệp lạ g1\/targets\/lạ\uFFFD\.json.*\.$/), expect.stringMatching(/\.$/)],
  ])
})
