import { expect, it } from 'vitest'
import { kindOfLine } from './line-kind'

it.each([
  ['*信息技术服务*算力服务费', 'counted'],
  ['*信息技术服务*大模型Token调用费', 'counted'],
  ['*信息技术服务*国产化算力适配服务', 'counted'],
  ['*电信服务*网络带宽', '网络带宽'],
  ['ＣＤＮ流量', '网络带宽'],
  ['Web应用防火墙waf', '安全防护'],
  ['等保测评服务', '安全防护'],
  ['云数据库MySQL', '数据库'],
  ['GPU云服务器（含5M带宽）', 'mixed'],
])('%s: %s', (name, expected) => {
  const { excluded, mixed, what } = kindOfLine({ name })
  expect(mixed ? 'mixed' : excluded ? what : 'counted').toBe(expected)
})

it('a person’s word outweighs the name', () => {
  expect(kindOfLine({ name: '网络带宽', excluded: false }).excluded).toBe(false)
  expect(kindOfLine({ name: '增值服务', excluded: true }).excluded).toBe(true)
})
