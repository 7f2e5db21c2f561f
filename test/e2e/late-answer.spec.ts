/** A field that is written as it is left, before a program that has not answered yet (renderer/ui/commit-field.tsx). */
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { firstField, plate, types } from './forms.ts'
import { handPace } from './keyboard.ts'
import { testWithPeople as test } from './people.ts'

/** Keeps what the page says to the program from it, until the answer is called. */
async function holdBack(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const own = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'send')
    const kept: [WebSocket, Parameters<WebSocket['send']>[0]][] = []
    WebSocket.prototype.send = function (said) {
      kept.push([this, said])
    }
    return () => {
      if (own) Object.defineProperty(WebSocket.prototype, 'send', own)
      for (const [socket, said] of kept) socket.send(said)
    }
  })
  return () => held.evaluate((release) => release())
}

test('what was written stands as it was typed until the program has answered', async ({ page, keyboard }) => {
  const answers = await holdBack(page)
  await keyboard.type('98A12345', handPace)
  await expect(plate(page)).not.toBeFocused()
  await expect(plate(page)).toHaveValue('98A12345')
  await answers()
  await expect(plate(page)).toHaveValue('98A-123.45')
})

test('what is typed while the answer is on its way is not overwritten by it, and is written in its turn', async ({
  page,
  keyboard,
}) => {
  const answers = await holdBack(page)
  await keyboard.type('98A12345', handPace)
  await types(keyboard, '29A')
  await expect(plate(page)).toHaveValue('29A')
  // It was typed over a plate that the crossing does not have, until the program has taken it.
  await expect(page.getByTestId('plate-before')).toContainText('98A-123.45')
  await answers()
  await expect(page.getByTestId('plate-before')).toBeHidden()
  await expect(plate(page)).toBeFocused()
  await expect(plate(page)).toHaveValue('29A')
  await keyboard.type('54321', handPace)
  await expect(plate(page)).toHaveValue('29A-543.21')
})

test('a field that closes with its form has written what stood in it, though the answer is late', async ({
  page,
  keyboard,
}) => {
  await page.keyboard.press('Control+E')
  const form = page.getByTestId('vehicle-form')
  await expect(firstField(form)).toBeFocused()
  const answers = await holdBack(page)
  await types(keyboard, '15R12345')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await answers()
  await expect(page.getByTestId('crossing')).toContainText('15R-123.45')
})
