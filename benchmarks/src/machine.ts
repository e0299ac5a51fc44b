import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'

/** What the figures were measured on, in one line. */
export function describeMachine (): string {
  const [cpu] = cpus()
  return `Node ${process.versions.node}, ${cpu === undefined ? 'unknown processor' : cpu.model.trim()} (${cpus().length} cores), ${process.platform} ${process.arch}, commit ${commit()}`
}

function commit (): string {
  try {
    const hash = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) !== ''
    return changed ? `${hash} with changes` : hash
  } catch {
    return 'unknown'
  }
}
