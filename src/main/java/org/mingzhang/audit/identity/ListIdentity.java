package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.identity.PartCoverageDetector.Coverage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Closure;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.PatternTable;

/**
 * Checks that the parts of a complete list add up to their whole, and that parts that exclude each
 * other do not exceed it. Nothing is decided if a part has no amount or the text breaks off.
 *
 * <p>其中 introduces a list that may be incomplete, and in which one part may include another. Such a
 * list is reported only if {@link PartCoverageDetector} knows its parts, if swapping two digits of
 * one number makes the sum exact, or if the parts are named alike and exceed the whole by little.
 */
record ListIdentity(
    PrintedPrecision precision,
    SectionTexts texts,
    NearbyAmountFinder nearbyAmounts,
    StatedAmounts documentAmounts) {
  private static final int MIN_PARTS = 2;
  private static final int MIN_NAMES_ALIKE = 3;
  private static final int COMPARED_ENDING_LENGTH = 2;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ListIdentity.class);
  private static final Pattern TOTAL_NAME = PATTERNS.get("total");
  private static final Pattern OTHER_ITEMS_NAME = PATTERNS.get("other-items-name");
  private static final Pattern PAYER_WORDS = PATTERNS.get("payer-words");
  private static final Pattern SENTENCE_STOP = Pattern.compile("[；;。\\n]");
  private static final Pattern SENTENCE_END = Pattern.compile("[。\\n]");

  /**
   * Checks the sum of a list, and of the lists that are nested in its parts.
   *
   * @param unlistedParts the amounts of the section, one of which may be a part that was not read
   *     as one
   * @param shares shares of the amounts; parts whose shares add up to less than 100% are not all
   *     parts of the whole
   */
  List<IdentityResult> check(ItemList list, UnlistedPartDetector unlistedParts, PartShares shares) {
    List<IdentityResult> answers = new ArrayList<>();
    Statement whole = list.whole();
    IdentityResult above =
        new PartNotAboveWholeIdentity(precision, texts, nearbyAmounts).findPartAboveWhole(list);
    if (above != null) {
      answers.add(above);
      return answers;
    }
    boolean verdict =
        (list.closure() == Closure.CLOSED || list.closure() == Closure.OPEN)
            && !nameSubjectTwice(list.parts())
            && !texts.isFollowedByRemainder(list)
            && !PartNotAboveWholeIdentity.isNetResult(whole);
    if (whole != null
        && verdict
        && (!unlistedParts.mayHaveUnreadPart(list) || coversWhole(whole, list.parts()))) {
      boolean ends =
          list.closure() == Closure.CLOSED
              && !texts.mayHaveFurtherParts(list)
              && !shares.sumToLessThan100Percent(whole, list.parts());
      List<Part> own = partsOfDefinition(whole, list.parts());
      checkNestedLists(
          whole,
          own,
          own.size() < list.parts().size()
              ? Coverage.COMPLETE
              : determineCoverage(list, whole, ends),
          answers);
    }
    return answers;
  }

  /** Whether the parts are all that the whole has by definition: 一般债务 and 专项债务 of 政府债务. */
  private boolean coversWhole(Statement whole, List<Part> parts) {
    return determineCoverage(whole, parts) == Coverage.COMPLETE;
  }

  /**
   * The first parts of a list, if by definition they make up their whole and no later part belongs
   * to it (货物、工程、服务，授予中小企业合同金额); otherwise all parts.
   */
  private List<Part> partsOfDefinition(Statement whole, List<Part> parts) {
    for (int end = MIN_PARTS; end < parts.size(); end++) {
      List<Part> first = parts.subList(0, end);
      if (coversWhole(whole, first)
          && parts.subList(end, parts.size()).stream()
              .allMatch(
                  p ->
                      determineCoverage(whole, List.of(first.getFirst(), p)) == Coverage.UNKNOWN)) {
        return first;
      }
    }
    return parts;
  }

  /** Whether an amount is called a total, so that a later sentence may add up a list before it. */
  private static boolean isCalledTotal(Amount amount) {
    return amount
        .operand()
        .subject()
        .uniqueValue()
        .filter(s -> TOTAL_NAME.matcher(s.printedName()).find())
        .isPresent();
  }

  private boolean areInSeparateSentences(Part one, Statement next) {
    Quantity first = TermWithSubject.findAmount(one.statement());
    Quantity second = TermWithSubject.findAmount(next);
    Span clause = one.statement().span();
    String words = // one clause may state several amounts: 分别为1万元和2万元；
        first != null && second != null
            ? texts.textBetween(first.span(), second.span())
            : texts.toLocation(clause).quote() + texts.textBetween(clause, next.span());
    return SENTENCE_STOP.matcher(words).find();
  }

  /**
   * Checks a list without a whole against the total of the next statement. Empty if the list is
   * open or in another section, a part is no amount, the total does not cover the list, or the
   * total is in another sentence and not called a total.
   */
  List<IdentityResult> checkTotalAfter(ItemList list, Amount total) {
    List<IdentityResult> answers = new ArrayList<>();
    if (list.whole() == null
        && list.closure() == Closure.CLOSED
        && list.span().sectionPath().equals(total.span().sectionPath())
        && (isCalledTotal(total) || !areInSeparateSentences(list.parts().getLast(), total))
        && list.parts().stream().allMatch(p -> p.statement() instanceof Amount)
        && coversWhole(total, list.parts())) {
      checkNestedLists(total, list.parts(), Coverage.COMPLETE, answers);
    }
    return answers;
  }

  private Coverage determineCoverage(ItemList list, Statement whole, boolean isClosed) {
    Coverage named = determineCoverage(whole, list.parts());
    boolean all =
        switch (list.introduction()) {
          case OF_WHICH, BRACKETS -> false;
          case CONSISTS_OF, NUMBERED -> true;
        };
    if (all) {
      boolean complete =
          (isClosed && !texts.hasNumberedItemWithoutPart(list))
              || (named == Coverage.COMPLETE && texts.isClosedByFormPhrase(list));
      return complete ? Coverage.COMPLETE : Coverage.DISJOINT;
    }
    return named;
  }

  /** The subjects of the parts that are amounts. */
  private static Stream<Subject> subjectsOf(List<Part> parts) {
    return parts.stream()
        .map(Part::statement)
        .filter(Amount.class::isInstance)
        .flatMap(s -> ((Amount) s).operand().subject().uniqueValue().stream());
  }

  /** Whether two parts have the same subject, so that they are not parts of one whole. */
  private static boolean nameSubjectTwice(List<Part> parts) {
    List<Subject> subjects = subjectsOf(parts).toList();
    return IntStream.range(1, subjects.size())
        .anyMatch(
            i ->
                subjects.subList(0, i).stream()
                    .anyMatch(s -> haveSameSubjectAndFund(s, subjects.get(i))));
  }

  /** Whether two subjects have the same account, item, entity, perimeter and fund. */
  static boolean haveSameSubjectAndFund(Subject one, Subject other) {
    return one.isSameAs(other) && one.fund() == other.fund();
  }

  /**
   * The coverage of some parts. If some are zero, which adds nothing to a sum, it is determined
   * with and without them. Unknown if all parts are zero: 财政拨款收入90万元，其中政府性基金0万元、国有资本经营预算0万元.
   */
  private Coverage determineCoverage(Statement whole, List<Part> parts) {
    List<Part> counting = parts.stream().filter(p -> !isZeroAmount(p.statement())).toList();
    if (counting.isEmpty()) {
      return Coverage.UNKNOWN;
    }
    Coverage all =
        PartCoverageDetector.determineCoverage(whole, parts, documentAmounts::isZeroAccount);
    return all == Coverage.UNKNOWN && counting.size() > 1
        ? PartCoverageDetector.determineCoverage(whole, counting, documentAmounts::isZeroAccount)
        : all;
  }

  /**
   * Whether at least {@link #MIN_NAMES_ALIKE} parts have different names that end with the same two
   * characters: 制造业专项, 科技创新专项, 服务业专项.
   */
  private static boolean areNamedAlike(List<Part> parts) {
    Set<String> names =
        subjectsOf(parts)
            .map(Subject::printedName)
            .filter(name -> name.length() > COMPARED_ENDING_LENGTH)
            .collect(Collectors.toSet());
    return names.size() == parts.size()
        && names.size() >= MIN_NAMES_ALIKE
        && names.stream()
                .map(n -> n.substring(n.length() - COMPARED_ENDING_LENGTH))
                .distinct()
                .count()
            == 1;
  }

  /** Whether the last of several parts is named as all other items of the whole: 其他项目支出. */
  private static boolean endWithOtherItems(List<Part> parts) {
    return parts.size() > MIN_PARTS
        && subjectsOf(parts.subList(parts.size() - 1, parts.size()))
            .anyMatch(s -> OTHER_ITEMS_NAME.matcher(s.printedName()).find());
  }

  private boolean isZeroAmount(Statement part) {
    IdentityTerm term = findTerm(part);
    return part instanceof Amount && term != null && term.value().signum() == 0;
  }

  /**
   * Adds the results of a list and of the lists nested in its parts. A list gives no result if one
   * of its amounts is missing or of another unit, year or stage.
   */
  private void checkNestedLists(
      Statement whole, List<Part> parts, Coverage coverage, List<IdentityResult> answers) {
    IdentityTerm total = findTerm(whole);
    List<IdentityTerm> terms = findTermsOfParts(parts);
    if (total != null
        && terms.size() == parts.size()
        && terms.size() >= 2
        && terms.stream().allMatch(t -> IdentityTerm.areComparable(t.printed(), total.printed()))
        && parts.stream().allMatch(p -> haveSameStageAndYear(whole, p.statement()))) {
      Span last = parts.getLast().statement().span();
      Span span =
          whole.span().start() < last.start()
              ? whole.span().extendToEndOf(last)
              : parts.getFirst().statement().span().extendToEndOf(whole.span());
      boolean named = determineCoverage(whole, parts) != Coverage.UNKNOWN;
      ListSum sum = new ListSum(span, whole instanceof Change, total, terms, named);
      boolean kinds =
          coverage == Coverage.UNKNOWN
              && (endWithOtherItems(parts) || (sum.exceedsWholeSlightly() && areNamedAlike(parts)));
      answers.add(checkSum(sum, kinds ? Coverage.DISJOINT : coverage));
    }
    for (Part part : parts) {
      if (!part.parts().isEmpty()) {
        checkNestedLists(
            part.statement(),
            part.parts(),
            determineCoverage(part.statement(), part.parts()),
            answers);
      }
    }
  }

  private IdentityResult checkSum(ListSum listed, Coverage coverage) {
    String rule = listed.hasChangesAsTerms() ? "change-parts" : "parts";
    NumberRelation relation = listed.toRelation();
    if (relation.holds()) {
      return IdentityResult.createAgreement(rule, relation);
    }
    if (listed.violatesCoverage(coverage)) {
      if (addsUpToOtherAmount(listed)) {
        return IdentityResult.undecidedBecauseOfOtherAmount(rule, texts.toLocation(listed.span()));
      }
      return listed.mayBeNested()
          ? IdentityResult.undecided(rule, "parts-may-nest", texts.toLocation(listed.span()))
          : IdentityResult.reportBrokenSum(
              listed.hasRatesAsTerms() ? "parts/shares" : rule, texts, listed.span(), relation, "");
    }
    if (listed.hasRatesAsTerms() || listed.someSubsetAddsUp()) {
      // Some listed parts add up to the whole; the others are parts of them, as in
      // 基本支出96万元，项目支出27万元，用于招商15万元、服务12万元.
      return IdentityResult.undecided(rule, "parts-may-nest", texts.toLocation(listed.span()));
    }
    if (listed.isPartAboveWholeOffByOneDigit()) {
      return IdentityResult.reportBrokenSum(
          rule + "/slip", texts, listed.span(), relation, "改正一位数字或小数点");
    }
    return listed.isOffBySwappedDigits()
        ? IdentityResult.reportBrokenSum(rule + "/slip", texts, listed.span(), relation, "相邻两位数字对调")
        : IdentityResult.undecided(rule, "parts-not-all", texts.toLocation(listed.span()));
  }

  /**
   * Whether the parts add up to another amount between the whole and the first part, so that they
   * are the parts of that amount: 总收入120万元；本年支出110万元。按资金性质划分，一般公共预算支出60万元，政府性基金支出50万元. An amount
   * before the whole counts as well if the parts begin a new sentence, if the whole is zero, since
   * it then has no parts, or if it is only what one source or body pays, since it may be stated
   * between another amount and the parts of that amount.
   */
  private boolean addsUpToOtherAmount(ListSum listed) {
    ComputedInterval sum = listed.sum();
    Span whole = listed.whole().printed().span();
    Span first = listed.parts().getFirst().printed().span();
    boolean fromBefore =
        listed.whole().value().signum() == 0
            || PAYER_WORDS.matcher(texts.textBefore(whole)).find()
            || SENTENCE_END.matcher(texts.textBetween(whole, first)).find();
    int from = fromBefore ? 0 : whole.end();
    int to = first.start();
    return !listed.hasChangesAsTerms()
        && nearbyAmounts.findAmountsNear(listed.span()).stream()
            .filter(q -> q.span().start() >= from && q.span().end() <= to)
            .anyMatch(q -> precision.toInterval(q).intersects(sum));
  }

  private @Nullable IdentityTerm findTerm(Statement statement) {
    return switch (statement) {
      case Amount amount -> precision.toTerm(amount.operand().quantity());
      case Change change -> {
        IdentityTerm size = precision.toTerm(change.amount());
        yield size == null || change.direction() == Direction.UNSPECIFIED
            ? null
            : change.direction() == Direction.DECREASE ? size.negate() : size;
      }
      case Statement.Count count -> precision.toTerm(count.operand().quantity());
      default -> null;
    };
  }

  private List<IdentityTerm> findTermsOfParts(List<Part> parts) {
    return parts.stream().flatMap(p -> Stream.ofNullable(findTerm(p.statement()))).toList();
  }

  /** Whether a part has the stage and year of its whole. */
  private static boolean haveSameStageAndYear(Statement whole, Statement part) {
    StageAndTime one = OperandValues.stageAndTimeOf(TermWithSubject.operandOf(whole));
    StageAndTime other = OperandValues.stageAndTimeOf(TermWithSubject.operandOf(part));
    return one.stage() == other.stage() && Objects.equals(one.year(), other.year());
  }
}
