# The server in a container. Without DATABASE_URL its embedded database is in the volume /data.
#   docker build -t debouches .
#   docker run --rm -p 127.0.0.1:4000:4000 -v debouches:/data -v /tmp --read-only --cap-drop ALL \
#     --security-opt no-new-privileges --memory 2g --pids-limit 256 debouches
#
# What it is built on: a tag, or better the digest that `docker buildx imagetools inspect
# node:24-slim` prints, by which the image is the same each time:
#   docker build --build-arg NODE_IMAGE=node:24-slim@sha256:… -t debouches .
ARG NODE_IMAGE=node:24-slim
FROM ${NODE_IMAGE}

WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data

# The optional packages are what draws PNG, and Node itself, which the image has. No package runs a
# script.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node-* node_modules/.bin/node \
  && npm cache clean --force

COPY LICENSE ./
COPY schema ./schema
COPY sql ./sql
COPY src ./src

RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000

# The first start loads the demonstration register before it listens.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Other commands take the place of "serve": docker run … debouches status
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "src/cli/debouches.mjs"]
CMD ["serve"]
