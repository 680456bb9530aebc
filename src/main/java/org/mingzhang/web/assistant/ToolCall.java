package org.mingzhang.web.assistant;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.BadAddressException;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RemovedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tool as the protocol knows it: what it says of itself, and its answers and faults as results. A
 * fault of the caller is told so that the caller can mend it; one of ours is logged and told
 * without its cause.
 */
record ToolCall(AssistantTool tool) {
  private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

  /** What the tool says of itself. */
  Tool described() {
    return Tool.builder(tool.words().name(), tool.schema())
        .title(tool.words().title())
        .description(tool.words().description())
        .annotations(
            ToolAnnotations.builder()
                .title(tool.words().title())
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  /** Answers a call whose arguments have passed the schema. */
  CallToolResult result(@Nullable Map<String, Object> arguments, CallContext asking) {
    try {
      Arguments given = new Arguments(arguments == null ? Map.of() : arguments);
      return result(tool.answer(given, asking), false);
    } catch (BadArgumentException | BadAddressException | NotFoundException e) {
      return result(DocumentText.clean(String.valueOf(e.getMessage()), 600), true);
    } catch (RemovedException removed) {
      return result(
          "the document was taken out of the collection on "
              + removed.day()
              + ": "
              + DocumentText.clean(removed.reason(), 200),
          true);
    } catch (RuntimeException e) {
      LOG.error("the tool {} failed", tool.words().name(), e);
      return result("the portal could not answer; its log says why", true);
    }
  }

  private static CallToolResult result(String text, boolean fault) {
    return CallToolResult.builder().addTextContent(text).isError(fault).build();
  }
}
