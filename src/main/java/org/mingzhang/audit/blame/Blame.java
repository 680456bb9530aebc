package org.mingzhang.audit.blame;

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
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.audit.identity.Relation;
import org.mingzhang.audit.identity.Term;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Finding;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;

/**
 * Joins the violations that one wrong number explains. A slip stands at one printed place: a place
 * is blamed if one other value mends every violation that it takes part in, at least two of them,
 * and breaks no relation that holds. The relations that agree on that value vouch for it. Where no
 * place is blamed, each violation is told and names all its numbers.
 *
 * <p>Places are tried in a fixed order, those of most violations first and then in reading order,
 * so that a document always gives the same findings.
 */
public final class Blame {
  /** Violations of one place that are tried together; more show that the text was misread. */
  private static final int MOST_TOGETHER = 40;

  private static final int LEAST = 2;

  private final Map<Span, List<Violation>> broken = new LinkedHashMap<>();
  private final Map<Span, List<Relation>> holding = new LinkedHashMap<>();
  private final Set<Violation> left;

  private Blame(List<Violation> violations, List<Relation> relations) {
    left = new LinkedHashSet<>(violations);
    for (Violation violation : violations) {
      for (Span place : violation.operands()) {
        broken.computeIfAbsent(place, p -> new ArrayList<>()).add(violation);
      }
    }
    for (Relation relation : relations) {
      for (Term term : relation.terms()) {
        holding.computeIfAbsent(term.printed().span(), p -> new ArrayList<>()).add(relation);
      }
    }
  }

  /**
   * The violations to tell, in their order: those that a place explains are told as one.
   *
   * @param violations the relations that are broken, in reading order
   * @param relations the relations that hold
   */
  public static List<Violation> settle(List<Violation> violations, List<Relation> relations) {
    return new Blame(violations, relations).settle();
  }

  private List<Violation> settle() {
    List<Span> places = new ArrayList<>(broken.keySet());
    places.sort(Comparator.comparingInt((Span p) -> -broken.getOrDefault(p, List.of()).size()));
    Map<Violation, Violation> told = new LinkedHashMap<>();
    for (Span place : places) {
      List<Violation> explained =
          broken.getOrDefault(place, List.of()).stream().filter(left::contains).toList();
      ComputedInterval correction = correction(place, explained);
      if (correction != null) {
        Violation main = main(explained);
        explained.forEach(left::remove);
        left.add(main);
        told.put(main, placed(main, place, correction, explained.size() - 1));
        // what is settled is not joined with others again
        broken.values().forEach(all -> all.remove(main));
      }
    }
    return left.stream().map(v -> told.getOrDefault(v, v)).toList();
  }

  /**
   * The violation that is told for all: a sum where there is one, since it names all the numbers.
   */
  private static Violation main(List<Violation> explained) {
    return explained.stream()
        .filter(v -> v.relation().kind() == Relation.Kind.SUM)
        .findFirst()
        .orElse(explained.getFirst());
  }

  /** The values of a place that mend all these violations and break nothing; null where none do. */
  private @Nullable ComputedInterval correction(Span place, List<Violation> explained) {
    long statements = explained.stream().map(Violation::span).distinct().count();
    if (statements < LEAST || explained.size() > MOST_TOGETHER) {
      return null;
    }
    ComputedInterval common = null;
    for (Violation violation : explained) {
      ComputedInterval required = required(violation.relation(), place);
      if (required == null || (common != null && !common.meets(required))) {
        return null;
      }
      common = common == null ? required : common.and(required);
    }
    for (Relation relation : holding.getOrDefault(place, List.of())) {
      ComputedInterval required = required(relation, place);
      if (common == null || required == null || !common.meets(required)) {
        return null;
      }
    }
    return common;
  }

  /** What a relation requires of the number at a place, with the sign with which it is printed. */
  private static @Nullable ComputedInterval required(Relation relation, Span place) {
    int index = relation.at(place);
    ComputedInterval required = index < 0 ? null : relation.required(index);
    return Optional.ofNullable(required)
        .map(r -> relation.terms().get(index).isTurned() ? r.negate() : r)
        .orElse(null);
  }

  /** The violation, whose finding says which number would have to be what. */
  private static Violation placed(
      Violation main, Span place, ComputedInterval correction, int others) {
    int index = main.relation().at(place);
    Term blamed = main.relation().terms().get(index);
    String right = right(blamed.printed(), correction);
    Finding said = main.finding();
    Finding finding =
        new Finding(
            said.rule(),
            said.kind(),
            said.severity(),
            said.section(),
            said.page(),
            said.quote(),
            said.stated(),
            said.computed(),
            said.formula(),
            said.tolerance(),
            said.message() + "若%s应为%s，另有%d处不符也可由此解释。".formatted(blamed.text(), right, others),
            said.messageEnglish()
                + " If %s were %s, %d more contradictions would be explained."
                    .formatted(blamed.text(), right, others),
            said.other(),
            said.gap());
    return new Violation(finding, main.span(), main.relation());
  }

  private static String right(Quantity printed, ComputedInterval correction) {
    int point = printed.printed().indexOf('.');
    int decimals = point < 0 ? 0 : printed.printed().length() - point - 1;
    BigDecimal shown =
        correction.middle().divide(printed.scale()).setScale(decimals, RoundingMode.HALF_UP);
    return shown.toPlainString() + printed.unit();
  }
}
