package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;

/** The controls of a comparison of amounts: dimensions, changes and orders. */
record AmountControls(AmountComparer.AmountComparison answer, Labels labels, PortalLinks links) {

  Map<String, Object> buildModel() {
    ComparisonRequest question = answer.question();
    Map<String, Object> model = new HashMap<>();
    model.put("slice", question.slice().describe(labels));
    model.put("stages", buildChoices(FacetDimension.STAGE));
    List<ChoiceLink> funds = buildChoices(FacetDimension.FUND);
    model.put("funds", funds);
    model.put(
        "otherFunds",
        funds.stream().filter(fund -> !fund.isCurrent()).map(this::linkToFund).toList());
    model.put("perimeters", buildChoices(FacetDimension.PERIMETER));
    model.put("movement", question.movement());
    model.put(
        "by",
        question.movement().by().signum() == 0 ? "" : question.movement().by().toPlainString());
    model.put(
        "directions",
        buildChoices(
            List.of(ChangeFilter.Direction.values()),
            "compare.moved.",
            question.movement().direction(),
            labels));
    model.put(
        "units",
        buildChoices(
            List.of(ChangeFilter.Unit.values()),
            "compare.in.",
            question.movement().unit(),
            labels));
    model.put(
        "orders",
        buildChoices(List.of(AmountOrder.values()), "compare.sort.", question.order(), labels));
    Integer year = answer.table().changeYear();
    model.put("changeYear", year == null ? 0 : year);
    model.put("changeYears", buildChangeYears());
    model.put("scanned", AmountFormat.formatCount(answer.ocrValueCount()));
    model.put("anyScanned", answer.ocrValueCount() > 0);
    AccountSlice slice = question.slice();
    model.put(
        "scansAddress",
        links.page(
            question
                .withAccount(question.name(), slice.withScans(!slice.includesScans()))
                .address()));
    model.put("homonyms", linkToHomonym(question));
    model.put("openAccount", !ComparableNameFinder.isInChartOfAccounts(question.name()));
    return model;
  }

  /**
   * A link to the account of agencies that is printed under the same name as the compared account
   * of governments; empty if there is no such account.
   */
  private List<ChoiceLink> linkToHomonym(ComparisonRequest question) {
    return ChartOfAccounts.governments().findAccount(question.name()).stream()
        .flatMap(account -> ChartOfAccounts.agencies().find(account.name()).stream())
        .map(name -> name.account().name())
        .filter(other -> !other.equals(question.name()))
        .map(
            other ->
                new ChoiceLink(
                    labels.account(other),
                    "",
                    links.page(question.withAccount(other, question.slice()).address()),
                    false))
        .toList();
  }

  private List<ChoiceLink> buildChoices(FacetDimension dimension) {
    List<ChoiceLink> choices = new ArrayList<>();
    String current = answer.question().slice().labelOf(dimension);
    for (FacetValue value : answer.choices().offeredValues().getOrDefault(dimension, List.of())) {
      choices.add(
          new ChoiceLink(
              AccountSlice.nameOf(dimension, value.path(), labels),
              AmountFormat.formatCount(value.count()),
              value.path(),
              value.path().equals(current)));
    }
    if (!current.isEmpty() && choices.stream().noneMatch(ChoiceLink::isCurrent)) {
      choices.add(
          new ChoiceLink(AccountSlice.nameOf(dimension, current, labels), "0", current, true));
    }
    return choices;
  }

  /** A choice of a fund with the address of the comparison of the account in that fund. */
  private ChoiceLink linkToFund(ChoiceLink fund) {
    ComparisonRequest question = answer.question();
    AccountSlice slice =
        question
            .slice()
            .withDimension(FacetDimension.FUND, fund.address())
            .withDimension(FacetDimension.PERIMETER, "");
    return new ChoiceLink(
        fund.label(),
        fund.count(),
        links.page(question.withAccount(question.name(), slice).address()),
        false);
  }

  /** A choice for each value of a parameter; its name in lower case is its id and ends its key. */
  static <E extends Enum<E>> List<ChoiceLink> buildChoices(
      List<E> values, String keyPrefix, E current, Labels labels) {
    return values.stream()
        .map(
            value -> {
              String id = value.name().toLowerCase(Locale.ROOT);
              return new ChoiceLink(labels.text(keyPrefix + id), "", id, value == current);
            })
        .toList();
  }

  /** Choices for the year whose change is shown; empty if there is only one such year. */
  private List<ChoiceLink> buildChangeYears() {
    List<Integer> years = answer.table().yearsWithChange();
    if (years.size() < 2) {
      return List.of();
    }
    ComparisonRequest question = answer.question();
    return years.stream()
        .map(
            y ->
                new ChoiceLink(
                    y.toString(),
                    "",
                    links.page(
                        question.withChangeFilter(question.movement().withYear(y)).address()
                            + "#table"),
                    y.equals(answer.table().changeYear())))
        .toList();
  }
}
