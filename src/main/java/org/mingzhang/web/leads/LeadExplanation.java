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
record LeadExplanation(String chinese, String english) {
  private static final Map<String, LeadExplanation> BY_ID = read();

  private static Map<String, LeadExplanation> read() {
    Map<String, LeadExplanation> all = new LinkedHashMap<>();
    for (List<String> cells : TsvResource.readRows(LeadExplanation.class, "explanations.tsv", 3)) {
      all.put(cells.get(0), new LeadExplanation(cells.get(1), cells.get(2)));
    }
    return Map.copyOf(all);
  }

  /**
   * Finds the explanation of the first id that has one; if none has, the general explanation {@code
   * other}.
   *
   * @param ids ids from the most specific to the most general one, such as those of a rule and of
   *     its kind
   */
  static LeadExplanation findFirst(String... ids) {
    for (String id : ids) {
      LeadExplanation known = BY_ID.get(id);
      if (known != null) {
        return known;
      }
    }
    return BY_ID.getOrDefault("other", new LeadExplanation("", ""));
  }

  String textIn(Language language) {
    return language.choose(chinese, english);
  }
}
