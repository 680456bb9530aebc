package org.mingzhang.audit.identity;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.PatternTable;

/**
 * Checks that no part is greater than its whole, for parts that 其中, 包括 or the name of the whole
 * (项目支出中，) announces directly after the amount of the whole and that are joined by 、. The check
 * does not depend on whether the parts are complete or overlap.
 */
record PartNotAboveWholeIdentity(
    PrintedPrecision precision, SectionTexts texts, NearbyAmountFinder nearbyAmounts) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PartNotAboveWholeIdentity.class);
  private static final Pattern PARTS_ANNOUNCEMENT = PATTERNS.get("announced-parts");
  private static final Pattern REPEATED_WHOLE_NAME = PATTERNS.get("within-whole");
  private static final Pattern NET_RESULT_NAME = PATTERNS.get("net-result");

  /**
   * The violation of the first part above its whole; null if there is none, if a part may be
   * negative, or if 其中 may refer to an amount before the whole in its sentence.
   */
  @Nullable IdentityResult findPartAboveWhole(ItemList list) {
    if (!(list.whole() instanceof Amount whole) || mayHaveNegativePart(list)) {
      return null;
    }
    IdentityTerm total = precision.toTerm(whole.operand().quantity());
    return total == null ? null : findPartAbove(whole, total, list);
  }

  /** Whether a part of the list is negative, or may be because the whole is a net result. */
  private static boolean mayHaveNegativePart(ItemList list) {
    return isNetResult(list.whole())
        || list.parts().stream()
            .flatMap(p -> Stream.ofNullable(TermWithSubject.findAmount(p.statement())))
            .anyMatch(q -> q.value().signum() < 0);
  }

  /** Whether a whole is a result from which some of its parts are subtracted: 净值（原值，折旧）. */
  static boolean isNetResult(@Nullable Statement whole) {
    return whole instanceof Amount amount
        && amount
            .operand()
            .subject()
            .uniqueValue()
            .filter(s -> NET_RESULT_NAME.matcher(s.printedName()).find())
            .isPresent();
  }

  private @Nullable IdentityResult findPartAbove(Amount whole, IdentityTerm total, ItemList list) {
    IdentityTerm before = total;
    boolean ofWhole = false; // brackets after an amount, or its name, refer to no earlier one
    for (Part part : list.parts()) {
      IdentityTerm term =
          part.statement() instanceof Amount amount
                  && haveSameStageAndYear(whole.operand(), amount.operand())
              ? precision.toTerm(amount.operand().quantity())
              : null;
      if (term == null || !term.printed().unit().equals(total.printed().unit())) {
        return null;
      }
      String gap = texts.textBetween(before.printed().span(), term.printed().span()).strip();
      boolean first = before.equals(total);
      boolean named = first && namesWholeAgain(whole, gap);
      boolean continued =
          gap.startsWith("、")
              || (gap.startsWith("，")
                  && isItemOf(whole, part.statement())
                  && !texts.textAfter(term.printed().span()).startsWith("中"));
      if (first ? !named && !PARTS_ANNOUNCEMENT.matcher(gap).matches() : !continued) {
        return null;
      }
      ofWhole |= named || (first && (gap.startsWith("（") || gap.startsWith("(")));
      if (term.interval().isAbove(total.interval())) {
        return !ofWhole && mayBePartOfEarlierAmount(term, total)
            ? null
            : createViolation(term, total, whole.span().extendToEndOf(term.printed().span()));
      }
      before = term;
    }
    return null;
  }

  /** Whether the last words between the whole and its first part name it: 。项目支出中，, 中，. */
  private static boolean namesWholeAgain(Amount whole, String words) {
    Matcher again = REPEATED_WHOLE_NAME.matcher(words);
    return again.find()
        && (again.group("name") == null
            || whole.operand().subject().uniqueValue().stream()
                .anyMatch(s -> again.group("name").endsWith(s.printedName())));
  }

  /** Whether a part is an item of the account of the whole and the whole is no item itself. */
  private static boolean isItemOf(Amount whole, Statement part) {
    Subject all = whole.operand().subject().uniqueValue().orElse(null);
    Subject item = TermWithSubject.operandOf(part).subject().uniqueValue().orElse(null);
    return all != null
        && item != null
        && all.item() == null
        && item.item() != null
        && item.account().equals(all.account());
  }

  private static boolean haveSameStageAndYear(Operand whole, Operand part) {
    StageAndTime one = OperandValues.stageAndTimeOf(part);
    StageAndTime other = OperandValues.stageAndTimeOf(whole);
    return one.stage() == other.stage() && Objects.equals(one.year(), other.year());
  }

  private boolean mayBePartOfEarlierAmount(IdentityTerm part, IdentityTerm whole) {
    Span span = whole.printed().span();
    return nearbyAmounts.findAmountsNear(span).stream()
        .filter(q -> q.span().end() <= span.start() && texts.areInOneSentence(q.span(), span))
        .anyMatch(q -> q.value().compareTo(part.value()) >= 0);
  }

  private IdentityResult createViolation(IdentityTerm part, IdentityTerm whole, Span words) {
    return IdentityResult.createViolation(
        FindingDraft.create("parts/above", texts.toLocation(words))
            .setNumbers(part.printedText(), "≤ " + whole.printedText())
            .setFormula(part.printedText() + " > " + whole.printedText())
            .toResult(part.printedText(), whole.printedText()),
        words,
        new NumberRelation(NumberRelation.Kind.AT_MOST, List.of(part, whole)));
  }
}
