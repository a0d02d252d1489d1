import { type Route, routes } from './routes'

const all: readonly Route[] = Object.values(routes)
const roots = [...new Set(all.map((route) => route.package).filter((root) => root !== 'main'))]

/** For those who build it: every component in every state. No release has it. */
const developers = process.env.NODE_ENV === 'development' ? ['pages/gallery/index'] : []

export default defineAppConfig({
  pages: [...all.filter((route) => route.package === 'main').map((route) => route.path), ...developers],
  subPackages: roots.map((root) => ({
    root,
    pages: all.filter((route) => route.package === root).map((route) => route.path.slice(root.length + 1)),
  })),
  window: {
    backgroundTextStyle: 'light',
    backgroundColor: '@ground',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText',
    navigationBarTitleText: '算惠通',
  },
  animation: false,
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  // What WeChat counts as private is held back until our own sheet has asked.
  __usePrivacyCheck__: true,
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
})
