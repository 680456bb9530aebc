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
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.text.AmountParser;

/**
 * Creates the findings of identities between facts. The finding of a sum quotes the part that is
 * probably wrong, if there is exactly one; otherwise the words from the whole to its last part, or
 * the whole if these words are too long. The finding of a relation of two facts quotes the whole of
 * an equation, and the part of an upper bound or a cost.
 */
record IdentityFindingFactory(DocumentFacts facts) {
  /** Maximum length, in characters, of a quote from the whole to its last part. */
  private static final int MAX_QUOTE_LENGTH = 240;

  private static final int MAX_DECIMALS = 6;

  /** Maximum number of amounts of a section that may confirm one by their difference. */
  private static final int MAX_COMPARED_FACTS = 60;

  /** Signs before a computed number that is an upper or a lower limit of the right one. */
  private static final String AT_MOST = "≤ ";

  private static final String AT_LEAST = "≥ ";

  CheckResult createFinding(FactRelation relation) {
    AccountingIdentity.Kind kind = relation.identity().kind();
    Fact part = relation.parts().getFirst();
    return switch (kind) {
      case AT_MOST ->
          part.account().equals(relation.whole().account())
              ? createScopeFinding(relation, part, relation.whole())
              : createPairFinding(relation, part, relation.whole(), " > ");
      case COST ->
          createDraft(relation.identity().rule().id(), part, relation.whole())
              .toResult(
                  printedNumber(part),
                  printedNumber(relation.whole()),
                  part.account(),
                  relation.whole().account());
      default ->
          relation.parts().size() == 1
              ? createPairFinding(relation, relation.whole(), part, " ≠ ")
              : createSumFinding(relation);
    };
  }

  private FindingDraft createDraft(String message, Fact reported, Fact other) {
    return FindingDraft.create(message, quoteLocation(reported))
        .setOtherLocation(quoteLocation(other));
  }

  /**
   * Creates the finding for a figure whose amount in one fund or perimeter exceeds that in a wider
   * one.
   */
  private CheckResult createScopeFinding(FactRelation relation, Fact narrow, Fact wide) {
    Fund fund = narrow.context().fund();
    Fund wider = wide.context().fund();
    if (fund == null || wider == null || fund == wider) {
      return createPairFinding(relation, narrow, wide, " > ");
    }
    String message = wider == Fund.ALL ? "part-above-whole/scope" : "part-above-whole/fund";
    boolean wrongWhole = isConfirmed(narrow) && !isConfirmed(wide);
    String part = printedNumber(narrow);
    String whole = printedNumber(wide);
    FindingDraft draft =
        wrongWhole
            ? createDraft(message, wide, narrow)
                .setNumbers(whole, AT_LEAST + part)
                .setFormula(whole + " < " + part)
            : createDraft(message, narrow, wide)
                .setNumbers(part, AT_MOST + whole)
                .setFormula(part + " > " + whole);
    return draft.toResult(part, whole, narrow.account(), fund.label(), wider.label());
  }

  private CheckResult createPairFinding(
      FactRelation relation, Fact reported, Fact other, String relationSign) {
    boolean limit = relation.identity().kind() == AccountingIdentity.Kind.AT_MOST;
    return createDraft(relation.identity().rule().id(), reported, other)
        .setNumbers(printedNumber(reported), (limit ? AT_MOST : "") + printedNumber(other))
        .setFormula(printedNumber(reported) + relationSign + printedNumber(other))
        .toResult(
            printedNumber(reported), printedNumber(other), reported.account(), other.account());
  }

  private CheckResult createSumFinding(FactRelation relation) {
    Fact whole = relation.whole();
    String computed = formatAmount(relation.sum(), relation);
    QuoteLocation location =
        findWrongPart(relation)
            .map(this::quoteLocation)
            .orElseGet(() -> quoteWholeToLastPart(relation));
    QuoteLocation own = quoteLocation(whole);
    String terms =
        relation.parts().stream()
            .map(p -> formatNumber(p.value(), relation))
            .collect(Collectors.joining(" + "));
    return FindingDraft.create(relation.identity().rule().id(), location)
        .setNumbers(formatAmount(whole.value(), relation), computed)
        .setFormulaPattern("%s = %s，文中写 %s", terms, computed, formatAmount(whole.value(), relation))
        .setOtherLocation(location.equals(own) ? quoteLocation(relation.parts().getFirst()) : own)
        .toResult(
            printedNumber(whole),
            computed,
            whole.account(),
            relation.parts().stream().map(Fact::account).collect(Collectors.joining("＋")));
  }

