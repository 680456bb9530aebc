package org.mingzhang.structure.outline;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.PrefilteredPattern;
import org.mingzhang.text.TraditionalToSimplifiedConverter;
import org.mingzhang.text.TsvResource;

/**
 * A table of patterns of titles with the meaning of each; the first match applies. The table is a
 * resource in the package of this class. Each line has a value and a regular expression, separated
 * by a tab; {@code #} begins a comment.
 *
 * @param <T> what a title means
 */
final class TitlePatterns<T> {
  /** A pattern of titles with its meaning. */
  private record TitlePattern<T>(T value, PrefilteredPattern pattern) {}

  private final List<TitlePattern<T>> titlePatterns;

  private TitlePatterns(List<TitlePattern<T>> titlePatterns) {
    this.titlePatterns = titlePatterns;
  }

  /**
   * Reads a table of title patterns from a resource.
   *
   * @param resource name of the resource
   * @param parseValue converts a name in the first column to a meaning
   */
  static <T> TitlePatterns<T> read(String resource, Function<String, T> parseValue) {
    return new TitlePatterns<>(
        TsvResource.parseRows(
            TitlePatterns.class,
            resource,
            2,
            row ->
                new TitlePattern<>(
                    parseValue.apply(row.get(0)),
                    PrefilteredPattern.derive(Pattern.compile(row.get(1))))));
  }

  /** The meaning of a title that is completely matched by a pattern; null if there is none. */
  @Nullable T findByWholeTitle(String title) {
    return findFirst(title, PrefilteredPattern::matches);
  }

  /** The meaning of a title that contains a match; null if none does. */
  @Nullable T findInTitle(String title) {
    return findFirst(title, PrefilteredPattern::occursIn);
  }

  /**
   * The meaning of a title as printed or, if no pattern matches, in simplified characters; null if
   * none matches either.
   */
  private @Nullable T findFirst(String title, BiPredicate<PrefilteredPattern, String> fits) {
    T meaning = findFirstAsPrinted(title, fits);
    if (meaning != null) {
      return meaning;
    }
    String simplified = TraditionalToSimplifiedConverter.simplify(title);
    return simplified.equals(title) ? null : findFirstAsPrinted(simplified, fits);
  }

  private @Nullable T findFirstAsPrinted(
      String title, BiPredicate<PrefilteredPattern, String> fits) {
    return titlePatterns.stream()
        .filter(titlePattern -> fits.test(titlePattern.pattern, title))
        .map(TitlePattern::value)
        .findFirst()
        .orElse(null);
  }
}
