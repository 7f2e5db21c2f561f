/** A disk that is full, or fills up: the screen says so, scanning goes on, and nothing is called recorded that is not. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCutOff } from './cut-off.ts'
import { test as base, expect } from './fixtures.ts'
import { recordedCrossings, recordedKinds, recordedScans } from './journal-file.ts'
import { handPace, scannerPace } from './keyboard.ts'
import { startKioskOrFail } from './kiosk-process.ts'
import { admitsCounted, verdict } from './screen.ts'

/** The journal of this profile lies on a small disk of its own; its answer fills it up and makes room again. */
const test = base.extend<{ fill: (full: boolean) => void }>({
  profile: async ({ profile }, use, testInfo) => {
    const folder = join(profile, 'journal')
    mkdirSync(folder, { recursive: true })
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
    testInfo.skip(mounted.status !== 0, 'a small disk cannot be mounted here')
    await use(profile)
    spawnSync('umount', [folder])
  },
  fill: async ({ profile }, use) => use((full) => fillDisk(profile, full)),
})

function fillDisk(profile: string, full: boolean): void {
  const folder = join(profile, 'journal')
  const ballast = join(folder, 'ballast')
  if (!full) return rmSync(ballast)
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1))
}

test('scanning goes on, and a decision waits until there is room', async ({ page, keyboard, codes, profile, fill }) => {
  await keyboard.type(codes.valid.text, scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await expect(page.getByTestId('decide-admitted')).toHaveAttribute('data-marked', 'true')
  const before = recordedScans(profile).length
  fill(true)

  await keyboard.type(codes.card.text, scannerPace)
  await expect(page.getByTestId('papers')).toHaveAttribute('data-identity', 'same')
  await expect(page.getByTestId('not-recorded')).toContainText('CHƯA GHI')
  await expect(page.getByTestId('unsaved')).toContainText('Ổ ĐĨA ĐẦY')
  // What to do now is no key: none is marked.
  await expect(page.locator('[data-marked="true"]')).toHaveCount(0)
  // One bar says it, and the name beside it is whole.
  await expect(page.getByRole('alert')).toHaveCount(1)
  expect(await page.evaluate(findCutOff)).toEqual([])
  await page.keyboard.press('F1')
  await expect(page.getByTestId('remark')).toContainText('CHƯA GHI')
  expect(await page.evaluate(findCutOff)).toEqual([])
  await expect(page.getByTestId('travellers').locator('[data-traveller]')).toHaveCount(1)
  expect(recordedScans(profile)).toHaveLength(before)
  expect(recordedCrossings(profile)).toEqual([])

  fill(false)
  await page.keyboard.press('F1')
  await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'admitted')
  await expect(page.getByTestId('unsaved')).toBeHidden()
  expect(recordedCrossings(profile)).toMatchObject([{ kind: 'crossing.recorded', decision: 'admitted' }])
})

test('a trace is not saved as a file while the journal does not take that it leaves', async ({
  page,
  keyboard,
  codes,
  profile,
  fill,
}) => {
  await keyboard.type('98A12345', handPace)
  await keyboard.type(codes.valid.text, scannerPace)
  await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
  await admitsCounted(page, 1)
  await page.getByTestId('last-crossings').getByText('98A-123.45').click()
  await page.getByRole('button', { name: 'Truy vết xe này' }).click()
  await expect(page.getByTestId('traced')).toBeVisible()
  const saved: string[] = []
  page.on('download', (download) => saved.push(download.suggestedFilename()))
  fill(true)
  await page.getByTestId('trace-export').click()
  await expect(page.getByTestId('not-exported')).toContainText('CHƯA XUẤT: ổ đĩa đầy')
  expect(await page.evaluate(findCutOff)).toEqual([])
  expect(saved).toEqual([])
  expect(recordedKinds(profile)).not.toContain('access.exported')

  fill(false)
  await Promise.all([page.waitForEvent('download'), page.getByTestId('trace-export').click()])
  await expect(page.getByTestId('not-exported')).toBeHidden()
  expect(recordedKinds(profile).at(-1)).toBe('access.exported')
})

const fullFromTheStart = test.extend({
  profile: async ({ profile }, use) => {
    const before = await startKioskOrFail(profile)
    await before.stop()
    fillDisk(profile, true)
    await use(profile)
  },
})

fullFromTheStart(
  'it opens, judges, and records once there is room',
  async ({ page, keyboard, codes, profile, fill }) => {
    await keyboard.type(codes.valid.text, scannerPace)
    await expect(verdict(page)).toHaveAttribute('data-outcome', 'accepted')
    await expect(page.getByTestId('not-recorded')).toContainText('CHƯA GHI')
    await expect(page.getByTestId('unsaved')).toContainText('Ổ ĐĨA ĐẦY')
    await page.keyboard.press('F1')
    await expect(page.getByTestId('remark')).toContainText('CHƯA GHI')

    fill(false)
    await page.keyboard.press('F1')
    await expect(page.getByTestId('decided')).toHaveAttribute('data-decision', 'admitted')
    expect(recordedScans(profile)).toEqual([])
    expect(recordedCrossings(profile)).toMatchObject([{ kind: 'crossing.recorded', decision: 'admitted' }])
  },
)
