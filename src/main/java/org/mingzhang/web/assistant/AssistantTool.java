package org.mingzhang.web.assistant;

import java.util.Map;

/** A question that assistants can ask. Safe on many threads. */
interface AssistantTool {
  /** How it presents itself. */
  ToolWords words();

  /** JSON schema of its arguments. */
  Map<String, Object> schema();

  /**
   * The answer as JSON.
   *
   * @throws BadArgumentException if the arguments name what cannot be
   */
  String answer(Arguments arguments, CallContext asking);
}
