/** Figures for whoever watches a hub, as Prometheus reads them. */
export class Metrics {
  private readonly counts = new Map<string, number>()

  /** One more thing ended so: `taken`, or why not. */
  count(outcome: string): void {
    this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1)
  }

  /** @param working what is being worked on now @param held bytes of bodies that came, whole or in part */
  text(working: number, held: number): string {
    const lines = [...this.counts].map(([outcome, count]) => `chot_hub_requests_total{outcome="${outcome}"} ${count}\n`)
    return [
      '# TYPE chot_hub_requests_total counter\n',
      ...lines,
      '# TYPE chot_hub_working gauge\n',
      `chot_hub_working ${working}\n`,
      '# TYPE chot_hub_held_bytes gauge\n',
      `chot_hub_held_bytes ${held}\n`,
    ].join('')
  }
}
