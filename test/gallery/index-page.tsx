/** The list of all states, each in both languages, day and night. */
import type { ReactNode } from 'react'
import { states } from './states.ts'

const views = (['vi', 'en'] as const).flatMap((language) =>
  (['day', 'night'] as const).map((theme) => ({ language, theme })),
)

/** The address of a state in the gallery. */
function addressOf(state: string, { language, theme }: (typeof views)[number]): string {
  return `?${new URLSearchParams({ state, language, theme })}`
}

export function IndexPage(): ReactNode {
  return (
    <main lang="en" style={{ padding: '1rem' }}>
      <h1>Every state of every screen</h1>
      <table>
        <tbody>
          {states.map(({ name, title }) => (
            <tr key={name}>
              <th style={{ textAlign: 'left', paddingRight: '1rem' }}>{name}</th>
              <td style={{ paddingRight: '1rem' }}>{title}</td>
              {views.map((view) => (
                <td key={view.language + view.theme} style={{ paddingRight: '0.75rem' }}>
                  <a href={addressOf(name, view)}>
                    {view.language} {view.theme}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
