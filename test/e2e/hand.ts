/**
 * A hand at a page's keyboard. The product tells a scanner from a hand by its pace, and keys right behind a scan are
 * the scanner's: keys that follow each other as quickly as a program can send them are no hand's, and what they mean
 * would depend on how busy the machine is.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Milliseconds from what is seen to the key that answers it: nobody is quicker. */
const answersAfter = 250

/** Has the page's own keyboard strike each key as a hand does. What a scanner sends comes by another one (keyboard.ts). */
export function byHand(page: Page): Page {
  const { keyboard } = page
  const [press, type] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)]
  keyboard.press = async (...key) => {
    await pause(answersAfter)
    await press(...key)
  }
  keyboard.type = async (...text) => {
    await pause(answersAfter)
    await type(...text)
  }
  return page
}
