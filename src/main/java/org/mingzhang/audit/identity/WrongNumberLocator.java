package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;

/**
 * Joins the violations that one wrong number explains. A number is located as wrong if it takes
 * part in at least two violations and another value of it repairs them all and breaks no relation
 * that holds. Violations without such a number are reported one by one.
 *
 * <p>Numbers are tried in a fixed order, numbers with most violations first and then in reading
 * order, so that a document always gives the same findings.
 */
public final class WrongNumberLocator {
  /**
   * Maximum number of violations of one number that are joined; more show that the text was
   * misread.
   */
  private static final int MAX_VIOLATIONS = 40;

  private static final int MIN_VIOLATIONS = 2;

  private final Map<Span, List<Violation>> violationsBySpan = new LinkedHashMap<>();
  private final Map<Span, List<NumberRelation>> satisfiedRelationsBySpan = new LinkedHashMap<>();
  private final Set<Violation> unexplainedViolations;

  private WrongNumberLocator(List<Violation> violations, List<NumberRelation> relations) {
    unexplainedViolations = new LinkedHashSet<>(violations);
    for (Violation violation : violations) {
      for (Span span : violation.numberSpans()) {
        violationsBySpan.computeIfAbsent(span, p -> new ArrayList<>()).add(violation);
      }
    }
    for (NumberRelation relation : relations) {
      for (IdentityTerm term : relation.terms()) {
        satisfiedRelationsBySpan
            .computeIfAbsent(term.printed().span(), p -> new ArrayList<>())
            .add(relation);
      }
    }
  }

  /**
   * Joins the violations that one number explains, and returns the violations to report: first
   * those that were not joined, in their order, then one for each wrong number, with the correction
   * added to its message.
   *
   * @param violations the relations that are broken, in reading order
   * @param relations the relations that hold
   */
  public static List<Violation> joinViolations(
      List<Violation> violations, List<NumberRelation> relations) {
    return new WrongNumberLocator(violations, relations).joinViolations();
  }

  private List<Violation> joinViolations() {
    List<Span> places = new ArrayList<>(violationsBySpan.keySet());
    places.sort(
        Comparator.comparingInt((Span p) -> -violationsBySpan.getOrDefault(p, List.of()).size()));
    Map<Violation, Violation> joined = new LinkedHashMap<>();
    for (Span span : places) {
      List<Violation> explained =
          violationsBySpan.getOrDefault(span, List.of()).stream()
              .filter(unexplainedViolations::contains)
              .toList();
      ComputedInterval correction = findCorrection(span, explained);
      if (correction != null) {
        Violation main = chooseRepresentative(explained);
        explained.forEach(unexplainedViolations::remove);
        unexplainedViolations.add(main);
        joined.put(main, withCorrection(main, span, correction, explained.size() - 1));
        // A violation that was already joined is not considered again.
        violationsBySpan.values().forEach(all -> all.remove(main));
      }
    }
    return unexplainedViolations.stream().map(v -> joined.getOrDefault(v, v)).toList();
  }

  /**
   * Chooses the violation that is reported for all: a sum if there is one, since it names all
   * numbers.
   */
  private static Violation chooseRepresentative(List<Violation> explained) {
    return explained.stream()
        .filter(v -> v.relation().kind() == NumberRelation.Kind.SUM)
        .findFirst()
        .orElse(explained.getFirst());
  }

  /**
   * The interval of the values of a number that repair all given violations and break no relation
   * that holds. Null if there are no such values, if the violations are of fewer than {@link
   * #MIN_VIOLATIONS} statements, or if there are more violations than {@link #MAX_VIOLATIONS}.
   */
  private @Nullable ComputedInterval findCorrection(Span span, List<Violation> explained) {
    long statements = explained.stream().map(Violation::span).distinct().count();
    if (statements < MIN_VIOLATIONS || explained.size() > MAX_VIOLATIONS) {
      return null;
    }
    ComputedInterval common = null;
    for (Violation violation : explained) {
      ComputedInterval required = solveFor(violation.relation(), span);
      if (required == null || (common != null && !common.intersects(required))) {
        return null;
      }
      common = common == null ? required : common.intersect(required);
    }
    for (NumberRelation relation : satisfiedRelationsBySpan.getOrDefault(span, List.of())) {
      ComputedInterval required = solveFor(relation, span);
      if (common == null || required == null || !common.intersects(required)) {
        return null;
      }
    }
    return common;
  }

  /** The interval that a relation requires of the number at a span, with the printed sign. */
  private static @Nullable ComputedInterval solveFor(NumberRelation relation, Span span) {
    int index = relation.indexOf(span);
    ComputedInterval required = index < 0 ? null : relation.solveFor(index);
    return Optional.ofNullable(required)
        .map(r -> relation.terms().get(index).hasOppositeSign() ? r.negate() : r)
        .orElse(null);
  }

  /** The violation with the correct value of the number in its message. */
  private static Violation withCorrection(
      Violation main, Span span, ComputedInterval correction, int otherCount) {
    int index = main.relation().indexOf(span);
    IdentityTerm wrong = main.relation().terms().get(index);
    String right = correctedText(wrong.printed(), correction);
    Finding uncorrected = main.finding();
    Finding finding =
        new Finding(
            uncorrected.rule(),
            uncorrected.kind(),
            uncorrected.severity(),
            uncorrected.sectionPath(),
            uncorrected.page(),
            uncorrected.quote(),
            uncorrected.stated(),
            uncorrected.computed(),
            uncorrected.formula(),
            uncorrected.tolerance(),
            uncorrected.message()
                + "若%s应为%s，另有%d处不符也可由此解释。".formatted(wrong.printedText(), right, otherCount),
            uncorrected.messageEnglish()
                + " If %s were %s, %d more contradictions would be explained."
                    .formatted(wrong.printedText(), right, otherCount),
            uncorrected.other(),
            uncorrected.gap());
    return new Violation(finding, main.span(), main.relation());
  }

  private static String correctedText(Quantity printed, ComputedInterval correction) {
    int decimals = PrintedNumbers.countDecimals(printed.printed());
    BigDecimal shown =
        correction.midpoint().divide(printed.scale()).setScale(decimals, RoundingMode.HALF_UP);
    return shown.toPlainString() + printed.unit();
  }
}
