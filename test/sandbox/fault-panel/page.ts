import { html } from 'hono/html'
import type { FaultSettings } from '../faults'
import type { Delivery } from '../outbox'
import { type Html, page, timeText } from '../pages/layout'

type Name = keyof FaultSettings
interface Switch {
  readonly name: Name
  readonly label: string
  readonly help: string
}

const GROUPS: readonly { readonly title: string; readonly switches: readonly Switch[] }[] = [
  {
    title: '平台和厂商的接口',
    switches: [
      { name: 'latencyMs', label: '每次回答慢多少毫秒', help: '0 就是不慢' },
      { name: 'errorShare', label: '报错的比例', help: '回答 503，什么也没办' },
      { name: 'dropShare', label: '断线的比例', help: '事情办了，回答没送到' },
      { name: 'clockSkewMs', label: '平台的钟差多少毫秒', help: '正数是快，负数是慢' },
    ],
  },
  {
    title: '平台发给算惠通的状态消息',
    switches: [
      { name: 'duplicateShare', label: '重复发的比例', help: '同一条消息发两次' },
      { name: 'reorderShare', label: '乱序的比例', help: '压住最多三秒再发' },
    ],
  },
  {
    title: '短信和微信',
    switches: [
      { name: 'vendorFailureShare', label: '厂商出错的比例', help: '厂商说系统忙' },
      { name: 'undeliveredShare', label: '短信没送到的比例', help: '回执里说没送到' },
      { name: 'receiptDelayMs', label: '回执晚多少毫秒', help: '0 就是马上' },
      { name: 'receiptRepeatShare', label: '回执重复的比例', help: '同一张回执发两次' },
      { name: 'receiptReorderShare', label: '回执乱序的比例', help: '压住最多三秒再发' },
    ],
  },
  { title: '随机数', switches: [{ name: 'seed', label: '起点', help: '起点一样，故障就一样' }] },
]

const input = (settings: FaultSettings, { name, label, help }: Switch): Html => {
  const share = name.endsWith('Share')
  return html`<label>${label}
    <input type="number" name="${name}" value="${settings[name]}" ${share ? html`min="0" max="1" step="any"` : html`step="1"`}>
    <span class="soft">${share ? `0 到 1 之间；${help}` : help}</span>
  </label>`
}

const states: Readonly<Record<Delivery['state'], string>> = { waiting: '等着再发', done: '已送到', dead: '放弃了' }

const targets: Readonly<Record<Delivery['target'], string>> = {
  'hunan-scheduling': '湖南算力调度平台的消息',
  'hunan-projects': '省项目管理系统的消息',
  'shanxi-dispatch': '山西算力平台的消息',
  wechat: '微信的通知',
  'aliyun-receipts': '阿里云短信回执',
  'tencent-receipts': '腾讯云短信回执',
}

const delivery = ({ target, state, attempts, dueAt, lastError }: Delivery): Html => html`<tr>
  <td data-label="内容">${targets[target]}</td>
  <td data-label="情况">${states[state]}</td>
  <td data-label="试过" class="number">${attempts} 次</td>
  <td data-label="下次">${timeText(dueAt)}</td>
  <td data-label="上次的问题">${lastError ?? ''}</td>
</tr>`

export const faultsPage = (settings: FaultSettings, waiting: readonly Delivery[], saved: boolean): Html => {
  const calm = Object.entries(settings).every(([name, value]) => name === 'seed' || value === 0)
  return page(
    'faults',
    '故障开关',
    html`<div class="row spread"><h1>故障开关</h1><span class="tag ${calm ? 'good' : 'warn'}">${calm ? '现在一切正常' : '现在有故障'}</span></div>
      <p class="soft">用来试一试：网络不好、平台出错的时候，算惠通会不会丢东西、发重复。</p>
      ${saved ? html`<div class="note" role="status">已保存，从现在起生效。</div>` : ''}
      <form method="post" action="/faults">
        ${GROUPS.map(({ title, switches }) => html`<section class="card"><h2>${title}</h2><div class="fields">${switches.map((one) => input(settings, one))}</div></section>`)}
        <div class="row" style="margin-bottom:20px">
          <button name="action" value="save">保存</button>
          <button class="plain" name="action" value="heal">全部恢复正常</button>
        </div>
      </form>
      <section class="card"><h2>还没送到算惠通的消息（${waiting.length}）</h2>
        ${
          waiting.length === 0
            ? html`<p class="soft">没有，都送到了。</p>`
            : html`<table class="stack"><thead><tr><th>内容</th><th>情况</th><th class="number">试过</th><th>下次</th><th>上次的问题</th></tr></thead><tbody>${waiting.slice(0, 50).map(delivery)}</tbody></table>`
        }
      </section>`,
  )
}
