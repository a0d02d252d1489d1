export default definePageConfig({ navigationBarTitleText: '算力供给方', enableShareAppMessage: true })
