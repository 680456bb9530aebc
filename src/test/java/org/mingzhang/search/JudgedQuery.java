package org.mingzhang.search;

import java.util.Arrays;
import java.util.List;

/**
 * A query with what the judges hold good answers, by the rules of {@code docs/RELEVANCE.md}.
 *
 * @param text what is typed
 * @param kinds keys of the best, good and related sections
 * @param conditions what a section must be beside
 * @param heldOut whether it is not used for tuning
 */
record JudgedQuery(
    String text, List<List<String>> kinds, List<String> conditions, boolean heldOut) {
  /** Grade of a best section. */
  static final int BEST = 3;

  /** All queries, assigned alternately to tuning and held-out sets. */
  static List<JudgedQuery> all() {
    List<String[]> lines = JudgedCorpus.lines("relevance-queries.txt");
    return lines.stream().map(line -> of(line, lines.indexOf(line) % 2 == 1)).toList();
  }

  private static JudgedQuery of(String[] line, boolean heldOut) {
    return new JudgedQuery(
        line[0],
        List.of(list(line[1], ","), list(line[2], ","), list(line[3], ",")),
        list(line[4], ";"),
        heldOut);
  }

  private static List<String> list(String joined, String mark) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(mark, -1));
  }

  /** Grade of a section, 0 to 3. */
  int grade(JudgedSection section) {
    int grade = BEST - firstWith(section.key());
    int missed = 0;
    for (String condition : conditions) {
      if (!holds(condition, section)) {
        boolean soft =
            condition.startsWith("year") || condition.startsWith("doc") || !condition.contains("~");
        missed += soft ? 1 : 2;
      }
    }
    return switch (missed) {
      case 0 -> Math.max(0, grade);
      case 1 -> grade > 1 ? 1 : 0;
      default -> 0;
    };
  }

  private int firstWith(String key) {
    int i = 0;
    while (i < kinds.size() && !kinds.get(i).contains(key)) {
      i++;
    }
    return i;
  }

  private static boolean holds(String condition, JudgedSection section) {
    int mark = Math.max(condition.indexOf('~'), condition.indexOf('='));
    String name = mark < 0 ? condition : condition.substring(0, mark);
    String value = condition.substring(mark + 1);
    return switch (name) {
      case "agency" -> section.agency().contains(value);
      case "region" -> section.region().contains(value);
      case "year" -> section.year() == Integer.parseInt(value);
      case "doc" -> value.contains(section.kind());
      case "none" -> section.none();
      case "some" -> !section.none();
      case "text" -> Arrays.stream(value.split("/", -1)).anyMatch(section.body()::contains);
      default -> throw new IllegalArgumentException("no such condition: " + condition);
    };
  }
}
