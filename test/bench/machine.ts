/** The machine that a benchmark ran on. */
import { arch, cpus, platform, release, totalmem } from 'node:os'

/** Processor, cores, memory and Node, as they stand in a report. */
export function machine() {
  const processors = cpus()
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()} ${release()}`,
    node: process.versions.node,
  }
}
