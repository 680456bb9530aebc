package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Closure;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;

/**
 * What holds for every list: closed parts make their whole. A part named without an amount, or a
 * text that stops, ends nothing with a verdict.
 *
 * <p>其中 introduces parts that need not be all, and of which one may be a part of another: there
 * nothing is told, unless {@link CompleteFamilies} knows the parts as all that there are.
 */
final class ListIdentity {
  /** Parts of which every choice is tried; longer lists are not told. */
  private static final int MOST_TRIED = 12;

  private final Precision precision;
  private final SectionTexts texts;
  private final CompleteFamilies families;

  ListIdentity(Precision precision, SectionTexts texts, CompleteFamilies families) {
    this.precision = precision;
    this.texts = texts;
    this.families = families;
  }

  /** The answers for a list and the lists inside its parts. */
  List<Check> check(ItemList list) {
    List<Check> checks = new ArrayList<>();
    Statement whole = list.whole();
    boolean verdict = list.closure() == Closure.CLOSED || list.closure() == Closure.OPEN;
    if (whole != null && verdict) {
      boolean all = list.closure() == Closure.CLOSED && isComplete(list) && !texts.goesOn(list);
      checkAll(whole, list.parts(), all, checks);
    }
    return checks;
  }

  private boolean isComplete(ItemList list) {
    return switch (list.introduction()) {
      case AMONG, BRACKETS -> families.isComplete(list);
      case CONSISTS, NUMBERED, ADDED_UP -> true;
    };
  }

  private void checkAll(Statement whole, List<Part> parts, boolean all, List<Check> checks) {
    Term total = term(whole);
    List<Term> terms = terms(parts);
    if (total != null
        && terms.size() == parts.size()
        && terms.size() >= 2
        && alike(total, terms)
        && parts.stream().allMatch(p -> sameFrame(whole, p.statement()))) {
      Span span = whole.span().to(parts.getLast().statement().span());
      checks.add(answer(new Total(span, whole instanceof Change, total, terms), all));
    }
    for (Part part : parts) {
      if (!part.parts().isEmpty()) {
        checkAll(
            part.statement(),
            part.parts(),
            families.isComplete(part.statement(), part.parts()),
            checks);
      }
    }
  }

  /** A whole with its parts as numbers. */
  private record Total(Span span, boolean ofChanges, Term whole, List<Term> parts) {
    Interval sum() {
      return parts.stream()
          .map(Term::interval)
          .reduce(Interval.exactly(BigDecimal.ZERO), Interval::plus);
    }

    /** Whether some of the parts make the whole: then others are parts of them, or said twice. */
    boolean agreesWithSome() {
      int most = Math.min(parts.size(), MOST_TRIED);
      for (int chosen = 1; chosen < 1 << most; chosen++) {
        Interval sum = Interval.exactly(BigDecimal.ZERO);
        for (int i = 0; i < most; i++) {
          sum = (chosen & (1 << i)) == 0 ? sum : sum.plus(parts.get(i).interval());
        }
        if (sum.meets(whole.interval())) {
          return true;
        }
      }
      return parts.size() > MOST_TRIED;
    }

    /** Whether a part by itself is its whole or above it, which shows that the list was misread. */
    boolean hasPartOfWholeSize() {
      return parts.stream()
          .anyMatch(
              p -> p.interval().isAbove(whole.interval()) || p.interval().meets(whole.interval()));
    }
  }

  private Check answer(Total total, boolean all) {
    Interval sum = total.sum();
    if (sum.meets(total.whole().interval())) {
      return new Check.Agrees();
    }
    if (!all) {
      return new Check.Undecided("分项未必列全", "the parts listed need not be all");
    }
    if (total.agreesWithSome() || (!total.ofChanges() && total.hasPartOfWholeSize())) {
      return new Check.Undecided("分项之间可能有包含关系", "one of the parts may be a part of another");
    }
    return off(total);
  }

  private Check off(Total total) {
    boolean change = total.ofChanges();
    RuleDescription rule = change ? IdentityRules.CHANGE_LIST : IdentityRules.LIST;
    Term whole = total.whole();
    List<Term> parts = total.parts();
    Printed form =
        Printed.of(Stream.concat(Stream.of(whole), parts.stream()).map(Term::printed).toList());
    BigDecimal sum = parts.stream().map(Term::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    String computation =
        parts.stream().map(t -> form.number(t.value())).collect(Collectors.joining(" + "));
    return Draft.at(rule, Severity.PROOF, texts.place(total.span()))
        .numbers(whole.text(), form.amount(sum))
        .formula(
            "%s = %s，文中写%s，差%s"
                .formatted(
                    computation.replace("+ -", "− "),
                    form.amount(sum),
                    form.amount(whole.value()),
                    form.amount(sum.subtract(whole.value()).abs())))
        .says(
            change ? "各分项的增减额相加为%s，文中写%s。" : "各分项相加为%s，文中写%s。",
            change
                ? "The changes of the parts add up to %s; the text says %s."
                : "The parts add up to %s; the text says %s.",
            form.amount(sum),
            form.amount(whole.value()));
  }

  private @Nullable Term term(Statement statement) {
    return switch (statement) {
      case Amount amount -> Term.of(amount.of().quantity(), precision);
      case Change change -> {
        Term size = Term.of(change.amount(), precision);
        yield size == null || change.direction() == Direction.UNSAID
            ? null
            : change.direction() == Direction.DECREASE ? size.negate() : size;
      }
      case Statement.Count count -> Term.of(count.of().quantity(), precision);
      default -> null;
    };
  }

  private List<Term> terms(List<Part> parts) {
    List<Term> terms = new ArrayList<>();
    for (Part part : parts) {
      Term term = term(part.statement());
      if (term != null) {
        terms.add(term);
      }
    }
    return terms;
  }

  /** Whether a part is of the same stage and year as its whole, or neither says so. */
  private static boolean sameFrame(Statement whole, Statement part) {
    Frame one = frame(whole);
    Frame other = frame(part);
    return one.stage() == other.stage() && Objects.equals(one.year(), other.year());
  }

  private static Frame frame(Statement statement) {
    return switch (statement) {
      case Amount amount -> amount.of().frame().value().orElse(Frame.UNKNOWN);
      case Change change -> change.of().frame().value().orElse(Frame.UNKNOWN);
      default -> Frame.UNKNOWN;
    };
  }

  private static boolean alike(Term total, List<Term> terms) {
    Quantity.Measure measure = total.printed().measure();
    return terms.stream()
        .allMatch(
            t ->
                t.printed().measure() == measure
                    && (measure == Quantity.Measure.MONEY
                        || t.printed().unit().equals(total.printed().unit())));
  }
}
