package org.mingzhang.transparency;

import java.util.List;
import java.util.function.Predicate;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;

/**
 * Finds the facts of a document that show that an item is disclosed: values of the item's accounts
 * for the agency as a whole, and changes of them.
 *
 * @param sections sections of the document
 * @param facts its facts; empty in records of earlier program versions
 */
record ItemFactFinder(UnspacedSections sections, List<Fact> facts) {
  /**
   * Index of the first section with a value of the first of the item's accounts that has one; -1 if
   * there is none.
   */
  int findValue(DisclosureItem item) {
    return item.accounts().stream()
        .mapToInt(this::findValue)
        .filter(i -> i >= 0)
        .findFirst()
        .orElse(-1);
  }

  /**
   * Index of the section with a value of an account or, if there is none, with a value of its first
   * part if there are values of all its parts; otherwise -1.
   */
  private int findValue(String account) {
    int own =
        findSection(f -> f.kind() == Fact.Kind.AMOUNT && f.account().equals(account), p -> true);
    if (own >= 0) {
      return own;
    }
    List<Integer> parts =
        ChartOfAccounts.agencies().accounts().stream()
            .filter(a -> a.parent().filter(account::equals).isPresent())
            .map(Account::name)
            .map(this::findValue)
            .toList();
    return parts.isEmpty() || parts.contains(-1) ? -1 : parts.getFirst();
  }

  /** Index of the section with a sentence on the change of an account; -1 if there is none. */
  int findChange(DisclosureItem item) {
    return findSection(
        f ->
            item.accounts().contains(f.account())
                && f.reference() != null
                && (f.kind() == Fact.Kind.CHANGE || f.reference().rateOf() == Fact.RateKind.CHANGE),
        place -> place.cell() == null);
  }

  private int findSection(Predicate<Fact> condition, Predicate<FactLocation> place) {
    return facts.stream()
        .filter(f -> f.context().item() == null)
        .filter(condition)
        .flatMap(f -> f.locations().stream())
        .filter(place)
        .mapToInt(location -> sections.indexOf(location.sectionPath()))
        .filter(i -> i >= 0 && sections.countsAsDisclosure(i))
        .min()
        .orElse(-1);
  }
}
