package org.mingzhang.audit.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.identity.IdentityTerm;
import org.mingzhang.audit.identity.NumberRelation;
import org.mingzhang.audit.identity.ProseIdentityChecks;
import org.mingzhang.audit.identity.Violation;
import org.mingzhang.model.Fact;

/**
 * The numbers of prose that its identities prove right or wrong, by their locations; findings that
 * follow from them are not reported again.
 *
 * @param checkedNumbers numbers that take part in an identity that holds or is broken
 * @param numbersInWrongRates amounts that do not match a printed rate
 * @param wrongTotals totals that differ from the sum of their parts
 * @param confirmedNumbers amounts that agree with a printed rate, and totals that are the sum of
 *     their parts
 */
record CheckedProseNumbers(
    Set<Place> checkedNumbers,
    Set<Place> numbersInWrongRates,
    Set<Place> wrongTotals,
    Set<Place> confirmedNumbers) {
  /** The section and offset at which a number is printed. */
  private record Place(String sectionPath, int start) {
    static Place of(IdentityTerm term) {
      return new Place(term.printed().span().sectionPath(), term.printed().span().start());
    }
  }

  static CheckedProseNumbers forDocument(AuditedDocument document) {
    return document.computeOnce(CheckedProseNumbers.class, CheckedProseNumbers::collectFrom);
  }

  private static CheckedProseNumbers collectFrom(AuditedDocument document) {
    CheckedProseNumbers numbers =
        new CheckedProseNumbers(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    ProseIdentityChecks.ProseIdentityResults prose = ProseIdentityChecks.checkAll(document);
    for (NumberRelation relation : prose.satisfiedRelations()) {
      List<IdentityTerm> terms = relation.terms();
      addAll(terms, numbers.checkedNumbers);
      switch (relation.kind()) {
        case PERCENT -> addAll(terms.subList(1, terms.size()), numbers.confirmedNumbers);
        case SUM -> addAll(terms.subList(0, 1), numbers.confirmedNumbers);
        default -> {}
      }
    }
    for (Violation violation : prose.violations()) {
      List<IdentityTerm> terms = violation.relation().terms();
      addAll(terms, numbers.checkedNumbers);
      switch (violation.relation().kind()) {
        case PERCENT -> addAll(terms.subList(1, terms.size()), numbers.numbersInWrongRates);
        case SUM -> addAll(terms.subList(0, 1), numbers.wrongTotals);
        default -> {}
      }
    }
    return numbers;
  }

  private static void addAll(List<IdentityTerm> terms, Set<Place> places) {
    terms.forEach(t -> places.add(Place.of(t)));
  }

  private static boolean isStatedAt(Set<Place> places, Fact fact) {
    return fact.locations().stream()
        .anyMatch(p -> p.cell() == null && places.contains(new Place(p.sectionPath(), p.start())));
  }

  boolean wasChecked(Fact fact) {
    return isStatedAt(checkedNumbers, fact);
  }

  /** Whether a printed rate contradicts the fact; false for a value of zero. */
  boolean isInWrongRate(Fact fact) {
    return fact.value().signum() != 0 && isStatedAt(numbersInWrongRates, fact);
  }

  /** Whether a printed rate or the sum of its parts confirms the fact. */
  boolean isConfirmed(Fact fact) {
    return isStatedAt(confirmedNumbers, fact);
  }

  boolean isWrongTotal(Fact fact) {
    return isStatedAt(wrongTotals, fact);
  }
}
