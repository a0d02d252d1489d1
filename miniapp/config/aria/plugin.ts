import path from 'node:path'
import { attributes, components } from './attributes.json'

/** What we touch of Taro's plugin context and platform; @tarojs/service, which has the types, is no dependency of ours. */
interface MiniPlatform {
  template?: { mergeComponents(ctx: PluginContext, patch: Record<string, Record<string, string>>): void }
  runtimePath: string | string[]
}
interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void
}

/**
 * Taro's templates for WeChat carry no aria attribute: roles and labels given to a component are dropped without a word.
 * This adds them to the components we use, at build time in the templates and at run time in what is sent to them.
 */
export default (ctx: PluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      const none = Object.fromEntries(attributes.map((name) => [name, '']))
      platform.template.mergeComponents(ctx, Object.fromEntries(components.map((name) => [name, none])))
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.js')].flat()
    },
  })
}
