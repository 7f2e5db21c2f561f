/** `chot sync`: enrolled by a file, sent with a stick, looked at. */
import { createHash, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBatchName } from '../../../../main/sync/index.ts'
import { nodeMeans } from '../../../../main/sync/means.ts'
import { onStick } from '../../../../main/sync/places.ts'
import { signRefused } from '../../../../shared/sync/refusal.ts'
import { fingerprintOf } from '../../../../shared/sync/invitation.ts'
import { answeringPerson } from '../../../fixtures/answering-person.ts'
import { invitationOf, invited, PaperHub } from '../../../fixtures/paper-hub.ts'
import { realProfile } from '../../../fixtures/real-profile.ts'
import { hub as hubName, hubSigner } from '../../../fixtures/sync-parties.ts'
import { testTls } from '../../../fixtures/tls.ts'
import { runCommand, type Ran } from './run-command.ts'

const at = Date.parse('2026-11-22T07:00:00Z')
const folder = (): string => mkdtempSync(join(tmpdir(), 'chot-sync-command-'))

const chot = (profile: string, ...commandLine: string[]): Promise<Ran> =>
  runCommand([...commandLine, '--profile', profile, '--lang', 'en'], at)

/** A file with an invitation in it. */
function invitationFile(others: object = {}): string {
  const file = join(folder(), 'invitation.json')
  writeFileSync(file, invitationOf(null, { mode: 'real', ...others }))
  return file
}

/** What the hub's page shows, and its last four groups, as they are read out there. */
const shown = fingerprintOf(nodeMeans, hubSigner.public)
const compared = ['--fingerprint', shown.slice(-16)] as const

async function enrolledProfile(): Promise<string> {
  const { profile } = await realProfile()
  expect(await chot(profile, 'sync', 'enrol', ...compared, invitationFile())).toMatchObject({ status: 0 })
  return profile
}

/** What the hub does with a stick. */
function hubTakes(hub: PaperHub, stick: string): void {
  const places = onStick(stick, invited)
  const batches = readdirSync(places.up).filter((name) => readBatchName(name))
  const answers = ['enrolment.chot', ...batches, 'state.chot'].map((name) =>
    hub.take(readFileSync(join(places.up, name))),
  )
  const all = Object.assign({}, ...answers, { receipts: answers.flatMap(({ receipts }) => receipts) }) as object
  mkdirSync(places.down)
  writeFileSync(places.answer, JSON.stringify(all))
}

