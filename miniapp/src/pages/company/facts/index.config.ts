export default definePageConfig({ navigationBarTitleText: '匹配用的公司情况' })
