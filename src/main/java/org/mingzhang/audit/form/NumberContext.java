package org.mingzhang.audit.form;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.text.PatternTable;

/**
 * What the words around a number say of its year, stage, fund and body. Two numbers can be the same
 * only if no such words tell them apart.
 *
 * @param qualifiers words of the label without which it names another number: 未, 上年
 * @param dimensions for each dimension the values that the words state; empty if they state none
 */
record NumberContext(Set<String> qualifiers, List<Set<String>> dimensions) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(NumberContext.class);
  private static final Pattern COMPARED = PATTERNS.get("context-compared");
  private static final Pattern QUALIFIER = PATTERNS.get("context-qualifier");

  /**
   * What may differ between two numbers of one name. The patterns of a dimension are its values; if
   * there is only one, the words that it matches are.
   */
  private static final List<List<Pattern>> DIMENSIONS =
      List.of(
          PATTERNS.getAll("context-year"),
          PATTERNS.getAll("context-stage"),
          PATTERNS.getAll("context-fund"),
          PATTERNS.getAll("context-body"),
          PATTERNS.getAll("context-instant"));

  /** Reads the context of a number from its label and the words before it. */
  static NumberContext read(NamedNumber number) {
    return new NumberContext(
        wordsOf(QUALIFIER, number.label()),
        DIMENSIONS.stream().map(values -> find(values, number)).toList());
  }

  /** Whether two numbers may be of one year, stage, fund and body. */
  boolean canBeSame(NumberContext other) {
    return qualifiers.equals(other.qualifiers)
        && IntStream.range(0, dimensions.size())
            .allMatch(
                i -> {
                  Set<String> own = dimensions.get(i);
                  Set<String> others = other.dimensions.get(i);
                  return own.isEmpty() || others.isEmpty() || own.equals(others);
                });
  }

  /** The values of a dimension that the label tells, otherwise the last one before it. */
  private static Set<String> find(List<Pattern> values, NamedNumber number) {
    Set<String> own = valuesIn(values, number.label());
    if (!own.isEmpty()) {
      return own;
    }
    String before = COMPARED.matcher(number.surroundings()).replaceAll("");
    String[] lines = before.split("[\n。；]", -1);
    return IntStream.iterate(lines.length - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(i -> valuesIn(values, lines[i]))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  private static Set<String> valuesIn(List<Pattern> values, String text) {
    return IntStream.range(0, values.size())
        .boxed()
        .flatMap(
            i ->
                values.size() == 1
                    ? wordsOf(values.getFirst(), text).stream()
                    : values.get(i).matcher(text).find()
                        ? Stream.of(String.valueOf(i))
                        : Stream.<String>empty())
        .collect(Collectors.toSet());
  }

  private static Set<String> wordsOf(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
  }
}
