package org.mingzhang.web.assistant;

import java.util.function.BiConsumer;

/**
 * The frame of answers about what is kept: how many documents could have answered and what of the
 * question is not kept here stands above the list, and where nothing is kept nothing is looked for.
 *
 * @param library what is read
 * @param list name of the list
 */
record KeptAnswer(AssistantSources library, String list) {
  /**
   * The answer as JSON.
   *
   * @param fill puts in what was found; not called where only places were named of which nothing is
   *     kept
   */
  String of(Arguments arguments, BiConsumer<ToolAnswer, KeptCoverage> fill) {
    KeptCoverage kept = KeptCoverage.asked(arguments, library);
    ToolAnswer answer = new ToolAnswer(arguments.tokens());
    answer.put("kept", kept.told(library));
    if (kept.nowhere()) {
      answer.put("total", 0);
    } else {
      fill.accept(answer, kept);
    }
    return answer.json(list);
  }
}
