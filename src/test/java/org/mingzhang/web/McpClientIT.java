package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official TypeScript client of the Model Context Protocol, where node and npm are. */
class McpClientIT {
  @Test
  void the_official_client_lists_calls_and_reads(@TempDir Path folder) throws Exception {
    NodePackages npm =
        new NodePackages(Path.of("target/npm/mcp"), "@modelcontextprotocol/sdk@1.32.2");
    try (AssistantPortal portal = new AssistantPortal(folder)) {
      JsonNode told =
          AssistantPortal.json(
              npm.node(McpClientIT.class, "mcp-client.mjs", portal.origin + "/mcp"));
      assertThat(told.path("server").path("name").asText()).isEqualTo("mingzhang");
      assertThat(told.path("tools")).hasSize(8);
      assertThat(told.path("templates").get(0).path("uriTemplate").asText())
          .startsWith("mingzhang:///d/");
      int last = told.path("calls").size() - 1;
      for (int i = 0; i <= last; i++) {
        JsonNode call = told.path("calls").get(i);
        assertThat(call.path("isError").asBoolean()).as(call.toString()).isEqualTo(i == last);
      }
      assertThat(told.path("calls").get(last).path("text").asText()).contains("year must be");
      assertThat(told.path("resource").path("text").asText()).contains("document_text");
      assertThat(told.path("together").asInt()).isEqualTo(1);
      assertThat(told.path("missing").asText()).isEqualTo("refused");
    }
  }
}
