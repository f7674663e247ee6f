# syntax=docker/dockerfile:1
# What this builds and how it is run: docs/operations.md, In a container.
ARG NODE_IMAGE=node:26-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings the Node that the package of that name brings elsewhere.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
COPY bin bin
COPY locales locales
COPY src src
RUN node bin/jauap.js knowledge compile src/knowledge/bulletin

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
ENV DATABASE_URL=sqlite:/data/jauap.db
# What listens on 127.0.0.1 inside a container, nobody outside can reach.
ENV HTTP_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "bin/jauap.js", "health"]
ENTRYPOINT ["node", "--max-semi-space-size=2", "bin/jauap.js"]
