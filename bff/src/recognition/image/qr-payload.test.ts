import { describe, expect, it } from 'vitest'
import { qrInvoice } from './qr-payload'

describe('a QR code of', () => {
  it('电子普票 has the sum without tax', () => {
    expect(qrInvoice('01,10,011001605111,80100798,64.9,20161018,85342965681116380258,')).toEqual({
      type: '10',
      code: '011001605111',
      number: '80100798',
      issuedOn: '2016-10-18',
      checkCode: '85342965681116380258',
      sum: { fen: 6490, of: 'amount' },
    })
  })

  it('专票 has no check code', () => {
    expect(qrInvoice('01,01,1200154130,03630024,94339.62,20160621,,9335,')).toEqual({
      type: '01',
      code: '1200154130',
      number: '03630024',
      issuedOn: '2016-06-21',
      sum: { fen: 9_433_962, of: 'amount' },
    })
  })

  it('数电票 has 20 digits, no code, and the sum with tax', () => {
    expect(qrInvoice('01,31,,26442000005310626521,31605.00,20260514,,')).toEqual({
      type: '31',
      number: '26442000005310626521',
      issuedOn: '2026-05-14',
      sum: { fen: 3_160_500, of: 'total' },
    })
  })

  it('深圳区块链票 is an address, with the sum in fen', () => {
    expect(
      qrInvoice('https://bcfp.shenzhen.chinatax.gov.cn/verify/scan?hash=00&bill_num=05830164&total_amount=500'),
    ).toEqual({ number: '05830164', sum: { fen: 500, of: 'total' } })
  })

  it.each([
    'https://example.com/?bill_num=05830164&total_amount=500',
    'https://bcfp.shenzhen.chinatax.gov.cn.example.com/verify?bill_num=05830164&total_amount=500',
    '02,10,011001605111,80100798,64.9,20161018,,',
    '01,10,011001605111,123,64.9,20161018,,',
    'WIFI:S:test;;',
    '',
  ])('%s is none of an invoice', (payload) => {
    expect(qrInvoice(payload)).toBeUndefined()
  })

  it('a date or a sum that is none is left out', () => {
    expect(qrInvoice('01,31,,26442000005310626521,x,20261345,,')).toEqual({
      type: '31',
      number: '26442000005310626521',
    })
  })
})
