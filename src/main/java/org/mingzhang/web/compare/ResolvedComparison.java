package org.mingzhang.web.compare;

import java.util.List;
import java.util.Optional;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.RegionLookup;
import org.mingzhang.web.source.SearchPort;

/**
 * A comparison request with names resolved against the index.
 *
 * @param question the request; the first name is chosen if the address has none
 * @param unknownPlace a typed region that does not exist, or empty
 */
record ResolvedComparison(ComparisonRequest question, String unknownPlace) {

  /** Reads the parameters and resolves names. */
  static ResolvedComparison decode(
      RequestParameters parameters,
      SearchPort search,
      DocumentCatalog catalog,
      ComparableNameFinder nameFinder) {
    ComparisonRequest question = ComparisonRequest.decode(parameters);
    if (question.name().isEmpty()) {
      List<String> known = nameFinder.findNames(question.subject());
      question = question.withAccount(known.isEmpty() ? "" : known.getFirst(), question.slice());
    } else if (question.subject() == ComparisonSubject.FIGURE) {
      question = resolveAccount(question, search);
    }
    String typed = parameters.text("add", "");
    String found = RegionLookup.of(catalog.currentSnapshot()).find(typed).orElse("");
    return found.isEmpty()
        ? new ResolvedComparison(question, typed)
        : new ResolvedComparison(question.withRegion(found), "");
  }

  /**
   * Resolves a printed name, or a name in an address of an earlier version of the program, to an
   * account and its dimensions: 三公经费支出决算 is 三公经费 at the stage 决算. Dimensions in the address have
   * precedence over those of the name; dimensions of the name under which there are no values are
   * ignored. The exact name of an account of governments means that account if a document states
   * it, even if agencies print the name for another account (一般公共预算收入 for 财政拨款收入).
   */
  private static ComparisonRequest resolveAccount(ComparisonRequest question, SearchPort search) {
    if (isStatedGovernmentAccount(question, search)) {
      return question;
    }
    Optional<AccountName> found =
        ChartOfAccounts.agencies()
            .find(question.name())
            .or(() -> ChartOfAccounts.governments().find(question.name()));
    if (found.isEmpty()) {
      return question.withAccount(ChartOfAccounts.normalize(question.name()), question.slice());
    }
    AccountName name = found.get();
    AccountSlice slice = question.slice();
    AccountSlice resolved =
        new AccountSlice(
            slice.item(),
            slice.stage().isEmpty() && name.stage() != null ? name.stage().label() : slice.stage(),
            slice.fund().isEmpty() && name.fund() != null ? name.fund().label() : slice.fund(),
            slice.perimeter(),
            slice.includesScans());
    ComparisonRequest named = question.withAccount(name.account().name(), resolved);
    boolean some =
        resolved.equals(slice)
            || search.count(named.amountSearch(resolved, List.of(Fact.Kind.AMOUNT)).request()) > 0;
    return some ? named : question.withAccount(name.account().name(), slice);
  }

  private static boolean isStatedGovernmentAccount(ComparisonRequest question, SearchPort search) {
    return ChartOfAccounts.governments().findAccount(question.name()).isPresent()
        && search.count(
                question.amountSearch(question.slice(), List.of(Fact.Kind.AMOUNT)).request())
            > 0;
  }
}
