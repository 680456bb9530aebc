package org.mingzhang.web.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Tests that a model that begins an answer and does not end it holds nobody. */
class ChatCompletionsClientTest {
  @Test
  void an_answer_that_does_not_end_is_given_up() throws IOException {
    CountDownLatch given = new CountDownLatch(1);
    HttpServer model =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    model.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    model.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            given.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    model.start();
    try {
      ChatCompletionsClient client =
          new ChatCompletionsClient(
              "http://127.0.0.1:" + model.getAddress().getPort() + "/v1/",
              "m",
              null,
              Duration.ofMillis(400));
      Instant begin = Instant.now();
      assertThatThrownBy(() -> client.generate("s", "u")).isInstanceOf(IOException.class);
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    } finally {
      given.countDown();
      model.stop(0);
    }
  }
}
