import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
/** Fictitious. */
const APP_ID = 'wx0123456789abcdef'
const folder = mkdtempSync(join(tmpdir(), 'suanhui-upload-'))
const dist = join(folder, 'dist')
const key = join(folder, 'private.key')
const asked = join(folder, 'asked')

beforeAll(() => {
  cpSync(join(root, 'miniapp/dist/weapp'), dist, { recursive: true })
  const project = JSON.parse(readFileSync(join(dist, 'project.config.json'), 'utf8'))
  writeFileSync(join(dist, 'project.config.json'), JSON.stringify({ ...project, appid: APP_ID }))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  // In the place of npx: writes down what it was asked for, and refuses where it is told to.
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${asked}\nexit \${REFUSE:-0}\n`)
  chmodSync(join(folder, 'npx'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(action: string, variables: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'miniapp/config/upload.mjs'), action], {
    encoding: 'utf8',
    env: { PATH: `${folder}:/usr/bin:/bin`, WEAPP_DIST: dist, TARO_APP_ID: APP_ID, ...variables },
  })
  return { status, said: stdout + stderr }
}

describe('sending a build to WeChat', () => {
  it('checks a build without a key and without asking anybody', () => {
    const { status, said } = run('check')
    expect(said).toContain(`可以上传：${APP_ID}`)
    expect(said).toMatch(/main +\d+ KB/)
    expect(status).toBe(0)
  })

  it.each([
    ['check', { TARO_APP_ID: '' }, 'TARO_APP_ID 要是小程序的 appid'],
    ['check', { TARO_APP_ID: 'touristappid' }, 'TARO_APP_ID 要是小程序的 appid'],
    ['check', { TARO_APP_ID: 'wx1111111111111111' }, '请带着它重新构建'],
    ['check', { WEAPP_DIST: '/nowhere' }, '没有构建'],
    ['check', { WECHAT_UPLOAD_VERSION: 'next' }, '版本号要写成'],
    ['check', { WECHAT_UPLOAD_ROBOT: '31' }, 'WECHAT_UPLOAD_ROBOT'],
    ['upload', {}, 'WECHAT_UPLOAD_KEY 要是上传密钥的文件路径'],
    ['upload', { WECHAT_UPLOAD_KEY: '/nowhere' }, '文件不存在'],
    ['preview', { WECHAT_UPLOAD_KEY: join(root, 'package.json') }, '不是私钥'],
    ['release', {}, '不认识“release”'],
  ])('%s with %o says what is wrong', (action, variables, words) => {
    const { status, said } = run(action, variables)
    expect(said).toContain(words)
    expect(status).toBe(1)
  })

  it('finds what WeChat would refuse', () => {
    const broken = join(folder, 'broken')
    cpSync(dist, broken, { recursive: true })
    rmSync(join(broken, 'pages/start/index.wxml'))
    rmSync(join(broken, 'sitemap.json'))
    writeFileSync(join(broken, 'pages/library/large.js'), Buffer.alloc(2.1 * 1024 * 1024, ' '))
    const { said } = run('check', { WEAPP_DIST: broken })
    for (const words of ['页面缺文件：pages/start/index.wxml', 'sitemap.json', '分包 pages/library/ 有'])
      expect(said).toContain(words)
  })

  it('hands the build to the official tool at one version, as it was built', () => {
    expect(run('upload', { WECHAT_UPLOAD_KEY: key, WECHAT_UPLOAD_VERSION: '1.2.3' }).status).toBe(0)
    const given = readFileSync(asked, 'utf8').trim().split('\n')
    expect(given[2]).toMatch(/^miniprogram-ci@\d+\.\d+\.\d+$/)
    expect(given.slice(3)).toEqual([
      ...['miniprogram-ci', 'upload', '--pp', dist, '--pkp', key, '--appid', APP_ID, '--uv', '1.2.3', '-r', '1'],
      ...['--enable-es6', 'false', '--enable-minify', 'false'],
    ])
  })

  it('passes on that WeChat refused', () => {
    const { status, said } = run('preview', { WECHAT_UPLOAD_KEY: key, REFUSE: '3' })
    expect(said).toContain('微信没有收下')
    expect(status).toBe(3)
  })
})
