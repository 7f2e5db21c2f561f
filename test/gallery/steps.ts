/** What is done to a screen of the gallery, through the events that a person or a scanner would cause. */
import type { Event as ContractEvent, EventPayload, Method } from '../../shared/contract/contract.ts'
import type { LinkState } from '../../renderer/rpc/link.ts'
import type { HandStep, Step } from './state.ts'

/** How long anything is waited for before the state counts as not reached. Milliseconds. */
const patience = 20_000

/** A code as a keyboard scanner types it, with Enter behind it. */
export function scans(text: string): HandStep {
  return () => {
    for (const character of text) strike(character)
    strike('Enter')
  }
}

/** Keys of a hand, one after the other. They go where the focus is. No hand presses a key before it is drawn. */
export function presses(...keys: readonly string[]): HandStep {
  return async () => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
    for (const key of keys) strike(key)
  }
}

/** A touch on what the selector finds first. */
export function touches(selector: string): HandStep {
  return async () => (await found(selector)).click()
}

/** Text in the field that the selector finds first, in place of what is in it. */
export function writes(selector: string, text: string): HandStep {
  return async () => {
    const field = await found(selector)
    field.focus()
    if (field instanceof HTMLInputElement) field.select()
    // A hand's key: what is written right behind a scan would be taken for the scanner's.
    strike('Shift')
    // Whatever else writes into a field tells React nothing; this is what an on-screen keyboard does.
    document.execCommand('insertText', false, text)
  }
}

/** Until this is on the screen. */
export function until(selector: string): HandStep {
  return async () => void (await found(selector))
}

/** A printer that is never done, so that what it prints stays on the page; it is drawn for paper alone. */
export function untilPrinted(selector: string, ...before: readonly Step[]): Step {
  return async (stage) => {
    const printing = Promise.withResolvers<void>()
    window.print = () => printing.resolve()
    for (const step of before) await step(stage)
    await printing.promise
    if (!document.querySelector(selector)) throw new Error(`${selector} is not on the paper`)
  }
}

/** Until the screen has called this method. */
export function untilAsked(method: Method): Step {
  return ({ asked }) => asked(method)
}

/** The program behind the screen tells something. */
export function tells<E extends ContractEvent>(event: E, payload: EventPayload<E>): Step {
  return ({ emit }) => emit(event, payload)
}

export function turnsLink(state: LinkState): Step {
  return ({ turnLink }) => turnLink(state)
}

function strike(key: string): void {
  for (const type of ['keydown', 'keyup']) {
    const target = document.activeElement ?? document.body
    const [, chorded] = /^Control\+(.)$/.exec(key) ?? []
    const pressed = chorded === undefined ? { key } : { key: chorded, ctrlKey: true }
    target.dispatchEvent(new KeyboardEvent(type, { ...pressed, bubbles: true, cancelable: true }))
  }
}

/** The first element that the selector finds, as soon as it is drawn. */
function found(selector: string): Promise<HTMLElement> {
  const look = (): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility())
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      const element = look()
      if (!element) return false
      observer.disconnect()
      clearTimeout(timer)
      resolve(element)
      return true
    }
    const observer = new MutationObserver(settle)
    const timer = setTimeout(() => {
      observer.disconnect()
      reject(new Error(`${selector} is not on the screen`))
    }, patience)
    if (!settle()) observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
}
