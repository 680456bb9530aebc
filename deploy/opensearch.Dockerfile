# A node with the plugin. Built from the project's folder after `./mingzhang cluster --help`, which makes the plugin:
#   docker build -f deploy/opensearch.Dockerfile -t mingzhang-opensearch .
FROM opensearchproject/opensearch:3.9.0
COPY --chown=opensearch:opensearch target/opensearch/mingzhang-opensearch.zip /tmp/
RUN bin/opensearch-plugin install --batch file:///tmp/mingzhang-opensearch.zip
# the engine's own mapping names none of the index's fields and would say so for each of them
RUN printf 'logger.mingzhang.name = org.opensearch.index.codec\nlogger.mingzhang.level = error\nlogger.mingzhangshard.name = org.opensearch.index.shard\nlogger.mingzhangshard.level = error\n' >> config/log4j2.properties
