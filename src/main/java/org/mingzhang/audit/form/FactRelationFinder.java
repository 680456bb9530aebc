package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.form.AccountingIdentity.IdentityPart;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Finds the facts to which an identity applies, in every context that states its whole: the parts
 * have the year, stage, perimeter, entity and fund of the whole, except for the dimension in which
 * the identity lets them differ. In the names of the identity, "*" denotes every account, "@" with
 * a fund that fund, "#" with a code that item, and "#" alone any item of the functional
 * classification. A term with several values is left out; of counts that cause a cost, the largest
 * is used.
 */
record FactRelationFinder(AccountingIdentity identity, DocumentFacts facts) {
  private static final String ANY_ACCOUNT = "*";

  /** The first digit of codes of the functional classification. */
  private static final String FUNCTIONAL_CODE_PREFIX = "2";

  List<FactRelation> find() {
    List<FactRelation> found = new ArrayList<>();
    if (identity.wholes().contains(ANY_ACCOUNT)) {
      if (!facts.isDocumentOfGovernment()) {
        facts
            .allFacts()
            .forEach(
                account -> addNestedFacts(account, FactRelationFinder::hasNarrowerFund, found));
      }
      return found;
    }
    if (identity.differingDimension() == AccountingIdentity.DifferingDimension.PERIMETER) {
      identity
          .wholes()
          .forEach(
              name ->
                  addNestedFacts(
                      facts.factsOfAccount(name), FactRelationFinder::hasNarrowerPerimeter, found));
      return found;
    }
    for (String name : identity.wholes()) {
      for (Fact whole : selectUndisputedTotals(facts.factsOfAccount(accountName(name)))) {
        if (matchesFundOfTerm(name, whole)) {
          addRelations(whole, found);
        }
      }
    }
    return found;
  }

  /** Adds the pairs of facts of one account in which one fact is part of the other. */
  private void addNestedFacts(
      List<Fact> accountFacts,
      BiPredicate<FactContext, FactContext> isPart,
      List<FactRelation> found) {
    List<Fact> terms = selectUndisputedTotals(accountFacts);
    for (Fact whole : terms) {
      for (Fact part : terms) {
        if (isPart.test(part.context(), whole.context())) {
          found.add(new FactRelation(identity, whole, List.of(part), false));
        }
      }
    }
  }

  private static boolean hasNarrowerFund(FactContext part, FactContext whole) {
    Fund wide = whole.fund();
    Fund narrow = part.fund();
    return wide != null
        && narrow != null
        && narrow != wide
        && narrow.isWithin(wide)
        && haveSameStageYearAndBody(part, whole);
  }

  private static boolean hasNarrowerPerimeter(FactContext part, FactContext whole) {
    Perimeter wide = whole.perimeter();
    Perimeter narrow = part.perimeter();
    return wide != null
        && narrow != null
        && narrow.isPartOf(wide)
        && part.fund() == whole.fund()
        && areSameStage(part.stage(), whole.stage())
        && Objects.equals(part.year(), whole.year());
  }

  private static boolean isAmountOrCount(Fact fact) {
    return fact.kind() == Fact.Kind.AMOUNT || fact.kind() == Fact.Kind.COUNT;
  }

  /**
   * The amounts and counts of an account that are not of a single item and that no other fact of
   * the same context and kind contradicts.
   */
  private static List<Fact> selectUndisputedTotals(List<Fact> accountFacts) {
    Map<List<Object>, List<Fact>> byUse = new LinkedHashMap<>();
    for (Fact fact : accountFacts) {
      if (fact.context().item() == null && isAmountOrCount(fact)) {
        byUse
            .computeIfAbsent(List.of(fact.context(), fact.kind()), use -> new ArrayList<>())
            .add(fact);
      }
    }
    return byUse.values().stream()
        .filter(FactRelationFinder::haveEqualValues)
        .flatMap(List::stream)
        .toList();
  }

  private static boolean haveEqualValues(List<Fact> facts) {
    return facts.stream().allMatch(f -> f.value().compareTo(facts.getFirst().value()) == 0);
  }

  private static String accountName(String name) {
    return name.split("[@#]", 2)[0];
  }

  private static boolean matchesFundOfTerm(String name, Fact fact) {
    int at = name.indexOf('@');
    Fund fund = fact.context().fund();
    return at < 0 || (fund != null && fund.label().equals(name.substring(at + 1)));
  }

