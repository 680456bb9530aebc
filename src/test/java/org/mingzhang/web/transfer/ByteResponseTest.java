package org.mingzhang.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that cannot be opened when they are to be sent. */
class ByteResponseTest {
  private Javalin server;

  @BeforeEach
  void start() {
    ByteSource gone =
        new ByteSource() {
          @Override
          public long length() {
            return 1_000;
          }

          @Override
          public InputStream openAt(long position) throws IOException {
            throw new NoSuchFileException("deleted meanwhile");
          }
        };
    server =
        Javalin.create(
                config -> {
                  config.routes.get(
                      "/file",
                      ctx -> new ByteResponse(gone, "text/csv", "tag", Instant.EPOCH).send(ctx));
                  config.routes.exception(
                      IOException.class, (e, ctx) -> ctx.status(500).result("说明"));
                })
            .start(0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes=5-9", "bytes=5-9,20-29"})
  void they_are_answered_with_the_page_of_the_failure(String range) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/file"))
            .timeout(Duration.ofSeconds(60));
    if (!range.isEmpty()) {
      request.header("Range", range);
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("说明");
    assertThat(answer.headers().map())
        .doesNotContainKeys("etag", "last-modified", "content-range", "accept-ranges");
  }
}
