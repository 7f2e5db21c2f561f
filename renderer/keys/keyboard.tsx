/**
 * Who does what at the moment: parts of the screen put their deeds here for as long as they are shown, and the frame asks
 * when a key is pressed. A part that is hidden has no keys.
 */
import { createContext, useContext, useEffectEvent, useLayoutEffect, type ReactNode } from 'react'
import type { TextField } from '../scanner/wedge/field-text.ts'
import { deedOf, type Deed } from './key-map.ts'

/** What a keyboard can do now. */
export class Keyboard {
  private readonly doing = new Map<Deed, (() => void)[]>()
  private readonly fields: (() => TextField | null)[] = []

  /** A deed is done by `act`, until the answer is called. Of two, the one that came last does it. */
  register(deed: Deed, act: () => void): () => void {
    const acts = this.doing.get(deed) ?? []
    acts.push(act)
    this.doing.set(deed, acts)
    return () => {
      acts.splice(acts.indexOf(act), 1)
      if (acts.length === 0) this.doing.delete(deed)
    }
  }

  /** The field of a person who types and has chosen none, until the answer is called. */
  registerField(field: () => TextField | null): () => void {
    this.fields.push(field)
    return () => void this.fields.splice(this.fields.indexOf(field), 1)
  }

  /** Does a chord mean something? */
  knows(chord: string, inField: boolean): boolean {
    return deedOf(chord, this.doing.keys(), inField) !== null
  }

  /** Does what a chord means; nothing where it means nothing. */
  press(chord: string, inField: boolean): void {
    const deed = deedOf(chord, this.doing.keys(), inField)
    if (deed) this.doing.get(deed)?.at(-1)?.()
  }

  /** Of those who have a field now, the one that came last. */
  typingField(): TextField | null {
    return this.fields.reduceRight<TextField | null>((found, field) => found ?? field(), null)
  }

  /** What can be done now, for the help. */
  present(): Deed[] {
    return [...this.doing.keys()]
  }
}

/** Without a frame around it (a printed page, a test) a part of the screen is drawn, and nobody presses anything. */
const KeyboardContext = createContext(new Keyboard())

export function KeyboardProvider({ keyboard, children }: { keyboard: Keyboard; children: ReactNode }): ReactNode {
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>
}

/** The keyboard of the screen. */
export const useKeyboard = (): Keyboard => useContext(KeyboardContext)

/** Does a deed for as long as the component is shown; null: it does not, at the moment. */
export function useKey(deed: Deed | null, act: (() => void) | null): void {
  const keyboard = useKeyboard()
  const now = useEffectEvent(() => act?.())
  const able = act !== null
  // With the layout: a room that is hidden has no keys from the instant it is, however busy the machine.
  useLayoutEffect(
    () => (deed !== null && able ? keyboard.register(deed, () => now()) : undefined),
    [keyboard, deed, able],
  )
}

/** Where a person types who has chosen no field, for as long as the component is shown. */
export function useTypingField(field: () => TextField | null): void {
  const keyboard = useKeyboard()
  const now = useEffectEvent(field)
  useLayoutEffect(() => keyboard.registerField(() => now()), [keyboard])
}
