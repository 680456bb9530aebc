package org.mingzhang.web.leads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.text.TsvResource;
import org.mingzhang.web.address.Language;

/**
 * An innocent explanation of a lead, from {@code explanations.tsv}.
 *
 * @param chinese the explanation in Chinese
 * @param english the explanation in English
 */
record InnocentExplanation(String chinese, String english) {
  private static final Map<String, InnocentExplanation> BY_ID = read();

  private static Map<String, InnocentExplanation> read() {
    Map<String, InnocentExplanation> all = new LinkedHashMap<>();
    for (List<String> cells :
        TsvResource.readRows(InnocentExplanation.class, "explanations.tsv", 3)) {
      all.put(cells.get(0), new InnocentExplanation(cells.get(1), cells.get(2)));
    }
    return Map.copyOf(all);
  }

  /**
   * Finds the explanation of the first id that has one; if none has, the general explanation {@code
   * other}.
   *
   * @param ids ids from the most specific to the most general one, such as the ids of a rule and of
   *     its kind
   */
  static InnocentExplanation findFirst(String... ids) {
    for (String id : ids) {
      InnocentExplanation known = BY_ID.get(id);
      if (known != null) {
        return known;
      }
    }
    return BY_ID.getOrDefault("other", new InnocentExplanation("", ""));
  }

  String textIn(Language language) {
    return language.choose(chinese, english);
  }
}
