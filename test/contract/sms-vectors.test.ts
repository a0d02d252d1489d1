import { createHash } from 'node:crypto'
import { signAliyun } from '@suanhui/bff/channels/sms/aliyun/signature'
import { signTencent } from '@suanhui/bff/channels/sms/tencent/signature'
import { isSigned, openPush } from '@suanhui/bff/wechat/push'
import { describe, expect, it } from 'vitest'

describe('signatures, by the vendors’ published examples', () => {
  it('Aliyun: V3 signature, RunInstances', () => {
    const headers = signAliyun(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        path: '/',
        action: 'RunInstances',
        version: '2014-05-26',
        query: {
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
          RegionId: 'cn-shanghai',
        },
        nonce: '3156853299f313e23d1673dc12e1703d',
        at: new Date('2023-10-26T10:22:32Z'),
      },
      { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
    )
    expect(headers['x-acs-content-sha256']).toBe(createHash('sha256').update('').digest('hex'))
    expect(headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  it('Tencent Cloud: v3 signature, DescribeInstances', () => {
    const headers = signTencent(
      {
        host: 'cvm.tencentcloudapi.com',
        path: '/',
        service: 'cvm',
        action: 'DescribeInstances',
        version: '2017-03-12',
        region: 'ap-guangzhou',
        body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
        at: new Date(1_551_113_065_000),
      },
      { secretId: 'AKID********************************', secretKey: '********************************' },
    )
    expect(headers.authorization).toBe(
      'TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, ' +
        'SignedHeaders=content-type;host;x-tc-action, ' +
        'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
    )
  })

  it('WeChat: the address check of 消息推送', () => {
    const signature = 'f464b24fc39322e44b38aa78f5edd27bd1441696'
    expect(isSigned('AAAAA', signature, '1714036504', '1514711492')).toBe(true)
    expect(isSigned('AAAAB', signature, '1714036504', '1514711492')).toBe(false)
  })

  it('WeChat: 安全模式, the sample of its own encryption library', () => {
    const key = new Uint8Array(Buffer.from('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=', 'base64'))
    const encrypted = 'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=='
    expect(openPush(encrypted, key, 'wxb11529c136998cb6')).toBe('我是中文abcd123')
    expect(openPush(encrypted, key, 'wxb11529c136998cb7')).toBeUndefined()
    expect(
      openPush(
        `A${encrypted.slice(1)}`,
        key.map((byte) => byte ^ 1),
        'wxb11529c136998cb6',
      ),
    ).toBeUndefined()
    expect(openPush('', key, 'wxb11529c136998cb6')).toBeUndefined()
  })
})
