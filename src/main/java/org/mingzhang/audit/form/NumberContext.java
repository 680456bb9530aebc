package org.mingzhang.audit.form;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.text.PatternTable;

/**
 * What the words around two numbers say of their years, stages, funds and bodies. Two numbers can
 * be the same only if no such words tell them apart.
 */
final class NumberContext {
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

  private NumberContext() {}

  /** Whether the words of two numbers allow that they are of one year, stage, fund and body. */
  static boolean canBeSame(NamedNumber one, NamedNumber other) {
    return wordsOf(QUALIFIER, one.label()).equals(wordsOf(QUALIFIER, other.label()))
        && DIMENSIONS.stream()
            .allMatch(
                values -> {
                  Set<String> found = find(values, one);
                  Set<String> others = find(values, other);
                  return found.isEmpty() || others.isEmpty() || found.equals(others);
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
