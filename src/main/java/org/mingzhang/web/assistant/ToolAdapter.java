package org.mingzhang.web.assistant;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RemovedDocumentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapts a tool to the Model Context Protocol (MCP): its description, and its answers and errors as
 * results. Errors of the caller are returned with their message; internal errors are logged and
 * returned without cause.
 */
record ToolAdapter(AssistantTool tool) {
  private static final Logger LOG = LoggerFactory.getLogger(ToolAdapter.class);

  Tool createDescription() {
    return Tool.builder(tool.description().name(), tool.schema())
        .title(tool.description().title())
        .description(tool.description().description())
        .annotations(
            ToolAnnotations.builder()
                .title(tool.description().title())
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  /**
   * Answers a call with validated arguments. Exceptions become error results that tell the caller
   * what is wrong; the cause of an internal error is logged and not told.
   */
  CallToolResult callTool(@Nullable Map<String, Object> arguments, ToolCallContext call) {
    try {
      ToolArguments given = new ToolArguments(arguments == null ? Map.of() : arguments);
      return createResult(tool.answer(given, call), false);
    } catch (BadArgumentException | BadParameterException | NotFoundException e) {
      return createResult(PromptTextSanitizer.clean(String.valueOf(e.getMessage()), 600), true);
    } catch (RemovedDocumentException removed) {
      return createResult(
          "the document was removed from the collection on "
              + removed.day()
              + ": "
              + PromptTextSanitizer.clean(removed.reason(), 200),
          true);
    } catch (RuntimeException e) {
      LOG.error("the tool {} failed", tool.description().name(), e);
      return createResult("internal error; the log of the portal has the cause", true);
    }
  }

  private static CallToolResult createResult(String text, boolean isError) {
    return CallToolResult.builder().addTextContent(text).isError(isError).build();
  }
}
