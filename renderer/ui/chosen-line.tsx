/** A line of a list of which one is chosen, by arrows or a touch, for the room's keys to be about: it is in sight as long as it is. */
import { useEffect, useRef, type ReactNode } from 'react'
import style from './chosen-line.module.css'

interface ChosenLineProps {
  chosen: boolean
  onChoose: () => void
  /** Sets the columns. */
  className: string | undefined
  /** What marks the line for its looks, and for whoever looks for it. */
  marks: Readonly<Record<`data-${string}`, string | number | boolean>>
  children: ReactNode
}

export function ChosenLine({ chosen, onChoose, className, marks, children }: ChosenLineProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <button
      ref={button}
      type="button"
      className={`${style.line} ${className}`}
      {...marks}
      aria-pressed={chosen}
      // A button that kept the focus would be pressed again by a scanner's final Enter.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}
