/** A bar that says what is wrong and what to do. It has its own look: never one of the four outcomes' colours. */
import type { ReactNode } from 'react'
import style from './notice-bar.module.css'

export function NoticeBar({ children, testId }: { children: ReactNode; testId?: string }): ReactNode {
  return (
    <p className={style.bar} role="alert" data-testid={testId}>
      {children}
    </p>
  )
}
