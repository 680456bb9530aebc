package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;

/**
 * A finding under construction: its location, the stated and the computed number, the formula and
 * the message. Values of type {@link BigDecimal} are shown unrounded, without an exponent.
 */
public final class FindingDraft {
  private final RuleTexts.Message message;
  private final QuoteLocation location;
  private @Nullable String stated;
  private @Nullable String computed;
  private @Nullable String formula;
  private @Nullable QuoteLocation otherLocation;
  private @Nullable BigDecimal baseYuan;
  private String unit = "";

  private FindingDraft(RuleTexts.Message message, QuoteLocation location) {
    this.message = message;
    this.location = location;
  }

  /**
   * Starts a finding that quotes the words of a paragraph between two offsets of its compact text.
   *
   * @param message what it says: a key of {@code messages.tsv}
   */
  public static FindingDraft create(String message, CompactParagraph paragraph, int from, int to) {
    return create(message, locationOf(paragraph, from, to));
  }

  /** Starts a finding that quotes the words of a paragraph that a pattern matches. */
  public static FindingDraft create(String message, CompactParagraph paragraph, MatchResult words) {
    return create(message, paragraph, words.start(), words.end());
  }

  /**
   * Starts a finding that quotes a location.
   *
   * @param message what it says: a key of {@code messages.tsv}
   */
  public static FindingDraft create(String message, QuoteLocation location) {
    return new FindingDraft(RuleTexts.message(message), location);
  }

  /** Location of the words of a paragraph between two offsets of its compact text. */
  public static QuoteLocation locationOf(CompactParagraph paragraph, int from, int to) {
    return new QuoteLocation(
        paragraph.section().path(), paragraph.page(), paragraph.quote(from, to));
  }

  /**
   * The location that quotes the words of a section between two offsets of its text, trimmed.
   * Offsets beyond the text are reduced to its length; a negative {@code from} stands for an offset
   * in the title, and the quote is then the title followed by the words up to {@code to}.
   */
  public static QuoteLocation locationOf(Section section, int page, int from, int to) {
    String text = section.text();
    int start = Math.clamp(from, 0, text.length());
    String words = text.substring(start, Math.clamp(to, start, text.length())).strip();
    return new QuoteLocation(section.path(), page, (from < 0 ? section.title() : "") + words);
  }

  public static QuoteLocation locationOf(Figure figure) {
    return new QuoteLocation(figure.sectionPath(), figure.page(), figure.quote());
  }

  public static QuoteLocation locationOf(Section section) {
    return new QuoteLocation(section.path(), section.page(), section.heading());
  }

  public static QuoteLocation locationOf(Finding finding) {
    return new QuoteLocation(finding.sectionPath(), finding.page(), finding.quote());
  }

  public static QuoteLocation locationOf(AccountTable table, int row, String quote) {
    return new QuoteLocation(table.data().sectionPath(), table.pageOfRow(row), quote);
  }

  /** Sets the number that the document states and the number computed from its other numbers. */
  public FindingDraft setNumbers(Object stated, Object computed) {
    this.stated = format(stated);
    this.computed = format(computed);
    return this;
  }

  /** Sets two numbers that the document states and that should be equal. */
  public FindingDraft setUnequalNumbers(Object stated, Object otherNumber) {
    return setNumbers(stated, otherNumber).setFormulaPattern("%s ≠ %s", stated, otherNumber);
  }

  public FindingDraft setFormula(String formula) {
    this.formula = formula;
    return this;
  }

  /** Sets the formula: a computation, its result, and the number that the document states. */
  public FindingDraft setFormula(String computation, Object result, Object stated) {
    return setFormula(computation + " = " + format(result) + "，文中写 " + format(stated));
  }

  /** Sets the formula from a format and the values of its {@code %s}. */
  public FindingDraft setFormulaPattern(String formulaFormat, Object... values) {
    return setFormula(
        formulaFormat.formatted(Arrays.stream(values).map(FindingDraft::format).toArray()));
  }

  /**
   * Sets the formula of a sum that does not add up: its terms, their sum, the stated total and the
   * difference.
   */
  public FindingDraft setSumFormula(String terms, String sum, String stated, String gap) {
    return setFormula("%s = %s，文中写%s，差%s".formatted(terms, sum, stated, gap));
  }

  /**
   * Sets the amount in 元 of which the numbers of the finding are percentages; the gap between them
   * is then also given in 元.
   */
  public FindingDraft setBaseAmount(BigDecimal yuan) {
    this.baseYuan = yuan;
    return this;
  }

  /**
   * Sets the unit of the numbers of a finding that are printed without one, such as the numbers of
   * a table, so that the gap between them is given in 元. Numbers with a unit of their own keep it.
   *
   * @param unitOfNumbers 元, 万元 …; empty if they are no amounts of money
   */
  public FindingDraft setUnit(String unitOfNumbers) {
    this.unit = unitOfNumbers;
    return this;
  }

  public FindingDraft setOtherLocation(@Nullable QuoteLocation otherLocation) {
    this.otherLocation = otherLocation;
    return this;
  }

  /**
   * Creates the finding, with the given values in its message, and returns it as a result.
   *
   * @param values values of the {@code %s} of the message, in order
   */
  public CheckResult toResult(Object... values) {
    Object[] shown = Arrays.stream(values).map(FindingDraft::format).toArray();
    RuleDescription rule = message.rule();
    return new CheckResult.Disagrees(
        new Finding(
            rule.id(),
            rule.kind(),
            message.severity(),
            location.sectionPath(),
            location.page(),
            location.quote(),
            stated,
            computed,
            formula,
            rule.tolerance(),
            message.chinese().formatted(shown),
            message.english().formatted(shown),
            otherLocation,
            NumberWithUnit.computeGap(addUnit(stated), addUnit(computed), baseYuan)));
  }

  private @Nullable String addUnit(@Nullable String number) {
    boolean bare =
        number != null
            && !number.isEmpty()
            && Character.isDigit(number.charAt(number.length() - 1));
    return bare ? number + unit : number;
  }

  private static String format(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
