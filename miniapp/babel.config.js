// What old engines get wrong of destructuring, parameters and templates is mended where it stands, as Babel 8 does;
// Taro's preset would write all of it anew, in half as many bytes again.
const mended = ['transform-destructuring', 'transform-parameters', 'transform-template-literals']
const mending = [
  'bugfix/transform-safari-rest-destructuring-rhs-array',
  'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
  'bugfix/transform-edge-default-parameters',
  'bugfix/transform-tagged-template-caching',
]

// The engines of old phones: no core-js, whose global lookup runs `Function`; src/platform/polyfill.ts holds what we use.
module.exports = {
  // No page of ours meets `document.all`: `??` and `?.` need only ask whether something is null.
  assumptions: { noDocumentAll: true },
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, exclude: mended, include: mending },
    ],
  ],
}
