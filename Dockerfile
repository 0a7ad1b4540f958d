# The whole game in one container. The embedded database lies in /data; see docs/operations.md.
FROM node:22-bookworm-slim AS build
WORKDIR /game
COPY . .
RUN npm ci --no-audit --no-fund && npm run build
# Only what runs: the bundle requires its packages from node_modules.
RUN npm prune --omit=dev --no-audit --no-fund --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_FOLDER=/data
WORKDIR /game
COPY --from=build /game/node_modules node_modules
COPY --from=build /game/packages packages
COPY --from=build /game/apps/server apps/server
COPY --from=build /game/apps/web/out apps/web/out
COPY --from=build /game/scenarios scenarios
COPY --from=build /game/package.json package.json
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/readyz').then((answer)=>process.exit(answer.ok?0:1),()=>process.exit(1))"]
CMD ["node", "apps/server/dist/main.js"]
