# syntax=docker/dockerfile:1
FROM node:20-bookworm-slim AS build
WORKDIR /app
RUN npm install --global pnpm@12.21.0
# The lockfile alone decides what is installed: this layer is made anew only when it changes.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY shared/package.json shared/
COPY bff/package.json bff/
COPY miniapp/package.json miniapp/
COPY test/package.json test/
RUN pnpm install --frozen-lockfile
COPY . .
# The address of the API in the page is the page's own, unless it is given here.
ARG TARO_APP_API_ORIGIN=
RUN npm run build && npm --prefix bff run build:commands
RUN pnpm --filter @suanhui/bff deploy --legacy --prod /deployed

FROM node:20-bookworm-slim
# Two heaps of the C library for all threads, not eight a core: what pictures and connections give back is used again.
ENV MALLOC_ARENA_MAX=2
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATA_DIR=/data PAGE_DIR=/app/miniapp/dist/h5
WORKDIR /app/bff
COPY --from=build /deployed/node_modules node_modules
COPY --from=build /app/bff/package.json ./
COPY --from=build /app/bff/dist dist
COPY --from=build /app/miniapp/dist/h5 /app/miniapp/dist/h5
RUN mkdir /data && chown node:node /data
# Not root; nothing is fetched or compiled from here on, and nothing but /data and /tmp is written.
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process: it hears the signal to stop, and lets what is under way finish.
CMD ["node", "--enable-source-maps", "dist/main.js"]
