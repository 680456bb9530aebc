package org.mingzhang.web.assistant;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RemovedDocumentException;

/**
 * Sections as resources {@code mingzhang:///d/DOCUMENT/SECTION}: the path of the permalink with a
 * separate scheme, since callers reach the portal under different origins.
 */
record SectionResource(SectionTool tool) {
  private static final String TEMPLATE = "mingzhang:///d/{document}/{section}";
  private static final int MAX_TOKENS = TokenEstimator.MAX_TOKENS;

  ResourceTemplate createTemplate() {
    return ResourceTemplate.builder(TEMPLATE, "section")
        .title("章节 Section")
        .description(
            "A section of a document, as get_section answers. The path is that of its permalink.")
        .mimeType("application/json")
        .build();
  }

  /**
   * Reads a section. A long section is truncated; its rest is read with {@link SectionTool}.
   *
   * @throws McpError if there is no such section
   */
  ReadResourceResult read(String address, ToolCallContext call) {
    try {
      ToolArguments arguments =
          new ToolArguments(Map.of("section", address, ToolSchemaBuilder.TOKENS, MAX_TOKENS));
      String text = tool.answer(arguments, call);
      TextResourceContents contents =
          TextResourceContents.builder(address, text).mimeType("application/json").build();
      return ReadResourceResult.builder(List.of(contents)).build();
    } catch (NotFoundException | RemovedDocumentException | BadArgumentException e) {
      throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
          .message("there is no such section")
          .build();
    }
  }
}
