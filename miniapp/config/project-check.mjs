// What WeChat would refuse of a built mini-program, found before anything is sent.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const MB = 1024 * 1024
/** developers.weixin.qq.com, 分包加载: a package 2 MB, all of them 30 MB. */
const PACKAGE_LIMIT_BYTES = 2 * MB

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.LICENSE.txt'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

/** Which `TARO_APP_ID` may be used to upload: WeChat's own form, and not the one for trying out. */
export const isAppId = (text) => /^wx[0-9a-f]{16}$/.test(text)

/** The weight of each package in bytes; the main one is named `main`. */
export function packageWeights(dist) {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? []).map(({ root }) => `${root}/`)
  const weights = Object.fromEntries(['main', ...roots].map((name) => [name, 0]))
  for (const file of filesBelow(dist)) {
    weights[roots.find((root) => file.startsWith(root)) ?? 'main'] += statSync(path.join(dist, file)).size
  }
  return weights
}

/** Everything that is wrong with the build, in words; empty where it can go. */
export function problemsOf(dist, appId) {
  if (!existsSync(path.join(dist, 'app.json'))) return [`没有构建：${dist} 里没有 app.json，先运行 build:weapp`]
  const problems = []
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap((one) => one.pages.map((page) => `${one.root}/${page}`)),
  ]
  for (const page of pages) {
    for (const part of ['js', 'json', 'wxml']) {
      if (!existsSync(path.join(dist, `${page}.${part}`))) problems.push(`页面缺文件：${page}.${part}`)
    }
  }
  for (const name of [app.sitemapLocation, app.themeLocation]) {
    if (name !== undefined && !existsSync(path.join(dist, name))) problems.push(`app.json 里写了 ${name}，构建里没有`)
  }
  if (app.__usePrivacyCheck__ !== true) problems.push('app.json 没有打开隐私检查（__usePrivacyCheck__）')
  for (const [name, bytes] of Object.entries(packageWeights(dist))) {
    if (bytes > PACKAGE_LIMIT_BYTES) problems.push(`分包 ${name} 有 ${(bytes / MB).toFixed(2)} MB，微信最多收 2 MB`)
  }
  const project = JSON.parse(readFileSync(path.join(dist, 'project.config.json'), 'utf8'))
  if (project.appid !== appId) {
    problems.push(`构建用的 appid 是 ${project.appid}，和 TARO_APP_ID（${appId}）不一样，请带着它重新构建`)
  }
  const scripts = filesBelow(dist).filter((file) => file.endsWith('.js'))
  const text = scripts.map((file) => readFileSync(path.join(dist, file), 'utf8')).join('\n')
  if (!/https:\/\/[\w.-]+/.test(text)) problems.push('构建里没有服务器地址，请设置 TARO_APP_API_ORIGIN 再构建')
  if (/http:\/\/(localhost|127\.0\.0\.1)/.test(text))
    problems.push('构建里有本机地址，微信不让访问，请换成正式的 https 地址')
  return problems
}
