import type { Sandbox } from './sandbox'
import { TEMPLATE_IDS } from './seeds/templates'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * The systems that the sandbox can stand in for, by the variable that names their address.
 * Where the operator gave one, that system is theirs, and none of its variables is touched.
 */
export function sandboxEnvironment(
  { url, secrets, templates, signing }: Sandbox,
  given: Variables,
): Record<string, string> {
  const { wechat, aliyun, tencent } = secrets
  const platform = (
    prefix: string,
    path: string,
    { keyId, secret }: { readonly keyId: string; readonly secret: string },
  ) => ({
    [`${prefix}_URL`]: `${url}/platforms/${path}`,
    [`${prefix}_KEY_ID`]: keyId,
    ...(signing === 'sm2'
      ? { [`${prefix}_PUBLIC_KEY`]: secrets.sm2.platforms.publicKey }
      : { [`${prefix}_SECRET`]: secret }),
  })
  const systems: readonly Readonly<Record<string, string>>[] = [
    platform('HUNAN_SCHEDULING', 'hunan-scheduling', secrets.hunanScheduling),
    platform('HUNAN_PROJECTS', 'hunan-projects', secrets.hunanProjects),
    platform('SHANXI_DISPATCH', 'shanxi-dispatch', secrets.shanxiDispatch),
    ...(signing === 'sm2'
      ? [{ PLATFORM_SIGNING: 'sm2' }, { PLATFORM_SM2_PRIVATE_KEY: secrets.sm2.product.privateKey }]
      : []),
    {
      WECHAT_API_URL: url,
      WECHAT_APPID: wechat.appId,
      WECHAT_SECRET: wechat.secret,
      WECHAT_TEMPLATES: JSON.stringify(TEMPLATE_IDS.wechat),
      WECHAT_TOKEN: wechat.token,
      WECHAT_ENCODING_AES_KEY: wechat.encodingAesKey,
    },
    { COMPANY_REGISTRY_URL: `${url}/registry`, COMPANY_REGISTRY_KEY: secrets.registryKey },
    { INVOICE_VERIFICATION_URL: `${url}/invoice-verification`, INVOICE_VERIFICATION_KEY: secrets.invoiceKey },
    // Whoever tries it out in the evening wants to see what arrives.
    { QUIET_HOURS: 'off' },
    {
      SMS_VENDOR: 'aliyun',
      SMS_VENDOR_SECOND: 'tencent',
      SMS_RECEIPTS_PATH: secrets.receiptsPath,
    },
    {
      ALIYUN_SMS_URL: `${url}/aliyun`,
      ALIYUN_SMS_ACCESS_KEY_ID: aliyun.accessKeyId,
      ALIYUN_SMS_ACCESS_KEY_SECRET: aliyun.accessKeySecret,
      ALIYUN_SMS_SIGN_NAME: templates.signName,
      ALIYUN_SMS_TEMPLATES: JSON.stringify(TEMPLATE_IDS.aliyun),
    },
    {
      TENCENT_SMS_URL: `${url}/tencent`,
      TENCENT_SMS_SECRET_ID: tencent.secretId,
      TENCENT_SMS_SECRET_KEY: tencent.secretKey,
      TENCENT_SMS_SDK_APP_ID: tencent.sdkAppId,
      TENCENT_SMS_SIGN_NAME: templates.signName,
      TENCENT_SMS_TEMPLATES: JSON.stringify(TEMPLATE_IDS.tencent),
    },
  ]
  return Object.assign({}, ...systems.filter((system) => !Object.keys(system).some((name) => given[name])))
}
