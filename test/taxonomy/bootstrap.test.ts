import t from 'tap'
import type * as bootstrap from '../../packages/taxonomy/compile-dist/evaluation/bootstrap.js'

const { intervalOf, leadText, meanLead } = await import(new URL('../../../packages/taxonomy/compile-dist/evaluation/bootstrap.js', import.meta.url).href) as typeof bootstrap

t.test('the interval of a mean is what the spread of its items says, and the same every time', async t => {
  const ours = Array.from({ length: 400 }, (_, item) => item % 4 === 0 ? 1 : 0)
  const theirs = ours.map(() => 0)
  const [low, high] = intervalOf(400, meanLead(ours, theirs))
  // 0.25 with a standard error of sqrt(0.25 * 0.75 / 400), 1.96 of which to either side.
  t.ok(Math.abs(low - 0.2076) < 0.01, `low ${low}`)
  t.ok(Math.abs(high - 0.2924) < 0.01, `high ${high}`)
  t.same(intervalOf(400, meanLead(ours, theirs)), [low, high])
})

t.test('methods that differ by the same everywhere have an interval without width', async t => {
  const ours = Array.from({ length: 50 }, (_, item) => item / 64 + 0.25)
  const [low, high] = intervalOf(50, meanLead(ours, ours.map(value => value - 0.25)))
  t.same([low, high], [0.25, 0.25])
  t.equal(leadText(0.25, [low, high]), '+0.250 (+0.250 to +0.250)')
  t.equal(leadText(-0.0014, [-0.02, 0.011]), '-0.001 (-0.020 to +0.011)')
})
