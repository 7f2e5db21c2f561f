/** The lane's forms as the specs read them, and a hand that types in them. */
import { expect, type Locator, type Page } from '@playwright/test'
import { handPace, type Keyboard } from './keyboard.ts'

export const plate = (page: Page): Locator => page.getByTestId('plate')
export const people = (page: Page): Locator => page.getByTestId('people-count')
export const personForm = (page: Page): Locator => page.getByTestId('person-form')
export const paperForm = (page: Page): Locator => page.getByTestId('paper-form')
export const firstField = (form: Locator): Locator => form.getByRole('textbox').first()
export const remark = (page: Page): Locator => page.getByTestId('remark')

/** Types as a hand does, without an Enter. */
export const types = (keyboard: Keyboard, text: string): Promise<void> => keyboard.type(text, handPace, { suffix: [] })

/** Opens the form of a person without a code, and waits until it takes keys. */
export async function opensPersonForm(page: Page): Promise<void> {
  await page.keyboard.press('+')
  await expect(firstField(personForm(page))).toBeFocused()
}
