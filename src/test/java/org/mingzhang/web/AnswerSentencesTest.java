package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.source.PortalSettings;
import org.mingzhang.web.wording.ChatCompletionsClient;

/** Answers worded by a language model, against a model server that also answers with errors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerSentencesTest {
  private static final String UNION = "青石区总工会2024年三公经费";

  /** What the model answers: status and body. */
  private record Reply(int status, String body) {}

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Reply reply = new Reply(200, "");
  private HttpServer model;
  private AssistantPortal data;
  private PortalServer server;
  private String origin;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    model.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer k");
          byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(reply.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    model.start();
    data = new AssistantPortal(folder);
    String base = "http://127.0.0.1:" + model.getAddress().getPort() + "/v1/";
    PortalSettings settings =
        TestSettings.local(0)
            .withLanguageModel(new ChatCompletionsClient(base, "m", "k", Duration.ofSeconds(5)))
            .build();
    server = new PortalServer(data.services, settings).start();
    origin = "http://127.0.0.1:" + server.port();
  }

  @AfterAll
  void stop() {
    server.close();
    data.close();
    model.stop(0);
  }

  private String get(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(origin + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void says(String text) throws IOException {
    reply =
        new Reply(
            200,
            "{\"choices\":[{\"message\":{\"content\":"
                + AssistantPortal.JSON.writeValueAsString(text)
                + "}}]}");
  }

  private JsonNode worded(String question) {
    return AssistantPortal.json(get("/api/v1/answer?worded=true&q=" + encoded(question)))
        .path("worded");
  }

  @Test
  void a_sentence_of_what_the_row_says_stands_with_its_place() throws IOException {
    says("[{\"row\":1,\"text\":\"示例省样本市青石区总工会2024年三公经费决算为6.28万元。\"}]");
    JsonNode answer = worded(UNION);
    assertThat(answer.path("state").asText()).isEqualTo("worded");
    assertThat(answer.path("sentences").path(0).path("url").asText()).startsWith("/d/qsqzgh-2024");
    String page = get("/answer?q=" + encoded(UNION));
    assertThat(page).contains("决算为6.28万元。", "出处 1", "noindex");
    assertThat(asked.getLast()).contains("6.28", "三公经费").doesNotContain("支出决算为4.28万元");
    assertThat(get("/search?q=" + encoded(UNION))).contains("/answer?q=", "让模型写成句子");
    int before = asked.size();
    worded(UNION);
    assertThat(asked).as("the same is asked once").hasSize(before);
  }

  @Test
  void a_number_that_is_not_in_the_row_refuses_the_answer() throws IOException {
    says("[{\"row\":1,\"text\":\"示例省样本市青石区总工会2023年三公经费决算为6.28万元，同比增长19%。\"}]");
    JsonNode answer = worded("青石区总工会2023年三公经费");
    assertThat(answer.path("state").asText()).isEqualTo("refused");
    assertThat(answer.path("sentences")).isEmpty();
    assertThat(get("/answer?q=" + encoded("青石区总工会2023年三公经费")))
        .contains("没有采用", ">5.28<")
        .doesNotContain("19%");
  }

  @Test
  void a_model_that_fails_costs_the_wording_and_nothing_else() throws IOException {
    List<Reply> bad = new ArrayList<>();
    bad.add(new Reply(500, "no"));
    bad.add(new Reply(200, "no json"));
    bad.add(new Reply(200, "{}"));
    bad.add(new Reply(302, ""));
    bad.add(new Reply(200, "x".repeat(100_000)));
    for (Reply each : bad) {
      reply = each;
      JsonNode answer = worded("青石区总工会2022年三公经费");
      assertThat(answer.path("state").asText()).as(each.toString()).isEqualTo("unavailable");
    }
    assertThat(get("/answer?q=" + encoded("青石区总工会2022年三公经费"))).contains(">4.28<", "没有及时回答");
  }

  @Test
  void what_is_no_question_and_what_a_document_contradicts_is_not_sent() {
    int before = asked.size();
    assertThat(worded("工会").isNull()).isTrue();
    assertThat(worded("青石区教育局2024年基本支出").path("state").asText()).isEqualTo("nothing");
    assertThat(asked).hasSize(before);
  }

  @Test
  void a_portal_without_a_model_offers_none() {
    assertThat(data.get("/search?q=" + encoded(UNION))).doesNotContain("/answer?q=");
    assertThat(data.get("/answer?q=" + encoded(UNION))).contains("没有配置语言模型", ">6.28<");
    assertThat(
            AssistantPortal.json(data.get("/api/v1/answer?worded=true&q=" + encoded(UNION)))
                .path("worded")
                .isNull())
        .isTrue();
  }
}
