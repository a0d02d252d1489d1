export default definePageConfig({ navigationBarTitleText: '算力供给方名录', enableShareAppMessage: true })