describe('chot sync', () => {
  test('enrol says which hub, by a key that people can compare', async () => {
    const { profile } = await realProfile()
    const { printed } = await chot(profile, 'sync', 'enrol', ...compared, invitationFile())
    expect(printed).toMatch(/^This checkpoint sends its journal to the hub [0-9a-f]{32} \(by stick only\)/)
    expect(printed).toMatch(/(?:[0-9a-f]{4} ){15}[0-9a-f]{4}\n$/)
  })

  test('enrol names the hub’s fingerprint where nobody compared it, and enrols nothing', async () => {
    const { profile } = await realProfile()
    const enrol = (...given: string[]) => chot(profile, 'sync', 'enrol', ...given, invitationFile())
    await expect(enrol()).rejects.toMatchObject({
      code: 'fingerprint-missing',
      status: 64,
      message: expect.stringContaining(shown.match(/.{4}/g)!.join(' ')),
    })
    const another = shown.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    await expect(enrol('--fingerprint', another)).rejects.toMatchObject({ code: 'another-fingerprint', status: 1 })
    expect(await chot(profile, 'sync', 'status')).toMatchObject({
      printed: expect.stringContaining('enrolled with no hub'),
    })
    expect(await enrol('--fingerprint', shown)).toMatchObject({ status: 0 })
  })

  test('enrol has a person type the last groups as they are read out at the hub, and stops where they differ', async () => {
    const { profile } = await realProfile()
    const words = ['sync', 'enrol', invitationFile(), '--profile', profile, '--lang', 'en']
    const other = answeringPerson({ 'Have whoever': '0000 0000 0000 0000' })
    await expect(runCommand(words, at, '', other)).rejects.toMatchObject({ code: 'another-fingerprint' })
    const typed = ['b855', shown.slice(-16).replaceAll(/(.{4})/g, '$1 ')]
    const person = answeringPerson({ 'Have whoever': () => typed.shift() ?? '' })
    expect(await runCommand(words, at, '', person)).toMatchObject({ status: 0 })
    expect(person.heard.join('')).toContain('That is not all')
  })

  test('enrol refuses what is no invitation, or one for practice', async () => {
    const { profile } = await realProfile()
    const altered = invitationFile({ key: 'A'.repeat(43) })
    await expect(chot(profile, 'sync', 'enrol', altered)).rejects.toThrow(/no invitation of a hub/)
    const practice = invitationFile({ mode: 'practice' })
    await expect(chot(profile, 'sync', 'enrol', practice)).rejects.toThrow(/another kind of checkpoint/)
    expect(await chot(profile, 'sync', 'status')).toMatchObject({ status: 1 })
  })

  test('run brings everything on a stick and its receipts home', async () => {
    const profile = await enrolledProfile()
    const stick = folder()
    const out = await chot(profile, 'sync', 'run', '--folder', stick, '--json')
    expect(out.status).toBe(0)
    const first = JSON.parse(out.printed) as { head: number }
    expect(first).toMatchObject({ receipted: 0, batches: 1, why: null, answer: 'none', strangers: [] })
    expect(first.head).toBeGreaterThan(0)
    expect(existsSync(join(profile, 'sync', 'out'))).toBe(true)
  })

  test('run refuses a folder that is not there, and makes none in place of the stick', async () => {
    const profile = await enrolledProfile()
    const nowhere = join(folder(), 'mistyped')
    await expect(chot(profile, 'sync', 'run', '--folder', nowhere)).rejects.toMatchObject({
      code: 'no-stick',
      status: 66,
      message: expect.stringMatching(/no folder .*mistyped\. Plug the stick in/),
    })
    expect(existsSync(nowhere)).toBe(false)
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    await expect(chot(profile, 'sync', 'run', '--folder', file)).rejects.toMatchObject({ code: 'no-stick' })
  })

  test('status and run agree once the stick came back', async () => {
    const profile = await enrolledProfile()
    const stick = folder()
    await chot(profile, 'sync', 'run', '--folder', stick)
    hubTakes(new PaperHub(), stick)
    const back = await chot(profile, 'sync', 'run', '--folder', stick)
    expect(back.printed).toContain('all are delivered')
    const status = await chot(profile, 'sync', 'status', '--json')
    expect(status.status).toBe(0)
    expect(JSON.parse(status.printed)).toMatchObject({ waiting: 0, delivered: true, hub: { confirmed: true } })
  })

  test('run and status say that the hub did not take what a stick brought, and what to do', async () => {
    const profile = await enrolledProfile()
    const stick = folder()
    await chot(profile, 'sync', 'run', '--folder', stick)
    const places = onStick(stick, invited)
    const refusal = signRefused({ hub: hubName, enrolment: invited, why: 'not-enrolled', at }, hubSigner.sign)
    mkdirSync(places.down)
    writeFileSync(places.answer, JSON.stringify({ receipts: [], refusal, now: at }))
    const { complained } = await chot(profile, 'sync', 'run', '--folder', stick)
    expect(complained).toMatch(/^NOT TAKEN: .+ Ask for a new one and enrol/m)
    expect(await chot(profile, 'sync', 'status')).toMatchObject({ printed: expect.stringContaining('NOT TAKEN: ') })
  })

  test('status counts what was recorded since, though no trip was made', async () => {
    const profile = await enrolledProfile()
    const stick = folder()
    await chot(profile, 'sync', 'run', '--folder', stick)
    hubTakes(new PaperHub(), stick)
    await chot(profile, 'sync', 'run', '--folder', stick)
    await chot(profile, 'checkpoint', 'set', '--lane', '9')
    const status = await chot(profile, 'sync', 'status', '--json')
    expect([status.status, JSON.parse(status.printed)]).toMatchObject([1, { waiting: 1, delivered: false }])
  })

  test('run by wire says that this hub only takes sticks', async () => {
    const profile = await enrolledProfile()
    const { status, complained } = await chot(profile, 'sync', 'run')
    expect([status, complained]).toEqual([1, expect.stringContaining('--folder DIR')])
  })

  test('inspect says what a file is, and of a batch nothing that is sealed', async () => {
    const profile = await enrolledProfile()
    const stick = folder()
    await chot(profile, 'sync', 'run', '--folder', stick)
    const { up } = onStick(stick, invited)
    const [batch = ''] = readdirSync(up).filter((name) => readBatchName(name))
    const seen = await runCommand(['sync', 'inspect', join(up, batch), '--lang', 'en'], at)
    expect(seen.printed).toMatch(/^A batch of entries 1 to \d+ \(by its name\), sealed, \d+ bytes\n/)
    const asJson = await runCommand(['sync', 'inspect', invitationFile(), '--json'], at)
    expect(JSON.parse(asJson.printed)).toMatchObject({ is: 'invitation', name: 'Chốt 1', mode: 'real' })
    expect(asJson.printed).not.toContain('0123-4567')
    const stranger = join(folder(), 'x')
    writeFileSync(stranger, 'PK')
    expect(await runCommand(['sync', 'inspect', stranger], at)).toMatchObject({ status: 1 })
  })

  test('enrol takes the authority of a private hub, and refuses what is no certificate', async () => {
    const { profile } = await realProfile()
    const wrong = join(folder(), 'ca.pem')
    writeFileSync(wrong, 'no certificate')
    await expect(chot(profile, 'sync', 'enrol', '--ca', wrong, invitationFile())).rejects.toThrow(/no certificate/)
    expect(await chot(profile, 'sync', 'status')).toMatchObject({ status: 1 })
  })

  test('enrol keeps no other authority than the one that the invitation names', async () => {
    const { profile } = await realProfile()
    const authority = join(folder(), 'ca.pem')
    writeFileSync(authority, testTls.cert)
    const kept = (): boolean => existsSync(join(profile, 'trust-server.pem'))
    const enrol = (ca: string): Promise<Ran> =>
      chot(profile, 'sync', 'enrol', ...compared, '--ca', authority, invitationFile({ ca }))
    await expect(enrol('0'.repeat(64))).rejects.toThrow(/not the one that the invitation names/)
    expect(kept()).toBe(false)
    const its = createHash('sha256').update(new X509Certificate(testTls.cert).raw).digest('hex')
    expect(await enrol(its)).toMatchObject({ status: 0 })
    expect(kept()).toBe(true)
  })

  test('an invitation of another hub has what was sealed for the first sealed anew', async () => {
    const profile = await enrolledProfile()
    await chot(profile, 'sync', 'run', '--folder', folder())
    const out = join(profile, 'sync', 'out')
    expect(readdirSync(out)).toHaveLength(1)
    await chot(profile, 'sync', 'enrol', ...compared, invitationFile({ code: 'ZZZZ-4567-89AB-CDEF' }))
    expect(readdirSync(out)).toEqual([])
  })

  test('epoch does nothing where hub and journal do not differ', async () => {
    const profile = await enrolledProfile()
    await expect(chot(profile, 'sync', 'epoch')).rejects.toThrow(/do not differ/)
  })

  test('diagnostics writes a new file, and over none', async () => {
    const profile = await enrolledProfile()
    const file = join(folder(), 'sync.json')
    expect(await chot(profile, 'sync', 'diagnostics', '--out', file)).toMatchObject({ status: 0 })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ chot: 'sync diagnostics', mode: 'real' })
    await expect(chot(profile, 'sync', 'diagnostics', '--out', file)).rejects.toThrow(/not overwritten/)
    const { printed } = await chot(profile, 'sync', 'diagnostics')
    expect(JSON.parse(printed)).toMatchObject({ sync: { delivered: false } })
  })
})
