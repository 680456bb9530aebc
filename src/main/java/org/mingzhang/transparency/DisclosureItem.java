package org.mingzhang.transparency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;

/**
 * Something that has to be disclosed, as {@code items.tsv} has it.
 *
 * @param id its name in files and addresses
 * @param applies which documents have to have it
 * @param kind how it is told
 * @param words alternatives of words, all of one of which name it
 * @param excluded words that name something else; of a part, other names of its column
 * @param chinese its name
 * @param english its English name
 * @param source where that is laid down
 * @param places regions whose own form has it; none for what every document has to have
 * @param forms its words as a form's name has them, one behind the other
 */
public record DisclosureItem(
    String id,
    Applies applies,
    Kind kind,
    List<List<String>> words,
    List<String> excluded,
    String chinese,
    String english,
    String source,
    List<List<String>> places,
    Pattern forms) {
  private static final int FIELDS = 9;

  /** What may stand between the words of a form's name. */
  private static final String GAP = "[^，。；：、！？]{0,24}?";

  /** What a name does not go on over; another form ends with 表. */
  private static final String BREAKS = "，。；：、！？《》（）()“”表";

  /** The name of two items together, in which that of neither counts as its own. */
  private static final Pattern TOGETHER = Pattern.compile("购置[及和](公务用车)?运行(维护)?费?");

  private static final List<DisclosureItem> ALL = read();

  /** Documents that have to have an item. */
  public enum Applies {
    FINAL,
    BUDGET,
    BOTH,
    DEPARTMENT_BUDGET
  }

  /** How an item is told. */
  public enum Kind {
    /** A cover or contents before the text. */
    FRONT,
    /** A section of that name with text below it. */
    HEADING,
    /** A table. */
    FORM,
    /** A sentence with an amount, or that there is none. */
    AMOUNT,
    /** As the table's columns, or as a column of the form of the three public expenses. */
    PART
  }

  /** The items that a kind of document has to have everywhere; none for kinds without a list. */
  public static List<DisclosureItem> of(@Nullable Category category) {
    return of(category, List.of());
  }

  /**
   * The items that a document has to have, those of its district's own form among them.
   *
   * @param region path of its region
   */
  static List<DisclosureItem> of(@Nullable Category category, List<String> region) {
    Set<Applies> kinds =
        switch (category) {
          case DEPARTMENT_FINAL_ACCOUNTS, UNIT_FINAL_ACCOUNTS -> Set.of(Applies.FINAL);
          case DEPARTMENT_BUDGET -> Set.of(Applies.BUDGET, Applies.DEPARTMENT_BUDGET);
          case UNIT_BUDGET -> Set.of(Applies.BUDGET);
          case null, default -> Set.of();
        };
    return kinds.isEmpty()
        ? List.of()
        : ALL.stream()
            .filter(item -> item.applies == Applies.BOTH || kinds.contains(item.applies))
            .filter(item -> item.places.isEmpty() || item.places.stream().anyMatch(within(region)))
            .toList();
  }

  private static Predicate<List<String>> within(List<String> region) {
    return place -> place.size() <= region.size() && region.subList(0, place.size()).equals(place);
  }

  /** Whether a heading or sentence without white space names it. */
  boolean named(String text) {
    return words.stream().anyMatch(all -> all.stream().allMatch(text::contains))
        && excluded.stream().noneMatch(text::contains);
  }

  /** Whether the head of the form of the three public expenses, without white space, has it. */
  boolean hasColumn(String cells) {
    String own = together() ? cells : TOGETHER.matcher(cells).replaceAll("");
    return words.stream().flatMap(List::stream).anyMatch(own::contains)
        || excluded.stream().anyMatch(own::contains);
  }

  /** Whether a text without white space has its words, apart from what shuts them out. */
  boolean namedAnywhere(String text) {
    String rest = text;
    for (String other : excluded) {
      rest = rest.replace(other, "·");
    }
    String own = rest;
    return words.stream().anyMatch(all -> all.stream().allMatch(own::contains));
  }

  /** Whether a text has its words other than as one of two items together. */
  boolean namedApart(String text) {
    String own = together() ? text : TOGETHER.matcher(text).replaceAll("");
    return words.stream().flatMap(List::stream).anyMatch(own::contains);
  }

  private boolean together() {
    return words.stream().flatMap(List::stream).anyMatch(w -> TOGETHER.matcher(w).find());
  }

  /**
   * Whether a text names the form: its words one behind the other, without a break, and not as the
   * end of the name of another form.
   */
  boolean formNamed(String text) {
    Matcher name = forms.matcher(text);
    while (name.find()) {
      int start = name.start();
      while (start > 0 && BREAKS.indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      String whole = text.substring(start, name.end());
      if (excluded.stream().noneMatch(whole::contains)) {
        return true;
      }
    }
    return false;
  }

  private static Pattern forms(List<List<String>> words) {
    return Pattern.compile(
        words.stream()
            .map(all -> all.stream().map(Pattern::quote).collect(Collectors.joining(GAP)))
            .collect(Collectors.joining("|")));
  }

  private static List<DisclosureItem> read() {
    try (InputStream in =
            Objects.requireNonNull(DisclosureItem.class.getResourceAsStream("items.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> item(line.split("\t", FIELDS)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("items.tsv cannot be read", e);
    }
  }

  private static DisclosureItem item(String[] field) {
    return new DisclosureItem(
        field[0],
        Applies.valueOf(field[1].toUpperCase(Locale.ROOT).replace('-', '_')),
        Kind.valueOf(field[2].toUpperCase(Locale.ROOT)),
        split(field[3], "\\|").stream().map(all -> split(all, "\\+")).toList(),
        split(field[4], "\\|"),
        field[5],
        field[6],
        field[7],
        split(field[8], "\\|").stream().map(path -> split(path, "/")).toList(),
        forms(split(field[3], "\\|").stream().map(all -> split(all, "\\+")).toList()));
  }

  private static List<String> split(String words, String by) {
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(by, -1));
  }
}
