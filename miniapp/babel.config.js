// The engines of old phones: no core-js, whose global lookup runs `Function`; src/platform/polyfill.ts holds what we use.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
