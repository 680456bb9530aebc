package org.mingzhang.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a document by the number that they say is wrong, to tell which facts a finding is
 * about. Findings on mere wording are left out. If a document has different values for one account,
 * it contradicts itself only if there is a finding on one of them; otherwise the values are taken
 * to be of different things that were not distinguished.
 *
 * @param findingsByNumber the findings that state a number, by the number and its section
 */
public record FindingsByNumber(Map<NumberInSection, List<AnchoredFinding>> findingsByNumber) {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,，]*(?:\\.\\d+)?");

  public FindingsByNumber {
    findingsByNumber = Map.copyOf(findingsByNumber);
  }

  /** The path of a section and a number in it, without trailing zeros. */
  public record NumberInSection(String sectionPath, BigDecimal number) {}

  /**
   * A finding by its anchor.
   *
   * @param anchor anchor of the finding in the document
   * @param finding the finding
   */
  public record AnchoredFinding(String anchor, Finding finding) {}

  /**
   * Groups findings by the number that they say is wrong.
   *
   * @param anchors their anchors, in the same order
   */
  public static FindingsByNumber group(List<Finding> findings, List<String> anchors) {
    Map<NumberInSection, List<AnchoredFinding>> grouped = new HashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      String stated = finding.stated();
      BigDecimal number =
          stated == null || finding.severity() == Finding.Severity.WORDING
              ? null
              : firstNumber(stated);
      if (number != null) {
        grouped
            .computeIfAbsent(
                new NumberInSection(finding.sectionPath(), number), k -> new ArrayList<>())
            .add(new AnchoredFinding(anchors.get(i), finding));
      }
    }
    return new FindingsByNumber(grouped);
  }

  /**
   * The finding that says that the number of a fact is wrong: the most certain one, if there are
   * several; empty if none does. The number must be the one that the finding states, and stand
   * within the words that the finding quotes. A number that several cells of a quoted row have is
   * wrong in none of them, since the finding does not say in which.
   *
   * @param sections returns the section with a path, or null
   */
  public Optional<AnchoredFinding> find(Fact fact, Function<String, @Nullable Section> sections) {
    return findingsByNumber.isEmpty()
        ? Optional.empty()
        : fact.locations().stream()
            .flatMap(location -> findAt(location, sections.apply(location.sectionPath())).stream())
            .min(Comparator.comparing(one -> one.finding().severity()));
  }

  private List<AnchoredFinding> findAt(FactLocation location, @Nullable Section section) {
    String text = section == null ? "" : section.text();
    BigDecimal number =
        location.start() < location.end() && location.end() <= text.length()
            ? firstNumber(text.substring(location.start(), location.end()))
            : null;
    return number == null
        ? List.of()
        : findingsByNumber
            .getOrDefault(new NumberInSection(location.sectionPath(), number), List.of())
            .stream()
            .filter(one -> isQuotedAround(one.finding().quote(), text, location, number))
            .toList();
  }

  /** Whether the words around a number of a text are the quote, with this number in it. */
  private static boolean isQuotedAround(
      String quote, String text, FactLocation location, BigDecimal number) {
    int start = location.start();
    int count = 0;
    boolean quoted = false;
    Matcher match = NUMBER.matcher(quote);
    while (match.find()) {
      if (number.compareTo(parse(match.group())) == 0) {
        count++;
        quoted |=
            isSame(text, start, quote, match.start(), 1)
                && isSame(text, start - 1, quote, match.start() - 1, -1);
      }
    }
    return quoted && (count == 1 || location.cell() == null);
  }

  /**
   * Whether a text from an offset on is the same as a quote from an offset to its end, apart from
   * white space: a quoted row has one blank between its cells, empty ones left out.
   *
   * @param step 1 to compare forwards, -1 to compare backwards to the beginning of the quote
   */
  private static boolean isSame(String text, int textOffset, String quote, int offset, int step) {
    int at = textOffset;
    for (int i = offset; i >= 0 && i < quote.length(); i += step) {
      if (!Character.isWhitespace(quote.charAt(i))) {
        while (at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at += step;
        }
        if (at < 0 || at >= text.length() || text.charAt(at) != quote.charAt(i)) {
          return false;
        }
        at += step;
      }
    }
    return true;
  }

  private static @Nullable BigDecimal firstNumber(String words) {
    Matcher match = NUMBER.matcher(words);
    return match.find() ? parse(match.group()) : null;
  }

  private static BigDecimal parse(String digits) {
    return new BigDecimal(digits.replaceAll("[,，]", "")).stripTrailingZeros();
  }
}
