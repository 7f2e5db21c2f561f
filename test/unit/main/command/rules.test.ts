/** `chot rules test` and `chot rules simulate`. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import { trustStore } from '../../../../main/trust/index.ts'
import { publicData } from '../../../conformance/public-data.ts'
import { codeOf, hour, judge, now, payloadOf, testPayload } from '../../../fixtures/certificates.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import defaults from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { rule } from '../../shared/rules/evaluated.ts'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'chot-rules-'))

function fileOf(name: string, ...values: unknown[]): string {
  const file = join(folder, name)
  writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join('\n'))
  return file
}

describe('chot rules test', () => {
  const rules = fileOf('rules.jsonl', rule({ Logic: { '===': [{ var: 'payload.a' }, 1] } }))
  const ruleTest = {
    rule: 'GR-VN-0001',
    version: '1.0.0',
    name: 'one',
    payload: { a: 1 },
    external: {},
    expected: true,
  }
  const run = (...tests: unknown[]) =>
    runCommand(['rules', 'test', '--rules', rules, '--tests', fileOf('tests.jsonl', ...tests), '--lang', 'en'], now)

  test('ends with how many passed', async () => {
    expect(await run(ruleTest, ruleTest)).toEqual({ status: 0, printed: '2 passed, 0 failed\n', complained: '' })
  })

  test('lists each failure with why, and the exit status says so', async () => {
    const ran = await run(ruleTest, { ...ruleTest, expected: false }, { ...ruleTest, version: '2.0.0' })
    expect(ran.status).toBe(1)
    expect(ran.printed.split('\n')).toEqual([
      'test 2 GR-VN-0001 1.0.0 one: the rule is met and should not be',
      'test 3 GR-VN-0001 2.0.0 one: there is no such rule of that version',
      '1 passed, 2 failed',
      '',
    ])
  })

  test('says what is wrong with rules that cannot be used', async () => {
    const broken = fileOf('broken.jsonl', rule({ Logic: null }))
    const ran = await runCommand(['rules', 'test', '--rules', broken, '--tests', fileOf('none.jsonl')], now)
    expect(ran).toMatchObject({ status: 1, printed: '', complained: expect.stringContaining('GR-VN-0001') })
  })

  test.each([
    [['--tests', 'x'], '--rules FILE.jsonl is missing'],
    [['--rules', 'nowhere.jsonl', '--tests', 'x'], 'cannot read nowhere.jsonl'],
    [['--rules', rules, '--tests', rules, '--json'], 'there is no option --json here'],
    [['--rules', rules, '--tests', rules, 'x'], 'takes no arguments'],
  ])('%j is wrong usage', async (options, message) => {
    await expect(runCommand(['rules', 'test', ...options], now)).rejects.toThrow(message)
  })

  test('names the line that is not JSON', async () => {
    const file = join(folder, 'text.jsonl')
    writeFileSync(file, '{}\n\nnope\n')
    await expect(runCommand(['rules', 'test', '--rules', rules, '--tests', file], now)).rejects.toThrow('line 3')
  })

  const certlogic = join(publicData, 'certlogic')
  test.skipIf(!existsSync(certlogic))('all 318 public tests pass (needs ../shared/data)', async () => {
    const given = ['--rules', 'rules.jsonl', '--tests', 'rule-tests.jsonl', '--value-sets', 'valuesets']
    const options = given.map((word) => (word.startsWith('--') ? word : join(certlogic, word)))
    expect(await runCommand(['rules', 'test', ...options], now)).toMatchObject({
      status: 0,
      printed: '318 passed, 0 failed\n',
    })
  })
})

describe('chot rules simulate', () => {
  const shorter = { ...defaults, policy: 'twelve-hours', parameters: [{ ...defaults.parameters[0], naatHours: 12 }] }
  const rules = fileOf('policy.json', shorter)
  const tomorrow = now + 24 * hour

  /** A kiosk that has the journal open: a result of 20 hours, a vaccination, a positive one, and a text. */
  async function kiosk(): Promise<{ profile: string; journal: Journal }> {
    const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-simulate-')))
    const journal = await Journal.open({
      folder: join(profile, 'journal'),
      kiosk: 'kiosk-1',
      secrets,
      log: () => undefined,
    })
    onTestFinished(() => journal.close())
    const payloads = [testPayload(), payloadOf('vaccination'), testPayload({ tr: '260373001' })]
    for (const payload of payloads) journal.recordScan(judge(codeOf({ payload })), 'camera', now)
    journal.recordScan(judge('hello'), 'camera', now)
    return { profile, journal }
  }

  const simulate = (profile: string, ...options: string[]) =>
    runCommand(['rules', 'simulate', '--rules', rules, '--journal', '--profile', profile, ...options], tomorrow)

  test('replays yesterday while the kiosk has the journal open, and prints what would change', async () => {
    const { status, printed } = await simulate((await kiosk()).profile, '--lang', 'en')
    expect(status).toBe(0)
    expect(printed.split('\n')).toEqual([
      '2021-10-04: 4 scans, 1 would change under the rules "twelve-hours".',
      '  1 × VALID → NOT VALID',
      '#1 08:00',
      '  VALID: The rules in force are met.',
      '  → NOT VALID: The sample is 20 hours old; the limit is 12 hours. A new test is needed.',
      '',
    ])
  })

  test('names holders only where that is asked', async () => {
    const { profile } = await kiosk()
    expect((await simulate(profile)).printed).not.toContain('Nguyễn')
    expect((await simulate(profile, '--names')).printed).toContain('#1 08:00 Nguyễn Văn An')
    expect((await simulate(profile, '--json')).printed).not.toContain('Nguyễn')
  })

  test('tells a program the same', async () => {
    const { printed } = await simulate((await kiosk()).profile, '--json', '--names')
    expect(JSON.parse(printed)).toEqual({
      day: '2021-10-04',
      policy: 'twelve-hours',
      scans: 4,
      gone: 0,
      counts: [{ from: 'accepted', to: 'rejected', count: 1 }],
      changed: [
        {
          seq: 1,
          at: new Date(now).toISOString(),
          holder: 'Nguyễn Văn An',
          from: { outcome: 'accepted', reason: 'rules-met' },
          to: { outcome: 'rejected', reason: 'sample-too-old' },
        },
      ],
    })
  })

  test('the rules that were in force change nothing', async () => {
    const same = ['rules', 'simulate', '--rules', fileOf('same.json', defaults), '--journal', '--profile']
    const { printed } = await runCommand([...same, (await kiosk()).profile, '--json'], tomorrow)
    expect(JSON.parse(printed)).toMatchObject({ scans: 4, changed: [] })
  })

  test('judges each scan at its own time, and only those of the day', async () => {
    const { profile, journal } = await kiosk()
    journal.recordScan(judge(codeOf()), 'camera', now - 9 * hour)
    journal.recordScan(judge(codeOf()), 'camera', tomorrow)
    const { printed } = await simulate(profile, '--json', '--day', '2021-10-03')
    expect(JSON.parse(printed)).toMatchObject({ day: '2021-10-03', scans: 1, changed: [] })
  })

  test('leaves every other finding as it was recorded', async () => {
    const { profile, journal } = await kiosk()
    journal.recordScan(judge(codeOf(), { trust: trustStore() }), 'camera', now)
    const { printed } = await simulate(profile, '--json')
    expect((JSON.parse(printed) as { changed: unknown[] }).changed[1]).toMatchObject({
      from: { outcome: 'check', reason: 'key-unknown' },
      to: { outcome: 'rejected', reason: 'sample-too-old' },
    })
  })

  test.each([
    [['rules', 'simulate', '--rules', rules], 'add --journal'],
    [['rules', 'simulate', '--rules', rules, '--journal', '--profile', folder], 'there is no journal'],
    [
      ['rules', 'simulate', '--rules', fileOf('bad.json', {}), '--journal', '--profile', folder],
      'cannot be used as rules',
    ],
  ])('%j is wrong usage', async (commandLine, message) => {
    await expect(runCommand(commandLine, tomorrow)).rejects.toThrow(message)
  })

  test('a day is written YYYY-MM-DD', async () => {
    await expect(simulate((await kiosk()).profile, '--day', '4/10/2021')).rejects.toThrow('--day takes YYYY-MM-DD')
  })
})
