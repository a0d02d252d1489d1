// Sends a built mini-program to WeChat: node miniapp/config/upload.mjs check | preview | upload
// `check` asks nobody; the others need the key that mp.weixin.qq.com gives out (开发管理 → 小程序代码上传).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAppId, packageWeights, problemsOf } from './project-check.mjs'

/** Not among our dependencies: whoever only starts the product does not need it. */
const UPLOADER = 'miniprogram-ci@2.1.42'
const home = fileURLToPath(new URL('..', import.meta.url))
const dist = path.resolve(process.env.WEAPP_DIST ?? path.join(home, 'dist/weapp'))
const action = process.argv[2] ?? 'check'
const appId = process.env.TARO_APP_ID ?? ''
const keyPath = process.env.WECHAT_UPLOAD_KEY ?? ''
const version =
  process.env.WECHAT_UPLOAD_VERSION ?? JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).version
const robot = process.env.WECHAT_UPLOAD_ROBOT ?? '1'

const say = (line) => process.stdout.write(`${line}\n`)
const complain = (line) => process.stderr.write(`${line}\n`)

function settingProblems() {
  const problems = []
  if (!['check', 'preview', 'upload'].includes(action))
    problems.push(`不认识“${action}”，可以用 check、preview、upload`)
  if (!isAppId(appId)) problems.push('TARO_APP_ID 要是小程序的 appid：wx 后面16位小写字母和数字')
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`版本号要写成 1.2.3 的样子，现在是“${version}”`)
  if (!/^([1-9]|[12]\d|30)$/.test(robot)) problems.push('WECHAT_UPLOAD_ROBOT 要是 1 到 30')
  if (action === 'check') return problems
  if (keyPath === '') problems.push('WECHAT_UPLOAD_KEY 要是上传密钥的文件路径')
  else if (!existsSync(keyPath)) problems.push('WECHAT_UPLOAD_KEY 指的文件不存在')
  else if (!/BEGIN (RSA )?PRIVATE KEY/.test(readFileSync(keyPath, 'utf8')))
    problems.push('WECHAT_UPLOAD_KEY 指的文件不是私钥')
  return problems
}

const problems = [...settingProblems(), ...problemsOf(dist, appId)]
if (problems.length > 0) {
  complain(`不能上传：\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  process.exit(1)
}
for (const [name, bytes] of Object.entries(packageWeights(dist)))
  say(`${name.padEnd(20)} ${Math.round(bytes / 1024)} KB`)
if (action === 'check') {
  say(`可以上传：${appId}，版本 ${version}`)
  process.exit(0)
}
const settings = ['--pp', dist, '--pkp', path.resolve(keyPath), '--appid', appId, '--uv', version, '-r', robot]
// The build is as it should be on a phone: nothing is to be compiled a second time.
const asBuilt = ['--enable-es6', 'false', '--enable-minify', 'false']
const sent = spawnSync('npx', ['-y', '-p', UPLOADER, 'miniprogram-ci', action, ...settings, ...asBuilt], {
  stdio: 'inherit',
})
if (sent.error) complain('没有找到 npx，请先装 Node.js')
else if (sent.status !== 0)
  complain('微信没有收下，原因在上面。常见的：密钥和 appid 不是一对，或者这台机器的 IP 不在上传白名单里。')
process.exit(sent.status ?? 1)
