package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;

/**
 * Builds a finding: its location, the stated and the computed number, the formula and the message.
 * Numbers are shown with all their digits.
 */
public final class FindingDraft {
  private final RuleBook.Message message;
  private final Place place;
  private @Nullable String stated;
  private @Nullable String computed;
  private @Nullable String formula;
  private @Nullable Place other;
  private @Nullable BigDecimal base;

  private FindingDraft(RuleBook.Message message, Place place) {
    this.message = message;
    this.place = place;
  }

  /**
   * A finding in a paragraph, quoting the words between two places of its compact text.
   *
   * @param message what it says: a key of {@code messages.tsv}
   */
  public static FindingDraft at(String message, Passage passage, int from, int to) {
    return at(message, place(passage, from, to));
  }

  /** A finding in a paragraph, quoting what a pattern matches. */
  public static FindingDraft at(String message, Passage passage, MatchResult words) {
    return at(message, passage, words.start(), words.end());
  }

  /**
   * A finding at a place.
   *
   * @param message what it says: a key of {@code messages.tsv}
   */
  public static FindingDraft at(String message, Place place) {
    return new FindingDraft(RuleBook.message(message), place);
  }

  /** Words of a paragraph as a place. */
  public static Place place(Passage passage, int from, int to) {
    return new Place(passage.section().path(), passage.page(), passage.quote(from, to));
  }

  /**
   * The words of a section from one offset of its text to another, trimmed; with a negative offset
   * also its title.
   */
  public static Place place(Section section, int page, int from, int to) {
    String text = section.text();
    int start = Math.clamp(from, 0, text.length());
    String words = text.substring(start, Math.clamp(to, start, text.length())).strip();
    return new Place(section.path(), page, (from < 0 ? section.title() : "") + words);
  }

  public static Place place(Figure figure) {
    return new Place(figure.section(), figure.page(), figure.quote());
  }

  public static Place place(Section section) {
    return new Place(section.path(), section.page(), section.heading());
  }

  public static Place place(Finding finding) {
    return new Place(finding.section(), finding.page(), finding.quote());
  }

  public static Place place(AccountTable table, int row, String quote) {
    return new Place(table.data().section(), table.page(row), quote);
  }

  /** The number as stated, and as other numbers give it. */
  public FindingDraft withNumbers(Object stated, Object computed) {
    this.stated = format(stated);
    this.computed = format(computed);
    return this;
  }

  /** Two numbers that should be equal. */
  public FindingDraft withUnequalNumbers(Object stated, Object other) {
    return withNumbers(stated, other).withFormulaPattern("%s ≠ %s", stated, other);
  }

  public FindingDraft withFormula(String formula) {
    this.formula = formula;
    return this;
  }

  /** The computation, its result, and the number that the document states. */
  public FindingDraft withFormula(String computation, Object result, Object stated) {
    return withFormula(computation + " = " + format(result) + "，文中写 " + format(stated));
  }

  /** The computation as a format with values for {@code %s}. */
  public FindingDraft withFormulaPattern(String pattern, Object... values) {
    return withFormula(
        pattern.formatted(Arrays.stream(values).map(FindingDraft::format).toArray()));
  }

  /** A wrong sum: its terms, their sum, the stated total and the gap. */
  public FindingDraft sumFormula(String terms, String sum, String stated, String gap) {
    return withFormula("%s = %s，文中写%s，差%s".formatted(terms, sum, stated, gap));
  }

  /** The amount in 元 that the numbers are rates of. */
  public FindingDraft withBase(BigDecimal yuan) {
    this.base = yuan;
    return this;
  }

  public FindingDraft withOtherPlace(@Nullable Place other) {
    this.other = other;
    return this;
  }

  /**
   * The answer with the finding.
   *
   * @param values values of the message, in order
   */
  public CheckResult report(Object... values) {
    Object[] shown = Arrays.stream(values).map(FindingDraft::format).toArray();
    RuleDescription rule = message.rule();
    return new CheckResult.Disagrees(
        new Finding(
            rule.id(),
            rule.kind(),
            message.severity(),
            place.section(),
            place.page(),
            place.quote(),
            stated,
            computed,
            formula,
            rule.tolerance(),
            message.chinese().formatted(shown),
            message.english().formatted(shown),
            other,
            StatedGap.compute(stated, computed, base)));
  }

  private static String format(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
