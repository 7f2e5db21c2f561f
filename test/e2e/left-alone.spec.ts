/** A room that is left alone gives way to the lane, but never with something half filled in it. */
import { expect } from '@playwright/test'
import { test } from './gallery-page.ts'

const view = { language: 'vi', theme: 'day' } as const
const longer = 125_000

test('a room left alone for two minutes gives way to the lane', async ({ gallery }) => {
  const { page, frame } = gallery
  await page.clock.install()
  await gallery.show('records-search', view)
  await page.clock.runFor(longer)
  await expect(frame.getByTestId('lane-screen')).toBeVisible()
  await expect(frame.getByTestId('records-screen')).toBeHidden()
})

test('one with a correction half filled stays', async ({ gallery }) => {
  const { page, frame } = gallery
  await page.clock.install()
  await gallery.show('records-amend', view)
  await page.clock.runFor(2 * longer)
  await expect(frame.getByTestId('amend-form')).toBeVisible()
})

test('one with a checkpoint half set up stays, and loses nothing', async ({ gallery }) => {
  const { page, frame } = gallery
  await page.clock.install()
  await gallery.show('wizard-passphrase', view)
  await page.clock.runFor(2 * longer)
  await expect(frame.getByTestId('wizard')).toHaveAttribute('data-step', 'secret')
})

test('one with an officer half appointed stays, and so does a badge that is shown once', async ({ gallery }) => {
  const { page, frame } = gallery
  await page.clock.install()
  await gallery.show('officers-form-fault', view)
  await page.clock.runFor(2 * longer)
  await expect(frame.getByTestId('appoint-form')).toBeVisible()
  await gallery.show('officers-badge', view)
  await page.clock.runFor(2 * longer)
  await expect(frame.getByTestId('badge-card')).toBeVisible()
})
