import { z } from 'zod'
import type { Deps } from '../../deps'
import {
  deliveryByVendorId,
  findReceipt,
  keepReceipt,
  lockReceipt,
  type ReceiptRow,
  settleByReceipt,
} from '../../stores/deliveries'

export type Receipt = Omit<ReceiptRow, 'received_at'>

const AliyunReceipts = z
  .array(
    z.looseObject({
      success: z.boolean(),
      biz_id: z.string().min(1).max(100),
      err_code: z.string().optional(),
      out_id: z.string().optional(),
    }),
  )
  .max(1_000)

const TencentReceipts = z
  .array(z.looseObject({ report_status: z.string(), sid: z.string().min(1).max(100), errmsg: z.string().optional() }))
  .max(1_000)

/** SmsReport of 阿里云; undefined where it is none. */
export function aliyunReceipts(body: unknown): readonly Receipt[] | undefined {
  const read = AliyunReceipts.safeParse(body)
  return read.data?.map(({ success, biz_id, err_code, out_id }) => ({
    vendor: 'aliyun',
    vendor_id: biz_id,
    attempt_id: z.uuid().safeParse(out_id).data ?? null,
    delivered: success,
    code: err_code?.slice(0, 60) ?? null,
  }))
}

/** 短信下发状态通知 of 腾讯云; undefined where it is none. */
export function tencentReceipts(body: unknown): readonly Receipt[] | undefined {
  const read = TencentReceipts.safeParse(body)
  return read.data?.map(({ report_status, sid, errmsg }) => ({
    vendor: 'tencent',
    vendor_id: sid,
    attempt_id: null,
    delivered: report_status === 'SUCCESS',
    code: errmsg?.slice(0, 60) ?? null,
  }))
}

/** Keeps what a vendor says, in any order and repeated: also before its answer to the sending has come. */
export async function takeReceipts(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  receipts: readonly Receipt[],
): Promise<void> {
  for (const receipt of receipts) {
    await database.transaction(async (transaction) => {
      const { vendor, vendor_id: vendorId } = receipt
      await lockReceipt(transaction, vendor, vendorId)
      if (!(await keepReceipt(transaction, { ...receipt, received_at: clock() }))) return
      const deliveryId = await deliveryByVendorId(transaction, vendor, vendorId)
      const kept = await findReceipt(transaction, vendor, vendorId)
      if (deliveryId !== undefined && kept !== undefined) await settleByReceipt(transaction, deliveryId, kept)
    })
  }
}
