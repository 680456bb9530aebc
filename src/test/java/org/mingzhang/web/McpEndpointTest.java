package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.Seed;

/** The Model Context Protocol over HTTP: its rules, and those who do not keep them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpEndpointTest {
  private static final String COVERAGE = AssistantPortal.call("coverage", Map.of());

  private AssistantPortal portal;

  @BeforeAll
  void start(@TempDir Path folder) {
    portal = new AssistantPortal(folder);
  }

  @AfterAll
  void stop() {
    portal.close();
  }

  @Test
  void the_java_client_of_the_sdk_lists_and_calls_every_tool_and_reads_a_resource() {
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(AssistantPortal.JSON);
    JsonSchemaValidator trusting =
        (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid("");
    try (McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(portal.origin)
                    .endpoint("/mcp")
                    .jsonMapper(json)
                    .build())
            .jsonSchemaValidator(trusting)
            .build()) {
      assertThat(client.initialize().instructions()).contains("document_text");
      List<McpSchema.Tool> tools = client.listTools().tools();
      assertThat(tools)
          .extracting(McpSchema.Tool::name)
          .containsExactlyInAnyOrder(
              "search_sections",
              "get_section",
              "facts",
              "compare",
              "findings",
              "document_outline",
              "cite",
              "coverage");
      assertThat(tools).allMatch(tool -> Boolean.TRUE.equals(tool.annotations().readOnlyHint()));
      McpSchema.CallToolResult found =
          client.callTool(
              McpSchema.CallToolRequest.builder("search_sections")
                  .arguments(Map.of("query", "经费"))
                  .build());
      assertThat(found.isError()).isFalse();
      assertThat(((McpSchema.TextContent) found.content().getFirst()).text()).contains("\"url\"");
      assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(1);
      McpSchema.ReadResourceResult read =
          client.readResource(
              McpSchema.ReadResourceRequest.builder("mingzhang:///d/qsqzgh-2024-bmjs/gk-zyzz")
                  .build());
      assertThat(((McpSchema.TextResourceContents) read.contents().getFirst()).text())
          .contains("\"sha256\"");
    }
  }

  @Test
  void a_page_of_another_site_is_refused_and_so_is_a_name_that_is_not_ours() throws Exception {
    for (String page :
        List.of("https://evil.example", "null", "http://127.0.0.1.evil.example", "file://", "")) {
      assertThat(portal.send(COVERAGE, "Origin", page).statusCode()).as(page).isEqualTo(403);
    }
    for (String page : List.of("http://localhost:6274", portal.origin)) {
      assertThat(portal.send(COVERAGE, "Origin", page).statusCode()).as(page).isEqualTo(200);
    }
    for (String host : List.of("evil.example", "evil.example:" + portal.port, "127.0.0.1@evil")) {
      RawAnswer answer = raw(host, COVERAGE);
      assertThat(answer.status()).as(host).isIn(400, 403);
      assertThat(answer.body() + answer.headers()).doesNotContain("evil");
    }
    assertThat(raw("localhost:" + portal.port, COVERAGE).status()).isEqualTo(200);
  }

  private RawAnswer raw(String host, String body) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /mcp HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    return RawAnswer.to(portal.port, (head + body).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void there_is_no_stream_and_no_session() {
    assertThat(portal.get("/mcp")).contains("sent by POST");
    HttpResponse<String> answer = portal.send(COVERAGE);
    assertThat(answer.headers().firstValue("Mcp-Session-Id")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(
            portal
                .send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void what_is_no_message_is_refused_as_the_protocol_says() {
    Map<String, Integer> bodies =
        Map.ofEntries(
            Map.entry("", 400),
            Map.entry("nonsense", 400),
            Map.entry("null", 400),
            Map.entry("7", 400),
            Map.entry("{\"jsonrpc\":null,\"id\":null,\"method\":null}", 400),
            Map.entry("[" + COVERAGE + "]", 400),
            Map.entry(COVERAGE + COVERAGE, 400),
            Map.entry("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", 400),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", 400),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[\"ping\"]}", 400),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", 400),
            Map.entry("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), 400),
            Map.entry("[".repeat(100_000), 400),
            Map.entry("{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(5_000) + "}", 400),
            Map.entry(AssistantPortal.call("coverage", Map.of("agency", "字".repeat(90_000))), 413));
    bodies.forEach(
        (body, status) -> {
          HttpResponse<String> answer = portal.send(body);
          assertThat(answer.statusCode())
              .as(body.substring(0, Math.min(80, body.length())))
              .isEqualTo(status);
          assertThat(AssistantPortal.json(answer.body()).path("error").path("code").asInt())
              .isNegative();
          assertThat(answer.body())
              .doesNotContain("Exception", "stackTrace", "org.mingzhang", "java");
        });
    assertThat(portal.send(COVERAGE, "Content-Type", "text/plain").statusCode()).isEqualTo(415);
    assertThat(portal.send(COVERAGE, "MCP-Protocol-Version", "1999-01-01").statusCode())
        .isEqualTo(400);
    assertThat(portal.send(COVERAGE, "MCP-Protocol-Version", "2025-06-18").statusCode())
        .isEqualTo(200);
  }

  @Test
  void what_does_not_fit_a_method_is_an_error_of_it() {
    for (String body :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[1]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":{}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":7}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"file:///etc/passwd\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"mingzhang:///d/a/b\"}}")) {
      HttpResponse<String> answer = portal.send(body);
      assertThat(answer.statusCode()).as(body).isEqualTo(200);
      JsonNode json = AssistantPortal.json(answer.body());
      assertThat(json.path("error").path("code").asInt()).as(body).isNegative();
      assertThat(answer.body())
          .as(body)
          .doesNotContain("Exception", "org.mingzhang", "com.fasterxml", "java.");
    }
  }

  @Test
  void random_arguments_never_break_a_tool() {
    long seed = Seed.next();
    Random random = new Random(seed);
    List<String> tools =
        List.of(
            "search_sections",
            "get_section",
            "facts",
            "compare",
            "findings",
            "document_outline",
            "cite",
            "coverage");
    List<String> names =
        List.of(
            "query",
            "section",
            "document",
            "place",
            "account",
            "indicator",
            "region",
            "year",
            "agency",
            "category",
            "stage",
            "cursor",
            "max_tokens",
            "format",
            "item",
            "sort");
    for (int i = 0; i < 400; i++) {
      Map<String, Object> arguments = new java.util.HashMap<>();
      for (int j = random.nextInt(5); j >= 0; j--) {
        arguments.put(names.get(random.nextInt(names.size())), value(random, 0));
      }
      String tool = tools.get(random.nextInt(tools.size()));
      HttpResponse<String> answer = portal.send(AssistantPortal.call(tool, arguments));
      assertThat(answer.statusCode()).as("seed " + seed + " " + tool + arguments).isEqualTo(200);
      assertThat(answer.body())
          .as("seed " + seed + " " + tool + arguments)
          .doesNotContain("internal error", "Exception", "java.");
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 8 : 10)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextBoolean();
      case 2 -> "\"(AND 三公 OR";
      case 3 -> "qsqzgh-2024-bmjs/gk-zyzz";
      case 4 -> "qsqzgh-2024-bmjs";
      case 5 -> "../../%2e%2e/%00";
      case 6 -> "三公经费";
      case 7 -> random.nextInt(0, 30) + "." + Integer.toString(random.nextInt(1 << 20), 36);
      case 8 ->
          IntStream.range(0, random.nextInt(30)).mapToObj(i -> value(random, depth + 1)).toList();
      default -> Map.of("a", value(random, depth + 1));
    };
  }

  @Test
  void a_hundred_calls_at_once_are_all_answered_alike() throws Exception {
    String call = AssistantPortal.call("search_sections", Map.of("query", "经费"));
    String alone = portal.send(call).body();
    Callable<HttpResponse<String>> send = () -> portal.send(call);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpResponse<String>> answer :
          threads.invokeAll(java.util.Collections.nCopies(100, send))) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo(alone);
      }
    }
  }
}
