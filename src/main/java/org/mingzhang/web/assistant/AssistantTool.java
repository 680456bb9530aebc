package org.mingzhang.web.assistant;

import java.util.Map;

/** A question that assistants can ask. Safe on many threads. */
interface AssistantTool {
  /** Its name in the protocol. */
  String name();

  /** What it is called where people choose tools. */
  String title();

  /** What it answers and when to use it. */
  String description();

  /** JSON schema of its arguments. */
  Map<String, Object> schema();

  /**
   * The answer as JSON.
   *
   * @throws BadArgumentException if the arguments name what cannot be
   */
  String answer(Arguments arguments, Asking asking);
}
