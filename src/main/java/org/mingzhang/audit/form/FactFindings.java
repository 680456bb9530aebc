package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.text.Amounts;

/**
 * Writes the findings of identities of facts: told at the part that no other place vouches for
 * where others vouch for the whole, else at the words from the whole to its last part, else at the
 * whole.
 */
final class FactFindings {
  /** Characters that a quote from the whole to its last part may have. */
  private static final int CLOSE = 240;

  private static final int MOST_DECIMALS = 6;

  private final DocumentFacts facts;

  FactFindings(DocumentFacts facts) {
    this.facts = facts;
  }

  CheckResult of(BoundFacts bound) {
    FormIdentity.Kind kind = bound.identity().kind();
    Fact part = bound.parts().getFirst();
    return switch (kind) {
      case AT_MOST -> pair(bound, part, bound.whole(), " > ");
      case COST -> pair(bound, part, bound.whole(), "");
      default -> bound.parts().size() == 1 ? pair(bound, bound.whole(), part, " ≠ ") : sum(bound);
    };
  }

  private CheckResult pair(BoundFacts bound, Fact told, Fact other, String relation) {
    FindingDraft draft =
        FindingDraft.at(bound.identity().rule().id(), place(told))
            .numbers(printed(told), printed(other))
            .other(place(other));
    if (!relation.isEmpty()) {
      draft.formula(printed(told) + relation + printed(other));
    }
    return draft.says(printed(told), printed(other), told.account(), other.account());
  }

  private CheckResult sum(BoundFacts bound) {
    Fact whole = bound.whole();
    String computed = amount(bound.sum(), bound);
    Place place = wrongPart(bound).map(this::place).orElseGet(() -> span(bound));
    Place own = place(whole);
    String terms =
        bound.parts().stream()
            .map(p -> number(p.value(), bound))
            .collect(Collectors.joining(" + "));
    return FindingDraft.at(bound.identity().rule().id(), place)
        .numbers(amount(whole.value(), bound), computed)
        .formulaOf("%s = %s，文中写 %s", terms, computed, amount(whole.value(), bound))
        .other(place.equals(own) ? place(bound.parts().getFirst()) : own)
        .says(
            printed(whole),
            computed,
            whole.account(),
            bound.parts().stream().map(Fact::account).collect(Collectors.joining("＋")));
  }

  private Place place(Fact fact) {
    return facts.place(fact.places().getFirst());
  }

  private static String printed(Fact fact) {
    return fact.printed() + fact.unit();
  }

  private static String amount(BigDecimal value, BoundFacts bound) {
    return number(value, bound) + bound.whole().unit();
  }

  private static String number(BigDecimal value, BoundFacts bound) {
    int power = Amounts.powerOrNone(bound.whole().unit());
    int decimals =
        Stream.concat(Stream.of(bound.whole()), bound.parts().stream())
            .map(f -> new BigDecimal(f.printed().replaceAll("[,，]", "")))
            .mapToInt(BigDecimal::scale)
            .max()
            .orElse(0);
    BigDecimal exact = value.movePointLeft(power).stripTrailingZeros();
    int shown = Math.clamp(Math.max(decimals, exact.scale()), 0, MOST_DECIMALS);
    return exact.setScale(shown, RoundingMode.HALF_UP).toPlainString();
  }

  private Optional<Fact> wrongPart(BoundFacts bound) {
    List<Fact> open =
        bound.parts().stream()
            .filter(p -> p.value().signum() != 0 && !facts.vouches(p.value(), p))
            .toList();
    List<Fact> told =
        open.stream().filter(p -> facts.vouches(p.value().subtract(bound.over()), p)).toList();
    List<Fact> likely = told.isEmpty() ? open : told;
    return facts.vouches(bound.whole().value(), bound.whole()) && likely.size() == 1
        ? Optional.of(likely.getFirst())
        : Optional.empty();
  }

  /** The words from the whole to its last part, where they stand close together. */
  private Place span(BoundFacts bound) {
    List<FactPlace> places = new ArrayList<>();
    places.add(bound.whole().places().getFirst());
    String section = places.getFirst().section();
    for (Fact part : bound.parts()) {
      part.places().stream()
          .filter(p -> p.section().equals(section) && p.cell() == null)
          .findFirst()
          .ifPresent(places::add);
    }
    int start = places.stream().mapToInt(FactPlace::start).min().orElse(0);
    int end = places.stream().mapToInt(FactPlace::end).max().orElse(0);
    Place own = place(bound.whole());
    if (places.size() <= bound.parts().size()
        || places.getFirst().cell() != null
        || end - start > CLOSE) {
      return own;
    }
    String text = facts.reading().section(section).map(Section::text).orElse("");
    int clause = text.lastIndexOf(own.quote(), start);
    int from = clause >= 0 && start - clause <= own.quote().length() ? clause : start;
    return new Place(section, own.page(), text.substring(Math.min(from, end), end).strip());
  }
}
