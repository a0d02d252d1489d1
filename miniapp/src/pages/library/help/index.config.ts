export default definePageConfig({ navigationBarTitleText: '算力券是什么' })
