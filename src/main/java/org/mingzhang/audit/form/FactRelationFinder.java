package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/**
 * Finds the facts to which an identity applies, in every context that states its whole: the parts
 * have the year, stage, perimeter and fund of the whole. In the names of the identity, "@" with a
 * fund denotes that fund, "#" with a code that item, and "#" alone any item of a classification. A
 * term with several values is left out.
 */
final class FactRelationFinder {
  private static final String ANY = "*";

  /** The first digit of codes of the functional classification. */
  private static final String FUNCTIONAL = "2";

  private final FormIdentity identity;
  private final DocumentFacts facts;

  FactRelationFinder(FormIdentity identity, DocumentFacts facts) {
    this.identity = identity;
    this.facts = facts;
  }

  List<FactRelation> find() {
    List<FactRelation> found = new ArrayList<>();
    if (identity.wholes().contains(ANY)) {
      facts.allFacts().forEach(account -> addFundParts(account, found));
      return found;
    }
    if (identity.ofNarrowerPerimeter()) {
      identity.wholes().forEach(name -> addPerimeterParts(facts.factsOfAccount(name), found));
      return found;
    }
    for (String name : identity.wholes()) {
      for (Fact whole : withoutDisputedTerms(facts.factsOfAccount(accountName(name)))) {
        if (hasFund(name, whole)) {
          add(whole, found);
        }
      }
    }
    return found;
  }

  /** Adds for each account the pairs of funds of which one is part of the other. */
  private void addFundParts(List<Fact> account, List<FactRelation> relations) {
    List<Fact> wholes = withoutDisputedTerms(account);
    for (Fact whole : wholes) {
      for (Fact part : wholes) {
        Fund wide = whole.context().fund();
        Fund narrow = part.context().fund();
        if (wide != null
            && narrow != null
            && narrow != wide
            && narrow.isWithin(wide)
            && hasContext(part.context(), whole.context())) {
          relations.add(new FactRelation(identity, whole, List.of(part), false));
        }
      }
    }
  }

  /** Adds the pairs of perimeters of an account of which one is part of the other. */
  private void addPerimeterParts(List<Fact> account, List<FactRelation> relations) {
    List<Fact> wholes = withoutDisputedTerms(account);
    for (Fact whole : wholes) {
      for (Fact part : wholes) {
        Perimeter wide = whole.context().perimeter();
        Perimeter narrow = part.context().perimeter();
        if (wide != null
            && narrow != null
            && narrow.isPartOf(wide)
            && whole.context().fund() == part.context().fund()
            && isOfSameStage(part.context().stage(), whole.context().stage())
            && Objects.equals(part.context().year(), whole.context().year())) {
          relations.add(new FactRelation(identity, whole, List.of(part), false));
        }
      }
    }
  }

  private static boolean isAmount(Fact fact) {
    return fact.kind() == Fact.Kind.AMOUNT || fact.kind() == Fact.Kind.COUNT;
  }

  /** The amounts of an account that no other fact of the same context contradicts. */
  private static List<Fact> withoutDisputedTerms(List<Fact> account) {
    Map<List<Object>, List<Fact>> byUse = new LinkedHashMap<>();
    for (Fact fact : account) {
      if (fact.context().item() == null && isAmount(fact)) {
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

  private static boolean hasFund(String name, Fact fact) {
    int at = name.indexOf('@');
    Fund fund = fact.context().fund();
    return at < 0 || (fund != null && fund.label().equals(name.substring(at + 1)));
  }

  private void add(Fact whole, List<FactRelation> relations) {
    if (identity.kind() == FormIdentity.Kind.AT_MOST || identity.kind() == FormIdentity.Kind.COST) {
      for (FormIdentity.IdentityPart identityPart : identity.parts()) {
        for (Fact fact :
            findComparable(identityPart.name(), findParts(identityPart.name(), whole))) {
          relations.add(new FactRelation(identity, whole, List.of(fact), false));
        }
      }
      return;
    }
    List<Fact> parts = new ArrayList<>();
    boolean complete = true;
    for (FormIdentity.IdentityPart identityPart : identity.parts()) {
      List<Fact> found = findParts(identityPart.name(), whole);
      if (found.size() > 1 || (found.isEmpty() && identityPart.required())) {
        return;
      }
      complete &= !found.isEmpty() || !identityPart.absenceAllowsLess();
      parts.addAll(found);
    }
    if (parts.size() >= Math.min(2, identity.parts().size())) {
      relations.add(new FactRelation(identity, whole, parts, complete));
    }
  }

  /**
   * The facts that are compared with the whole: the largest of counts, otherwise all items, or the
   * only value.
   */
  private List<Fact> findComparable(String name, List<Fact> facts) {
    if (identity.kind() == FormIdentity.Kind.COST) {
      return facts.stream().max(Comparator.comparing(Fact::value)).stream().toList();
    }
    return facts.size() > 1 && !name.endsWith("#") ? List.of() : facts;
  }

  /** The facts that a name means in the context of a whole; of facts with equal values only one. */
  private List<Fact> findParts(String name, Fact whole) {
    List<Fact> found = new ArrayList<>();
    for (Fact fact : facts.factsOfAccount(accountName(name))) {
      if (isAmount(fact)
          && hasFund(name, fact)
          && isItem(name, fact.context())
          && (identity.anyFund()
              || name.indexOf('@') >= 0
              || fact.context().fund() == whole.context().fund()
              || (fact.context().fund() == null && isInSection(fact, whole)))
          && hasContext(fact.context(), whole.context())
          && found.stream().noneMatch(f -> haveSameValueAndItem(f, fact))) {
        found.add(fact);
      }
    }
    return found;
  }

  /**
   * Whether a part is in the same section as the whole, so that the fund of the whole applies to
   * it.
   */
  private static boolean isInSection(Fact part, Fact whole) {
    String section = whole.locations().getFirst().section();
    return part.locations().stream().allMatch(p -> p.section().equals(section));
  }

  private static boolean haveSameValueAndItem(Fact one, Fact other) {
    return one.value().compareTo(other.value()) == 0
        && Objects.equals(one.context().item(), other.context().item());
  }

  private static boolean isItem(String name, FactContext context) {
    int at = name.indexOf('#');
    if (at < 0) {
      return context.item() == null;
    }
    String code = name.substring(at + 1);
    String item = context.item();
    String own = context.code();
    return code.isEmpty()
        ? item != null && (own == null ? item.contains("/") : own.startsWith(FUNCTIONAL))
        : code.equals(own);
  }

  /** Whether two stages are the same; execution of the year counts as result. */
  private static boolean isOfSameStage(@Nullable Stage one, @Nullable Stage other) {
    return one == other
        || (one == Stage.EXECUTION && other == Stage.RESULT)
        || (one == Stage.RESULT && other == Stage.EXECUTION);
  }

  private static boolean hasContext(FactContext part, FactContext whole) {
    return isOfSameStage(part.stage(), whole.stage())
        && Objects.equals(part.year(), whole.year())
        && part.perimeter() == whole.perimeter()
        && Objects.equals(part.entity(), whole.entity());
  }
}
