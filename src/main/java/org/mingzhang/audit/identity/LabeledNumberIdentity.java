package org.mingzhang.audit.identity;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.statement.LabeledNumber;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.text.PatternTable;

/**
 * Checks sums and rates of amounts that are identified by the words before them, so that no subject
 * is needed: totals as defined by {@link LabeledSum}, rates as defined by {@link LabeledRate}, and
 * lists with as many amounts as the text counts projects.
 */
record LabeledNumberIdentity(
    PrintedPrecision precision, SectionTexts texts, RatioIdentity ratios, ChangeIdentity changes) {

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(LabeledNumberIdentity.class);
  private static final Pattern PROJECT_COUNT = PATTERNS.get("project-count");
  private static final Pattern LIST_ANNOUNCEMENT = PATTERNS.get("list-announcement");
  private static final Pattern NON_PART_LABEL = PATTERNS.get("non-part-label");
  private static final Pattern LIST_SENTENCE = PATTERNS.get("list-sentence");
  private static final Pattern COST_OF_ALL_YEARS = PATTERNS.get("cost-of-all-years");
  private static final Pattern PART_OF_PROJECT_TIME = PATTERNS.get("part-of-project-time");
  private static final Pattern NESTED_PARTS = PATTERNS.get("nested-parts");

  /** Maximum number of numbers that are examined before a rate or after a number of projects. */
  private static final int MAX_NUMBERS_EXAMINED = 60;

  /** Maximum number of characters between a number of projects and their total amount. */
  private static final int MAX_DISTANCE_TO_TOTAL = 20;

  List<IdentityResult> check(SectionStatements section) {
    List<LabeledNumber> numbers = section.numbers();
    List<IdentityResult> answers = new ArrayList<>();
    for (LabeledSum sum : LabeledSum.ALL) {
      answers.addAll(sum.checkTotals(numbers, (total, terms) -> checkSum(sum, total, terms)));
    }
    checkCountedProjects(numbers, answers);
    for (int i = 0; i < numbers.size(); i++) {
      answers.addAll(checkRateOrDifference(numbers, i));
    }
    return answers;
  }

  /**
   * Checks a number that is the share of several amounts before it, or the rate or the difference
   * of two amounts before or after it.
   */
  private List<IdentityResult> checkRateOrDifference(List<LabeledNumber> numbers, int at) {
    LabeledNumber result = numbers.get(at);
    List<LabeledNumber> before =
        amountsInParagraph(
                result, numbers.subList(Math.max(0, at - MAX_NUMBERS_EXAMINED), at).reversed())
            .reversed();
    List<LabeledNumber> after = amountsAfter(numbers, at);
    List<IdentityResult> ofSum = new ShareOfSumIdentity(precision, ratios).check(result, before);
    if (!ofSum.isEmpty()) {
      return ofSum;
    }
    for (LabeledRate labels : LabeledRate.ALL) {
      List<LabeledNumber> pair = labels.findOperands(result, before, after);
      if (!pair.isEmpty() && !mayCoverPartOfProjectOnly(result, pair, before)) {
        return labels.operandPosition().isOfChange()
            ? changes.check(toChange(result, pair.getFirst(), pair.getLast()))
            : ratios.check(result, pair.getFirst(), pair.getLast());
      }
    }
    return List.of();
  }

  /**
   * Whether a rate may be of a year, a stage or one source of money of the project whose whole cost
   * was found for it: 项目总投资900万元。2023年实施一期，实际到位300万元，到位率100%.
   *
   * @param pair the whole cost and the part that was found for the rate
   * @param before the amounts of the paragraph before the rate
   */
  private boolean mayCoverPartOfProjectOnly(
      LabeledNumber rate, List<LabeledNumber> pair, List<LabeledNumber> before) {
    LabeledNumber whole = pair.getFirst();
    LabeledNumber part = pair.getLast();
    return COST_OF_ALL_YEARS.matcher(whole.label()).find()
        && (PART_OF_PROJECT_TIME.matcher(texts.textBetween(whole.span(), rate.span())).find()
            || before.stream()
                .filter(n -> !n.equals(whole) && !n.equals(part))
                .flatMap(n -> ratios.check(rate, n, part).stream())
                .anyMatch(r -> r.violation().isEmpty()));
  }

  /** The next amounts of the paragraph after a number. */
  private static List<LabeledNumber> amountsAfter(List<LabeledNumber> numbers, int at) {
    int end = Math.min(at + MAX_NUMBERS_EXAMINED, numbers.size());
    return amountsInParagraph(numbers.get(at), numbers.subList(at + 1, end));
  }

  /** The amounts of money among numbers, up to the first that is in another paragraph. */
  private static List<LabeledNumber> amountsInParagraph(
      LabeledNumber number, List<LabeledNumber> numbers) {
    return numbers.stream()
        .takeWhile(n -> n.paragraphIndex() == number.paragraphIndex())
        .filter(LabeledNumber::isMoney)
        .toList();
  }

  private static Change toChange(
      LabeledNumber result, LabeledNumber numberBefore, LabeledNumber numberAfter) {
    Operand before = Operand.UNKNOWN.withQuantity(numberBefore.quantity());
    Operand now = Operand.UNKNOWN.withQuantity(numberAfter.quantity());
    boolean leads = result.span().start() < numberBefore.span().start();
    Span span =
        leads
            ? result.span().extendToEndOf(numberAfter.span())
            : numberBefore.span().extendToEndOf(result.span());
    Quantity number = result.quantity();
    return result.isMoney()
        ? new Change(span, now, before, Direction.UNSPECIFIED, number, null)
        : new Change(span, now, before, Direction.UNSPECIFIED, null, number);
  }

  /**
   * Checks a list that has as many amounts as its introduction counts projects: they must add up to
   * the stated total. The list is in the sentence of the total, or in the next one after 分别是.
   */
  private void checkCountedProjects(List<LabeledNumber> numbers, List<IdentityResult> answers) {
    for (int i = 0; i + 2 < numbers.size(); i++) {
      LabeledNumber whole = numbers.get(i);
      if (!whole.isMoney() || whole.label().length() > MAX_DISTANCE_TO_TOTAL) {
        continue;
      }
      Matcher counted = PROJECT_COUNT.matcher(texts.textBefore(whole.quantity().span()));
      if (counted.find()) {
        int count =
            PrintedNumbers.parseCount(
                Objects.requireNonNullElse(counted.group("after"), counted.group("before")));
        List<LabeledNumber> following = amountsAfter(numbers, i);
        for (int sentence = whole.sentenceNumber();
            sentence <= whole.sentenceNumber() + 1;
            sentence++) {
          List<LabeledNumber> parts = partsInSentence(following, sentence, count);
          if (parts.size() > 1
              && parts.size() == count
              && parts.stream().noneMatch(p -> NON_PART_LABEL.matcher(p.label()).find())
              && isListAnnounced(whole, parts.getFirst())) {
            answers.add(checkSum("parts", whole, toAddedTerms(parts)));
          }
        }
      }
    }
  }

  /**
   * The amounts of a sentence, without those in brackets: 场馆维修（含自筹20.00万元）84.80万元. If a semicolon
   * follows the counted number of amounts, the amounts after it are left out.
   */
  private List<LabeledNumber> partsInSentence(
      List<LabeledNumber> numbers, int sentence, int count) {
    List<LabeledNumber> inSentence =
        numbers.stream().filter(n -> n.sentenceNumber() == sentence).toList();
    List<LabeledNumber> all =
        inSentence.stream()
            .filter(n -> n.bracketDepth() <= inSentence.getFirst().bracketDepth())
            .toList();
    boolean ended =
        count > 0
            && all.size() > count
            && texts
                .textBetween(all.get(count - 1).quantity().span(), all.get(count).span())
                .contains("；");
    return ended ? all.subList(0, count) : all;
  }

  private boolean isListAnnounced(LabeledNumber whole, LabeledNumber firstPart) {
    String between = texts.textBetween(whole.span(), firstPart.quantity().span());
    return whole.sentenceNumber() == firstPart.sentenceNumber()
        ? LIST_ANNOUNCEMENT.matcher(between).find()
        : LIST_SENTENCE.matcher(between).find();
  }

  private static List<LabeledSum.SignedTerm> toAddedTerms(List<LabeledNumber> parts) {
    return parts.stream().map(p -> new LabeledSum.SignedTerm(p, false, false)).toList();
  }

  /**
   * Checks a sum. Undecided if the sum is broken and the words between the terms show that one may
   * be a part of another, or if the total stands before its parts and exceeds them, and the parts
   * may be incomplete.
   */
  private IdentityResult checkSum(
      LabeledSum sum, LabeledNumber total, List<LabeledSum.SignedTerm> terms) {
    List<LabeledSum.SignedTerm> added = terms;
    int count = sum.findStatedCount(total);
    if (count > 0 && terms.size() > count) {
      added = terms.subList(1, terms.size());
      if (!NumberRelation.sum(toTerm(terms.getFirst().number()), toTerms(added)).holds()) {
        return IdentityResult.undecided("parts", "parts-not-all", texts.toLocation(total.span()));
      }
    }
    NumberRelation certain =
        NumberRelation.sum(
            toTerm(total), toTerms(added.stream().filter(t -> !t.isOptional()).toList()));
    if (certain.holds()) {
      return IdentityResult.createAgreement(sum.message(), certain);
    }
    IdentityResult result = checkSum(sum.message(), total, added);
    Violation broken = result.violation().orElse(null);
    if (broken == null) {
      return result;
    }
    if (!sum.mustBeComplete()
        && toTerm(total).interval().isAbove(requireNonNull(broken.relation().solveFor(0)))) {
      return IdentityResult.undecided("parts", "parts-not-all", texts.toLocation(broken.span()));
    }
    return NESTED_PARTS.matcher(textFromFirstToLast(added)).find()
        ? IdentityResult.undecided("parts", "parts-may-nest", texts.toLocation(broken.span()))
        : result;
  }

  private String textFromFirstToLast(List<LabeledSum.SignedTerm> terms) {
    return texts.textBetween(
        terms.getFirst().number().quantity().span(), terms.getLast().number().quantity().span());
  }

  private List<IdentityTerm> toTerms(List<LabeledSum.SignedTerm> terms) {
    return terms.stream()
        .map(t -> t.isSubtracted() ? toTerm(t.number()).negate() : toTerm(t.number()))
        .toList();
  }

  private IdentityResult checkSum(
      String message, LabeledNumber total, List<LabeledSum.SignedTerm> terms) {
    List<IdentityTerm> added = toTerms(terms);
    NumberRelation relation = NumberRelation.sum(toTerm(total), added);
    if (relation.holds()) {
      return IdentityResult.createAgreement(message, relation);
    }
    NumberRelation undivided = NumberRelation.sum(toTerm(total), withoutBreakdown(added));
    if (undivided.holds()) {
      return IdentityResult.createAgreement(message, undivided);
    }
    Span first = terms.getFirst().number().span();
    Span last = terms.getLast().number().span();
    Span span =
        total.paragraphIndex() != terms.getLast().number().paragraphIndex()
            ? total.span()
            : total.span().start() < first.start()
                ? total.span().extendToEndOf(last)
                : first.extendToEndOf(total.span());
    return IdentityResult.reportBrokenSum(message, texts, span, relation);
  }

  /**
   * The terms without the breakdown of a term, that is, without the terms after it that add up to
   * it: 转移支付收入1725万元，其中：一般1352万元，专项373万元，上年结转72万元.
   */
  private static List<IdentityTerm> withoutBreakdown(List<IdentityTerm> terms) {
    for (int divided = 0; divided < terms.size(); divided++) {
      for (int end = divided + 3; end <= terms.size(); end++) {
        if (NumberRelation.sum(terms.get(divided), terms.subList(divided + 1, end)).holds()) {
          List<IdentityTerm> kept = new ArrayList<>(terms.subList(0, divided + 1));
          kept.addAll(terms.subList(end, terms.size()));
          return kept;
        }
      }
    }
    return terms;
  }

  private IdentityTerm toTerm(LabeledNumber number) {
    return requireNonNull(precision.toTerm(number.quantity()));
  }
}
