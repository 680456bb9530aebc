package org.mingzhang.web.assistant;

import java.util.Map;

/** A tool for assistants. Safe on many threads. */
interface AssistantTool {
  /** Name and description. */
  ToolDescription description();

  /** JSON schema of its arguments. */
  Map<String, Object> schema();

  /**
   * Answers a call as JSON.
   *
   * @throws BadArgumentException if an argument is invalid
   */
  String answer(ToolArguments arguments, ToolCallContext call);
}
