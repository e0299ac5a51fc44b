import { isIPv6 } from 'node:net'

/** An address as it is counted: whoever has one IPv6 address has 2^64 of them, so those count as one. */
export function countedAddress (ip: string): string {
  if (!isIPv6(ip)) return ip
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped !== null) return mapped[1]
  const [head, tail] = ip.split('%')[0].split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const whole = tail === undefined ? groups : [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0'), ...rest]
  return `${whole.slice(0, 4).map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
