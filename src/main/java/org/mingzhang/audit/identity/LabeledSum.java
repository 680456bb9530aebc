package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.text.TsvResource;

/**
 * A total of amounts that are known by their labels: a line of {@code labeled-sums.tsv}. A pattern
 * that the line leaves empty matches no label.
 *
 * @param message rule and message of the finding
 * @param rangeNumber number of the sentence or paragraph in which all amounts must be; 0 for the
 *     section
 * @param firstLabel label of the first amount, or of the last amount if the total stands before the
 *     amounts; if empty, any added amount may be the first
 * @param secondLabel what the label of the amount next to the first one must contain; may be empty
 * @param ignoredLabel label of amounts that are skipped
 * @param termsMustBeOnlyNumbers whether no number other than the terms may precede the total in its
 *     sentence or paragraph
 * @param totalPrecedesTerms whether the total stands directly before its terms, which need not be
 *     all
 * @param minTerms minimum number of terms; 1 if the total may repeat the first amount
 */
record LabeledSum(
    String message,
    ToIntFunction<LabeledNumber> rangeNumber,
    Pattern firstLabel,
    Pattern secondLabel,
    Pattern addedLabel,
    Pattern subtractedLabel,
    Pattern totalLabel,
    Pattern ignoredLabel,
    boolean termsMustBeOnlyNumbers,
    boolean totalPrecedesTerms,
    int minTerms) {
  private static final int COLUMNS = 10;
  private static final String WITHIN_SENTENCE = "sentence";
  private static final String ONLY_NUMBERS = "alone";
  private static final String SINGLE_TERM_ALLOWED = "repeated";
  private static final String TOTAL_LEADS = "leading";
  private static final String OPTIONAL_GROUP = "optional";
  private static final String COUNT_GROUP = "count";

  /**
   * Minimum number of amounts that a total must count for the amount before them to be their whole.
   */
  private static final int MIN_PARTS_AFTER_WHOLE = 3;

  private static final Pattern MATCHES_NOTHING = Pattern.compile("(?!)");

  static final List<LabeledSum> ALL =
      TsvResource.parseRows(LabeledSum.class, "labeled-sums.tsv", COLUMNS, LabeledSum::parse);

  private static LabeledSum parse(List<String> cells) {
    String condition =
        TsvResource.requireKeyword(
            cells.get(8), ONLY_NUMBERS, SINGLE_TERM_ALLOWED, TOTAL_LEADS, "");
    return new LabeledSum(
        cells.get(0),
        switch (TsvResource.requireKeyword(cells.get(1), WITHIN_SENTENCE, "paragraph", "section")) {
          case WITHIN_SENTENCE -> LabeledNumber::sentenceNumber;
          case "paragraph" -> LabeledNumber::paragraphIndex;
          default -> n -> 0;
        },
        compileOrMatchNothing(cells.get(2)),
        Pattern.compile(cells.get(3)),
        compileOrMatchNothing(cells.get(4)),
        compileOrMatchNothing(cells.get(5)),
        compileOrMatchNothing(cells.get(6)),
        compileOrMatchNothing(cells.get(7)),
        condition.equals(ONLY_NUMBERS),
        condition.equals(TOTAL_LEADS),
        condition.equals(SINGLE_TERM_ALLOWED) ? 1 : 2);
  }

  private static Pattern compileOrMatchNothing(String cell) {
    return cell.isEmpty() ? MATCHES_NOTHING : Pattern.compile(cell);
  }

  /**
   * A term with its sign.
   *
   * @param isSubtracted whether it is subtracted
   * @param isOptional whether another term may include it, so that the sum holds with or without it
   */
  record SignedTerm(LabeledNumber number, boolean isSubtracted, boolean isOptional) {}

  /**
   * Whether the terms must be all parts of the total. False if the total stands before its terms
   * and the line has no pattern for the last term.
   */
  boolean mustBeComplete() {
    return !totalPrecedesTerms || !firstLabel.equals(MATCHES_NOTHING);
  }

  /**
   * Checks each total of a section against the labeled amounts before it or, if totals precede
   * their terms, after it.
   *
   * @param checker makes the result from a total and its terms
   */
  <T> List<T> checkTotals(
      List<LabeledNumber> numbers, BiFunction<LabeledNumber, List<SignedTerm>, T> checker) {
    List<T> found = new ArrayList<>();
    List<SignedTerm> terms = new ArrayList<>();
    boolean open = true;
    int scope = -1;
    for (LabeledNumber number : totalPrecedesTerms ? numbers.reversed() : numbers) {
      int own = rangeNumber.applyAsInt(number);
      if (own != scope) {
        terms.clear();
        open = true;
        scope = own;
      }
      boolean detail =
          !terms.isEmpty() && number.bracketDepth() > terms.getFirst().number().bracketDepth();
      if (detail) {
        continue; // amounts in brackets detail a term: 上级补助200万元（专项转移支付120万元、一般性转移支付80万元）
      }
      if (!number.isMoney()) {
        open &= !termsMustBeOnlyNumbers;
      } else if (hasEnoughTerms(terms) && open && hasLabel(totalLabel, number)) {
        if (agreesWithStatedCount(number, terms)) {
          found.add(
              checker.apply(number, List.copyOf(totalPrecedesTerms ? terms.reversed() : terms)));
        }
        terms.clear();
        open = !termsMustBeOnlyNumbers;
      } else {
        boolean first = hasLabel(firstLabel, number);
        if (first || !hasLabel(ignoredLabel, number)) {
          open &= addTerm(number, first, terms) || !termsMustBeOnlyNumbers;
        }
      }
    }
    return found;
  }

  private boolean hasEnoughTerms(List<SignedTerm> terms) {
    return terms.stream().filter(t -> !t.isOptional()).limit(minTerms).count() >= minTerms;
  }

  /**
   * Whether the label of a total states no number of amounts, or the number of the terms. If it
   * states at least {@link #MIN_PARTS_AFTER_WHOLE}, there may be one term more: the whole before
   * its parts.
   */
  private boolean agreesWithStatedCount(LabeledNumber total, List<SignedTerm> terms) {
    int count = findStatedCount(total);
    return count < 0
        || terms.size() == count
        || (count >= MIN_PARTS_AFTER_WHOLE && terms.size() == count + 1);
  }

  /** The number of amounts that the label of a total states, as in 五项合计; negative if none. */
  int findStatedCount(LabeledNumber total) {
    return findGroup(totalLabel, COUNT_GROUP, total).map(PrintedNumbers::parseCount).orElse(-1);
  }

  /**
   * Adds an amount to the terms if its label fits; a first amount starts them anew, except after an
   * optional one, 上年结转5万元，年初预算80万元, and an amount that is no term clears them. Returns whether the
   * amount is one of them.
   *
   * @param hasLabelOfFirstTerm whether the number has the label of the first term
   */
  private boolean addTerm(
      LabeledNumber number, boolean hasLabelOfFirstTerm, List<SignedTerm> terms) {
    if (!terms.isEmpty() && number.bracketDepth() < terms.getFirst().number().bracketDepth()) {
      terms.clear(); // the terms so far are a bracketed breakdown
    }
    boolean named = findGroup(addedLabel, OPTIONAL_GROUP, number).isPresent();
    boolean beforeFirst = named && terms.isEmpty();
    boolean goesOn = !hasLabelOfFirstTerm && (beforeFirst || mayContinueTerms(number, terms));
    boolean minus = goesOn && hasLabel(subtractedLabel, number);
    boolean added = minus || (goesOn && hasLabel(addedLabel, number));
    if (!added && !(hasLabelOfFirstTerm && hasOnlyOptional(terms))) {
      terms.clear();
    }
    if (hasLabelOfFirstTerm || added) {
      terms.add(new SignedTerm(number, minus, added && !minus && named));
    }
    return hasLabelOfFirstTerm || added;
  }

  /**
   * Whether a number may be a further term or, if the line has no label of the first amount, the
   * first one.
   */
  private boolean mayContinueTerms(LabeledNumber number, List<SignedTerm> terms) {
    return terms.isEmpty()
        ? firstLabel.equals(MATCHES_NOTHING)
        : !hasOnlyOptional(terms) && (terms.size() > 1 || hasLabel(secondLabel, number));
  }

  private static boolean hasOnlyOptional(List<SignedTerm> terms) {
    return terms.stream().allMatch(SignedTerm::isOptional);
  }

  /** What a named group of a pattern matches in a label; empty if the pattern has no such group. */
  private static Optional<String> findGroup(Pattern label, String group, LabeledNumber number) {
    if (!label.namedGroups().containsKey(group)) {
      return Optional.empty();
    }
    Matcher words = label.matcher(number.label());
    return words.find() ? Optional.ofNullable(words.group(group)) : Optional.empty();
  }

  private static boolean hasLabel(Pattern label, LabeledNumber number) {
    return !label.equals(MATCHES_NOTHING) && label.matcher(number.label()).find();
  }
}
