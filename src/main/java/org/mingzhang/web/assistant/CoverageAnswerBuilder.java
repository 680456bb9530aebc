package org.mingzhang.web.assistant;

import java.util.function.BiConsumer;

/**
 * Builds answers with a statement of coverage before the list: how many documents match the filters
 * and which requested ones the archive does not have.
 *
 * @param services services of the tools
 * @param list name of the list
 */
record CoverageAnswerBuilder(AssistantServices services, String list) {
  /**
   * Builds an answer as JSON.
   *
   * @param fill adds the hits; not called if all requested places are without documents
   */
  String buildJson(ToolArguments arguments, BiConsumer<ToolAnswerBuilder, CoverageFilter> fill) {
    CoverageFilter filter = CoverageFilter.parse(arguments, services);
    ToolAnswerBuilder answer = new ToolAnswerBuilder(arguments.tokenLimit());
    answer.put("kept", filter.buildStatement(services));
    if (filter.matchesNothing()) {
      answer.put("total", 0);
    } else {
      fill.accept(answer, filter);
    }
    return answer.buildJson(list);
  }
}
