import { html } from 'hono/html'
import type { Message } from '../messages'
import { type Html, page, timeText } from '../pages/layout'

const vendors: Readonly<Record<Message['vendor'], string>> = {
  aliyun: '短信 · 阿里云',
  tencent: '短信 · 腾讯云',
  wechat: '微信订阅消息',
}

const one = (message: Message): Html => html`<li class="card" data-message="${message.id}">
  <div class="row spread">
    <div class="row">
      <strong>${message.to}</strong>
      <span class="tag ${message.channel === 'wechat' ? 'good' : ''}">${vendors[message.vendor]}</span>
      ${message.delivered ? '' : html`<span class="tag bad">没有送到手机</span>`}
    </div>
    <span class="soft">${timeText(message.receivedAt)}</span>
  </div>
  <div class="bubble">${message.channel === 'wechat' ? html`<strong>${message.heading}</strong><br>` : ''}${message.text}</div>
  ${message.page === undefined ? '' : html`<p class="soft">点开进入：${message.page}</p>`}
</li>`

/** Every message as it lies on the phones, the newest on top. */
export const phonePage = (messages: readonly Message[], to: string): Html =>
  page(
    'phone',
    '手机短信',
    html`<h1>手机上收到的短信和微信消息</h1>
      <form class="card row" method="get" action="/phone" role="search">
        <label style="flex:1 1 220px">手机号或微信 openid
          <input name="to" value="${to}" inputmode="search" autocomplete="off" placeholder="不填就看全部">
        </label>
        <button style="align-self:end">查看</button>
      </form>
      <div data-live aria-live="polite">
        ${
          messages.length === 0
            ? html`<div class="card empty">还没有消息。登录时点“获取验证码”，验证码短信会出现在这里。</div>`
            : html`<ul style="list-style:none;margin:0;padding:0">${messages.map(one)}</ul>`
        }
      </div>`,
  )
