/**
 * Who does what at the moment: parts of the screen put their deeds here for as long as they are shown, and the frame asks
 * when a key is pressed. A part that is hidden has no keys.
 */
import {
  createContext,
  useCallback,
  useContext,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { typeInto, type TextField } from '../scanner/wedge/field-text.ts'
import { deedOf, meaningOf, type Deed } from './key-map.ts'

interface Doing {
  act: () => void
  /** Of the key on the screen that says so; null: none does, and it means what such a key means. */
  drawn: string | null
}

/** Where a person types who has chosen no field, and what becomes of the text. */
interface Typing extends HowTyped {
  field: () => TextField | null
}

interface HowTyped {
  write: (field: TextField, text: string) => void
  leftBy: readonly Deed[]
}

/** What a keyboard can do now. */
export class Keyboard {
  private readonly doing = new Map<Deed, Doing[]>()
  private readonly typings: Typing[] = []
  /** While there is one, no other deed is done than the last one's. */
  private readonly only: (readonly Deed[])[] = []
  private readonly watchers = new Set<() => void>()

  /**
   * A deed is done by `act`, until the answer is called. Of two, the one that came last does it.
   * @param drawn names the key on the screen that shows it
   */
  register(deed: Deed, act: () => void, drawn: string | null = null): () => void {
    const all = this.doing.get(deed) ?? []
    const one = { act, drawn }
    all.push(one)
    this.doing.set(deed, all)
    this.tell()
    return () => {
      all.splice(all.indexOf(one), 1)
      if (all.length === 0) this.doing.delete(deed)
      this.tell()
    }
  }

  /** Does something else what the key on the screen says, so that it may not show it? No field has the focus. */
  isTaken(deed: Deed, drawn: string): boolean {
    const keys = this.doing.get(deed)?.filter((each) => each.drawn !== null) ?? []
    if (!keys.some((each) => each.drawn === drawn)) return false
    return keys.at(-1)?.drawn !== drawn || deedOf(meaningOf(deed).key, this.able(), false) !== deed
  }

  /** Calls `watcher` whenever a key may mean something else, until the answer is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher)
    return () => void this.watchers.delete(watcher)
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher()
  }

  /** Of all deeds these alone are done, until the answer is called: what is typed by hand is for one part of the screen. */
  keepTo(deeds: readonly Deed[]): () => void {
    this.only.push(deeds)
    this.tell()
    return () => {
      this.only.splice(this.only.indexOf(deeds), 1)
      this.tell()
    }
  }

  private able(): Deed[] {
    const only = this.only.at(-1)
    const all = [...this.doing.keys()]
    return only ? all.filter((deed) => only.includes(deed)) : all
  }

  /**
   * The field of a person who types and has chosen none, until the answer is called.
   * @param typing `write` puts there what was typed, where something else may become of it; `leftBy`: deeds whose keys are
   * never written in it: they leave it, and do what they do outside
   */
  registerField(field: Typing['field'], { write = typeInto, leftBy = [] }: Partial<HowTyped> = {}): () => void {
    const typing = { field, write, leftBy }
    this.typings.push(typing)
    return () => void this.typings.splice(this.typings.indexOf(typing), 1)
  }

  /** Is this a key that is never written in the field, and means something outside it now? */
  leaves(chord: string, focused: TextField | null): boolean {
    const leftBy = this.typings.find(({ field }) => focused !== null && field() === focused)?.leftBy ?? []
    const deed = deedOf(chord, this.able(), false)
    return deed !== null && leftBy.includes(deed)
  }

  /** Does a chord mean something? */
  knows(chord: string, inField: boolean): boolean {
    return deedOf(chord, this.able(), inField) !== null
  }

  /** Does what a chord means; nothing where it means nothing. */
  press(chord: string, inField: boolean): void {
    const deed = deedOf(chord, this.able(), inField)
    if (deed) this.doing.get(deed)?.at(-1)?.act()
  }

  /** Of those who have a field now, the one that came last. */
  typingField(): TextField | null {
    return this.typings.reduceRight<TextField | null>((found, { field }) => found ?? field(), null)
  }

  /** A person who has chosen no field typed this. */
  type(text: string): void {
    const typing = this.typings.findLast(({ field }) => field() !== null)
    const field = typing?.field()
    if (typing && field) typing.write(field, text)
  }

  /** What can be done now, for the help. */
  present(): Deed[] {
    return this.able()
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
  useRegistered(deed, act, null)
}

/**
 * As `useKey`, for whatever draws the key.
 * @returns whether it is this that the key does now: no two parts of the screen show the same key
 */
export function useDrawnKey(deed: Deed | null, act: (() => void) | null): boolean {
  const keyboard = useKeyboard()
  const drawn = useId()
  useRegistered(deed, act, drawn)
  const acts = (): boolean => deed !== null && !keyboard.isTaken(deed, drawn)
  return useSyncExternalStore(
    useCallback((watcher) => keyboard.watch(watcher), [keyboard]),
    acts,
    acts,
  )
}

function useRegistered(deed: Deed | null, act: (() => void) | null, drawn: string | null): void {
  const keyboard = useKeyboard()
  const now = useEffectEvent(() => act?.())
  const able = act !== null
  // With the layout: a room that is hidden has no keys from the instant it is, however busy the machine.
  useLayoutEffect(
    () => (deed !== null && able ? keyboard.register(deed, () => now(), drawn) : undefined),
    [keyboard, deed, able, drawn],
  )
}

/** Of all deeds these alone are done for as long as the component is shown. @param deeds the same at every drawing */
export function useOnly(deeds: readonly Deed[]): void {
  const keyboard = useKeyboard()
  const now = useRef(deeds)
  useLayoutEffect(() => keyboard.keepTo(now.current), [keyboard])
}

/**
 * Where a person types who has chosen no field, for as long as the component is shown.
 * @param typing as of `registerField`; `leftBy` is the same at every drawing
 */
export function useTypingField(field: Typing['field'], { write = typeInto, leftBy }: Partial<HowTyped> = {}): void {
  const keyboard = useKeyboard()
  const now = useEffectEvent(field)
  const put = useEffectEvent(write)
  const keys = useRef(leftBy)
  useLayoutEffect(
    () =>
      keyboard.registerField(() => now(), {
        write: (place, text) => put(place, text),
        ...(keys.current && { leftBy: keys.current }),
      }),
    [keyboard],
  )
}
