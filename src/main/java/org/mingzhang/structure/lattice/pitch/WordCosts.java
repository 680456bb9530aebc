package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.TsvResource;

/**
 * Computes the cost of a word in a column by its text alone, from {@code pitch-words.tsv}. A word
 * may be part of a cell. Stateless.
 */
final class WordCosts {
  /** The cost of the words that match a pattern, from {@code pitch-words.tsv}. */
  private record WordCostRule(double cost, Pattern word) {}

  private static final Map<ColumnType, List<WordCostRule>> RULES = readRules();

  private WordCosts() {}

  private static Map<ColumnType, List<WordCostRule>> readRules() {
    Map<ColumnType, List<WordCostRule>> rules = new EnumMap<>(ColumnType.class);
    TsvResource.forEachRow(
        ColumnType.class,
        "pitch-words.tsv",
        4,
        row -> {
          rules
              .computeIfAbsent(ColumnType.valueOf(row.get(0)), k -> new ArrayList<>())
              .add(new WordCostRule(Double.parseDouble(row.get(1)), Pattern.compile(row.get(2))));
        });
    return rules;
  }

  /** The cost of the first rule of the column type that matches the word; 0 if none does. */
  static double cost(ColumnType column, String word) {
    for (WordCostRule rule : RULES.getOrDefault(column, List.of())) {
      if (rule.word().matcher(word).matches()) {
        return rule.cost();
      }
    }
    return 0;
  }
}
