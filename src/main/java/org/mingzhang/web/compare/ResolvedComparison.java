package org.mingzhang.web.compare;

import java.util.List;
import java.util.Optional;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fact;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.source.SearchPort;

/**
 * A question as it was put.
 *
 * @param question the question, with a name if the address has none
 * @param unknownPlace a region that was typed and is not there, or empty
 */
record ResolvedComparison(ComparisonRequest question, String unknownPlace) {

  /** Reads an address. */
  static ResolvedComparison decode(
      Parameters parameters, SearchPort search, Catalogue catalogue, ComparableNames names) {
    ComparisonRequest question = ComparisonRequest.decode(parameters);
    if (question.name().isEmpty()) {
      List<String> known = names.of(question.subject());
      ComparisonRequest named =
          question.of(question.subject(), known.isEmpty() ? "" : known.getFirst());
      question = question.chart() == null ? named : named.drawn(question.chart(), question.at());
    } else if (question.subject() == ComparisonSubject.FIGURE) {
      question = inChart(question, search);
    }
    String typed = parameters.text("add", "");
    String found = RegionLookup.of(catalogue.now().documents()).find(typed).orElse("");
    return found.isEmpty()
        ? new ResolvedComparison(question, typed)
        : new ResolvedComparison(question.with(found), "");
  }

  /**
   * A name as it is printed, or as addresses had it that were given out before accounts were, is
   * taken apart: 三公经费支出决算 is 三公经费 at the stage 决算. What the address itself says of the slice
   * outweighs what its name does; a stage under which nothing stands is left to be chosen.
   */
  private static ComparisonRequest inChart(ComparisonRequest question, SearchPort search) {
    Optional<AccountName> found =
        Chart.standard().find(question.name()).or(() -> Chart.governments().find(question.name()));
    if (found.isEmpty()) {
      return question.named(Chart.normalize(question.name()), question.slice());
    }
    AccountName name = found.get();
    Slice slice = question.slice();
    Slice told =
        new Slice(
            slice.item(),
            slice.stage().isEmpty() && name.stage() != null ? name.stage().label() : slice.stage(),
            slice.fund().isEmpty() && name.fund() != null ? name.fund().label() : slice.fund(),
            slice.perimeter(),
            slice.scans());
    ComparisonRequest named = question.named(name.account().name(), told);
    boolean some =
        told.equals(slice)
            || search.total(named.amounts(told, List.of(Fact.Kind.AMOUNT)).request()) > 0;
    return some ? named : question.named(name.account().name(), slice);
  }
}
