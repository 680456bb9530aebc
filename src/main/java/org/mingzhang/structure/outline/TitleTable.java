package org.mingzhang.structure.outline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.SimplifiedText;

/**
 * What titles mean, as a table of patterns the first of which decides. The table is a resource
 * beside this class: a value and a regular expression a line, separated by a tab; {@code #} begins
 * a comment.
 *
 * @param <T> what a title means
 */
final class TitleTable<T> {
  private record Row<T>(T value, Pattern pattern) {}

  private final List<Row<T>> rows;

  private TitleTable(List<Row<T>> rows) {
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @param resource its name
   * @param value the meaning of a name in the first column
   */
  static <T> TitleTable<T> read(String resource, Function<String, T> value) {
    try (InputStream in =
        Objects.requireNonNull(TitleTable.class.getResourceAsStream(resource), resource)) {
      return new TitleTable<>(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> row(line, value))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Row<T> row(String line, Function<String, T> value) {
    int tab = line.indexOf('\t');
    return new Row<>(value.apply(line.substring(0, tab)), Pattern.compile(line.substring(tab + 1)));
  }

  /** The meaning of a title that a pattern matches as a whole; null if none does. */
  @Nullable T whole(String title) {
    return first(title, Matcher::matches);
  }

  /** The meaning of a title that a pattern is found in; null if none is. */
  @Nullable T part(String title) {
    return first(title, Matcher::find);
  }

  /** The meaning of a title as printed, or else of its simplified form. */
  private @Nullable T first(String title, Predicate<Matcher> fits) {
    T meaning = printed(title, fits);
    if (meaning != null) {
      return meaning;
    }
    String simplified = SimplifiedText.of(title);
    return simplified.equals(title) ? null : printed(simplified, fits);
  }

  private @Nullable T printed(String title, Predicate<Matcher> fits) {
    return rows.stream()
        .filter(row -> fits.test(row.pattern.matcher(title)))
        .map(Row::value)
        .findFirst()
        .orElse(null);
  }
}
