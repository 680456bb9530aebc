package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.SearchRequest;
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
    model.put("slice", describe(question.slice(), labels));
    model.put("stages", buildChoices(FacetDimension.STAGE));
    List<ChoiceLink> funds = buildChoices(FacetDimension.FUND);
    model.put("funds", funds);
    model.put(
        "otherFunds",
        funds.stream().filter(fund -> !fund.current()).map(this::linkToFund).toList());
    model.put("perimeters", buildChoices(FacetDimension.PERIMETER));
    model.put("movement", question.movement());
    model.put(
        "by",
        question.movement().by().signum() == 0 ? "" : question.movement().by().toPlainString());
    model.put(
        "directions",
        buildChoices(
            ChangeFilter.Direction.values(),
            "compare.moved.",
            ChangeFilter.Direction::id,
            question.movement().direction()));
    model.put(
        "units",
        buildChoices(
            ChangeFilter.Unit.values(),
            "compare.in.",
            ChangeFilter.Unit::id,
            question.movement().unit()));
    model.put(
        "orders",
        buildChoices(AmountOrder.values(), "compare.sort.", AmountOrder::id, question.order()));
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
                .withAccount(question.name(), slice.withScans(!slice.scans()))
                .toQueryString()
                .appendTo("/compare")));
    model.put("homonyms", linkToHomonym(question));
    model.put("openAccount", !ComparableNameFinder.isInChartOfAccounts(question.name()));
    return model;
  }

  /**
   * A link to the account for which agencies print the name of this account of governments; empty
   * if they print it for none.
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
                    links.page(
                        question
                            .withAccount(other, question.slice())
                            .toQueryString()
                            .appendTo("/compare")),
                    false))
        .toList();
  }

  /**
   * The dimensions of a slice as text, such as 部门口径，财政拨款，决算, with the item if there is one; empty
   * if no stage is chosen.
   */
  static String describe(AccountSlice slice, Labels labels) {
    if (slice.stage().isEmpty()) {
      return "";
    }
    String text =
        labels.format(
            "compare.slice",
            formatName(FacetDimension.PERIMETER, slice.perimeter(), labels),
            formatName(FacetDimension.FUND, slice.fund(), labels),
            formatName(FacetDimension.STAGE, slice.stage(), labels));
    return slice.item().isEmpty() ? text : labels.text("compare.slice.item", slice.item(), text);
  }

  private static String formatName(FacetDimension dimension, String value, Labels labels) {
    return value.equals(SearchRequest.NOT_STATED)
        ? labels.text("compare.unknown." + dimension.id())
        : labels.nameOf(dimension, value);
  }

  private List<ChoiceLink> buildChoices(FacetDimension dimension) {
    List<ChoiceLink> choices = new ArrayList<>();
    String current = answer.question().slice().labelOf(dimension);
    for (FacetValue value : answer.choices().offered().getOrDefault(dimension, List.of())) {
      choices.add(
          new ChoiceLink(
              formatName(dimension, value.path(), labels),
              AmountFormat.formatCount(value.count()),
              value.path(),
              value.path().equals(current)));
    }
    if (!current.isEmpty() && choices.stream().noneMatch(ChoiceLink::current)) {
      choices.add(new ChoiceLink(formatName(dimension, current, labels), "0", current, true));
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
        links.page(
            question.withAccount(question.name(), slice).toQueryString().appendTo("/compare")),
        false);
  }

  private <E extends Enum<E>> List<ChoiceLink> buildChoices(
      E[] values, String keyPrefix, Function<E, String> id, E current) {
    return Arrays.stream(values)
        .map(
            value ->
                new ChoiceLink(
                    labels.text(keyPrefix + id.apply(value)),
                    "",
                    id.apply(value),
                    value == current))
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
                        question
                                .withChangeFilter(question.movement().withYear(y))
                                .toQueryString()
                                .appendTo("/compare")
                            + "#table"),
                    y.equals(answer.table().changeYear())))
        .toList();
  }
}
