package org.mingzhang.web.assistant;

import java.util.function.BiConsumer;

/**
 * Builds answers that begin with a statement of coverage: how many documents match the filters, and
 * which of the requested documents are not in the archive.
 *
 * @param services the sources
 * @param listName name of the list that follows the statement
 */
record CoverageAnswerBuilder(AssistantServices services, String listName) {
  /**
   * Builds an answer as JSON.
   *
   * @param hitsWriter adds the hits; not called if there are no documents of any requested place
   */
  String buildJson(
      ToolArguments arguments, BiConsumer<ToolAnswerBuilder, CoverageFilter> hitsWriter) {
    CoverageFilter filter = CoverageFilter.parse(arguments, services);
    ToolAnswerBuilder answer = new ToolAnswerBuilder(arguments.tokenLimit());
    answer.put("kept", filter.buildCoverageStatement(services));
    if (filter.matchesNothing()) {
      answer.put("total", 0);
    } else {
      hitsWriter.accept(answer, filter);
    }
    return answer.buildJson(listName);
  }
}