  /**
   * Adds the relations of a fact to its parts. For an upper bound or a cost, each part is a
   * relation of its own. For a sum, all parts are one relation, which is left out if a required
   * part is missing, a part has several values, or if fewer than two parts are stated although the
   * identity has several.
   */
  private void addRelations(Fact whole, List<FactRelation> relations) {
    if (identity.kind() == AccountingIdentity.Kind.AT_MOST
        || identity.kind() == AccountingIdentity.Kind.COST) {
      for (IdentityPart part : identity.parts()) {
        for (Fact fact : findComparableFacts(part.name(), findParts(part.name(), whole))) {
          relations.add(new FactRelation(identity, whole, List.of(fact), false));
        }
      }
      return;
    }
    List<Fact> parts = new ArrayList<>();
    boolean complete = true;
    for (IdentityPart part : identity.parts()) {
      List<Fact> found = findParts(part.name(), whole);
      if (found.size() > 1 || (found.isEmpty() && part.isRequired())) {
        return;
      }
      complete &= !found.isEmpty() || !part.absenceAllowsLess();
      parts.addAll(found);
    }
    if (parts.size() >= Math.min(2, identity.parts().size())) {
      relations.add(new FactRelation(identity, whole, parts, complete));
    }
  }

  /**
   * The facts of a term that are compared with the whole: for a cost, the largest count; for the
   * name "#", all items; for any other name, its only value, or none if it has several.
   */
  private List<Fact> findComparableFacts(String name, List<Fact> facts) {
    if (identity.kind() == AccountingIdentity.Kind.COST) {
      return facts.stream().max(Comparator.comparing(Fact::value)).stream().toList();
    }
    return facts.size() > 1 && !name.endsWith("#") ? List.of() : facts;
  }

  /**
   * The facts that a name denotes in the context of a whole; of facts with equal value and item
   * only the first.
   */
  private List<Fact> findParts(String name, Fact whole) {
    List<Fact> found = new ArrayList<>();
    for (Fact fact : facts.factsOfAccount(accountName(name))) {
      if (isAmountOrCount(fact)
          && matchesFundOfTerm(name, fact)
          && matchesItemOfTerm(name, fact.context())
          && (identity.allowsDifferentFunds()
              || name.indexOf('@') >= 0
              || fact.context().fund() == whole.context().fund()
              || (fact.context().fund() == null && isInSection(fact, whole)))
          && haveSameStageYearAndBody(fact.context(), whole.context())
          && found.stream().noneMatch(f -> haveSameValueAndItem(f, fact))) {
        found.add(fact);
      }
    }
    return found;
  }

  /**
   * Whether all locations of a part are in the section of the first location of the whole, so that
   * the fund of the whole applies to it.
   */
  private static boolean isInSection(Fact part, Fact whole) {
    String section = whole.locations().getFirst().sectionPath();
    return part.locations().stream().allMatch(p -> p.sectionPath().equals(section));
  }

  private static boolean haveSameValueAndItem(Fact one, Fact other) {
    return one.value().compareTo(other.value()) == 0
        && Objects.equals(one.context().item(), other.context().item());
  }

  private static boolean matchesItemOfTerm(String name, FactContext context) {
    int at = name.indexOf('#');
    if (at < 0) {
      return context.item() == null;
    }
    String code = name.substring(at + 1);
    String item = context.item();
    String own = context.code();
    return code.isEmpty()
        ? item != null
            && (own == null ? item.contains("/") : own.startsWith(FUNCTIONAL_CODE_PREFIX))
        : code.equals(own);
  }

  /** Whether two stages are the same; execution of the year counts as result. */
  private static boolean areSameStage(@Nullable Stage one, @Nullable Stage other) {
    return one == other
        || (one == Stage.EXECUTION && other == Stage.RESULT)
        || (one == Stage.RESULT && other == Stage.EXECUTION);
  }

  private static boolean haveSameStageYearAndBody(FactContext part, FactContext whole) {
    return areSameStage(part.stage(), whole.stage())
        && Objects.equals(part.year(), whole.year())
        && part.perimeter() == whole.perimeter()
        && Objects.equals(part.entity(), whole.entity());
  }
}
