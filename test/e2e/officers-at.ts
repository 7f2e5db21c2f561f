/** Officers at a checkpoint's screen: how they are appointed, and how they say who they are. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Role } from '../../shared/contract/role.ts'
import type { Means } from '../../shared/ledger/officers.ts'
import { enters } from './screen.ts'

/** A hand's pace, in milliseconds from key to key. */
const delay = 70

export interface SomeOfficer {
  number: string
  name: string
  rank: string
  role: Role
  means: Means
  pin: string
}

export const hung: SomeOfficer = {
  number: '204117',
  name: 'Trần Quốc Hùng',
  rank: 'Đại úy',
  role: 'supervisor',
  means: 'number',
  pin: '739164',
}

export const sau: SomeOfficer = {
  number: '204118',
  name: 'Lê Văn Sáu',
  rank: 'Thượng sĩ',
  role: 'officer',
  means: 'number',
  pin: '905318',
}

/** Who is on duty, in the status line. */
export const chip = (page: Page): Locator => page.getByTestId('officer')
export const strip = (page: Page): Locator => page.getByTestId('sign-in')
export const pin = (page: Page): Locator => page.getByTestId('pin')

const roleWords: Record<Role, string> = {
  officer: 'cán bộ trực chốt',
  supervisor: 'chỉ huy ca',
  it: 'kỹ thuật',
  auditor: 'thanh tra',
}

/** Appoints somebody in the room of officers, which is shown. Answers once the program has. */
export async function appoints(
  page: Page,
  { number, name, rank, role, means, pin: digits }: SomeOfficer,
): Promise<void> {
  await page.getByTestId('officers-new').click()
  const form = page.getByTestId('appoint-form')
  await form.locator('[data-field="number"] input').fill(number)
  await form.locator('[data-field="name"] input').fill(name)
  await form.locator('[data-field="rank"] input').fill(rank)
  await form.getByRole('button', { name: roleWords[role] }).click()
  await form.getByRole('button', { name: means === 'badge' ? 'thẻ và mã PIN' : 'số hiệu và mã PIN' }).click()
  await form.getByTestId('new-pin').fill(digits)
  await form.getByTestId('new-pin-again').fill(digits)
  await page.getByTestId('officer-record').click()
  await expect(form).toBeHidden()
}

/** Says a PIN from the keyboard, in the strip that asks for it. */
export async function saysPin(page: Page, digits: string): Promise<void> {
  await expect(pin(page)).toBeFocused()
  await page.keyboard.type(digits, { delay })
  await expect(pin(page)).toHaveValue(digits)
  await page.keyboard.press('Enter')
}

/** Says a number from the keyboard, in the strip that asks for it. */
export async function saysNumber(page: Page, number: string): Promise<void> {
  await expect(page.getByTestId('officer-number')).toBeFocused()
  await page.keyboard.type(number, { delay })
  await page.keyboard.press('Enter')
}

/** Signs in from the keyboard. */
export async function signsIn(page: Page, { number, pin: digits, rank, name }: SomeOfficer): Promise<void> {
  await page.keyboard.press('Control+D')
  await saysNumber(page, number)
  await saysPin(page, digits)
  await expect(chip(page)).toHaveText(`${rank} ${name.split(' ').at(-1)}`)
}

/** The first supervisor of a kiosk is appointed, and the others by them, who stays signed in; the lane is shown then. */
export async function haveOfficers(page: Page, ...others: SomeOfficer[]): Promise<void> {
  await enters(page, 'officers')
  await appoints(page, hung)
  await page.getByTestId('badge-away').click()
  await saysNumber(page, hung.number)
  await saysPin(page, hung.pin)
  for (const other of others) {
    await expect(page.getByTestId('officers-list')).toBeVisible()
    await appoints(page, other)
  }
  await expect(page.getByTestId('officers-list').getByRole('button')).toHaveCount(1 + others.length)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('lane-screen')).toBeVisible()
}
