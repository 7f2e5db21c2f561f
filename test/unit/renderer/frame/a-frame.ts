/** A frame that does nothing, for what is drawn inside of one. */
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { unknownKiosk } from '../../../../renderer/frame/kiosk-state.ts'
import { atLane } from '../../../../renderer/frame/place-state.ts'
import { noScan } from '../../../../renderer/frame/scans/scan-state.ts'
import { FrameProvider, type Frame } from '../../../../renderer/frame/use-frame.ts'
import { LinkProvider } from '../../../../renderer/rpc/link-context.ts'
import type { Link } from '../../../../renderer/rpc/link.ts'
import { LanguageProvider } from '../../../../renderer/i18n/language.tsx'

const ignored = (): void => undefined

type Drawn = Pick<Frame, 'kiosk' | 'scan' | 'place'>

/** A frame with some of what is drawn changed. */
export function aFrame(changes: Partial<Drawn> = {}): Frame {
  return {
    kiosk: unknownKiosk,
    scan: noScan,
    readings: {},
    signIn: {
      state: { step: 'closed' },
      toggle: ignored,
      leave: ignored,
      badge: ignored,
      number: ignored,
      pin: ignored,
      permit: ignored,
      signOut: ignored,
    },
    lesson: { state: { kind: 'off' }, press: null, leave: ignored },
    trying: false,
    place: atLane,
    get camera(): Frame['camera'] {
      throw new Error('nothing is drawn of the camera here')
    },
    pictures: { read: ignored, hovering: false },
    go: ignored,
    choose: ignored,
    confirmClock: ignored,
    readSession: () => Promise.resolve(),
    rename: ignored,
    takeCrossing: ignored,
    newestCrossing: () => null,
    endVerdict: ignored,
    arm: () => ignored,
    beforeScan: () => ignored,
    onCommand: () => ignored,
    hear: () => ignored,
    kept: null,
    keep: ignored,
    hold: () => ignored,
    ...changes,
  }
}

/** Nobody is asked anything where a screen is only drawn. */
export const unasked: Link = {
  call: () => new Promise(() => undefined),
  on: () => ignored,
  onState: () => ignored,
  close: ignored,
}

/** What is drawn inside of a frame. */
export function drawnIn(frame: Frame, children: ReactNode, locale: 'vi' | 'en' = 'vi'): string {
  const framed = createElement(FrameProvider, { value: frame }, children)
  const spoken = { locale, children: createElement(LinkProvider, { value: unasked }, framed) }
  return renderToStaticMarkup(createElement(LanguageProvider, spoken))
}