  /**
   * Whether another section states the value of a fact, or it is the difference of two other
   * amounts of its section.
   */
  private boolean isConfirmed(Fact fact) {
    String section = fact.locations().getFirst().sectionPath();
    List<Fact> others =
        facts.allFacts().stream()
            .flatMap(List::stream)
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value().compareTo(fact.value()) > 0)
            .filter(f -> f.locations().getFirst().sectionPath().equals(section))
            .limit(MAX_COMPARED_FACTS)
            .toList();
    return facts.isStatedElsewhere(fact.value(), fact)
        || others.stream()
            .anyMatch(
                whole ->
                    others.stream()
                        .anyMatch(
                            p -> whole.value().subtract(p.value()).compareTo(fact.value()) == 0));
  }

  private QuoteLocation quoteLocation(Fact fact) {
    return facts.quoteLocation(fact.locations().getFirst());
  }

  private static String printedNumber(Fact fact) {
    return fact.printed() + fact.unit();
  }

  private static String formatAmount(BigDecimal value, FactRelation relation) {
    return formatNumber(value, relation) + relation.whole().unit();
  }

  private static String formatNumber(BigDecimal value, FactRelation relation) {
    int power = AmountParser.powerOfTenOrZero(relation.whole().unit());
    int decimals =
        Stream.concat(Stream.of(relation.whole()), relation.parts().stream())
            .flatMap(f -> AmountParser.parseNumber(f.printed()).stream())
            .mapToInt(BigDecimal::scale)
            .max()
            .orElse(0);
    BigDecimal exact = value.movePointLeft(power).stripTrailingZeros();
    int shown = Math.clamp(Math.max(decimals, exact.scale()), 0, MAX_DECIMALS);
    return exact.setScale(shown, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * The only part of a sum that no other section confirms, or of several the only one whose value
   * would be confirmed if it were corrected by the difference; empty if no other section confirms
   * the whole.
   */
  private Optional<Fact> findWrongPart(FactRelation relation) {
    List<Fact> open =
        relation.parts().stream()
            .filter(p -> p.value().signum() != 0 && !facts.isStatedElsewhere(p.value(), p))
            .toList();
    List<Fact> reported =
        open.stream()
            .filter(p -> facts.isStatedElsewhere(p.value().subtract(relation.difference()), p))
            .toList();
    List<Fact> likely = reported.isEmpty() ? open : reported;
    return facts.isStatedElsewhere(relation.whole().value(), relation.whole()) && likely.size() == 1
        ? Optional.of(likely.getFirst())
        : Optional.empty();
  }

  /**
   * The quote from the whole to its last part if all are in prose of one section and the quote is
   * at most {@link #MAX_QUOTE_LENGTH} long, otherwise the whole alone.
   */
  private QuoteLocation quoteWholeToLastPart(FactRelation relation) {
    List<FactLocation> places = new ArrayList<>();
    places.add(relation.whole().locations().getFirst());
    String section = places.getFirst().sectionPath();
    for (Fact part : relation.parts()) {
      part.locations().stream()
          .filter(p -> p.sectionPath().equals(section) && p.cell() == null)
          .findFirst()
          .ifPresent(places::add);
    }
    int start = places.stream().mapToInt(FactLocation::start).min().orElse(0);
    int end = places.stream().mapToInt(FactLocation::end).max().orElse(0);
    QuoteLocation own = quoteLocation(relation.whole());
    if (places.size() <= relation.parts().size()
        || places.getFirst().cell() != null
        || end - start > MAX_QUOTE_LENGTH) {
      return own;
    }
    String text = facts.document().findSection(section).map(Section::text).orElse("");
    int clause = text.lastIndexOf(own.quote(), start);
    int from = clause >= 0 && start - clause <= own.quote().length() ? clause : start;
    return new QuoteLocation(section, own.page(), text.substring(Math.min(from, end), end).strip());
  }
}
