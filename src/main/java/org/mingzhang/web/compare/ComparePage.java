package org.mingzhang.web.compare;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest.Sort;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.RegionLookup;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.ChoiceLink;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.SearchPort;

/**
 * One account, indicator or topic over agencies and years: {@code /compare}, {@link
 * ComparisonRequest}.
 */
public final class ComparePage implements Handler {
  /** Maximum number of rows on the page; exports have all. */
  private static final int MAX_ROWS = 60;

  /** Maximum number of accounts that are offered because they have the name as an item. */
  private static final int MAX_ACCOUNTS_WITH_ITEM = 4;

  private final PageRenderer pages;
  private final SearchPort search;
  private final DocumentCatalog catalog;
  private final ComparisonReader comparisonReader;
  private final ComparableNameFinder nameFinder;

  /**
   * Creates an instance that compares values of an index.
   *
   * @param preferredNames accounts that are offered before others
   */
  public ComparePage(
      PageRenderer pages, SearchPort search, DocumentCatalog catalog, List<String> preferredNames) {
    this.pages = pages;
    this.search = search;
    this.catalog = catalog;
    this.comparisonReader = new ComparisonReader(search, catalog);
    this.nameFinder = new ComparableNameFinder(search, preferredNames);
  }

  @Override
  public void handle(Context ctx) {
    Labels labels = pages.labels(ctx);
    PortalLinks links = pages.links(ctx);
    ResolvedComparison resolved = resolveRequest(ctx);
    ComparisonAnswer whole = comparisonReader.compare(resolved.question(), labels, links);
    ComparisonAnswer comparison = whole.withFirstRows(MAX_ROWS);
    ComparisonRequest question = comparison.question();
    List<String> statements = ComparisonSentenceBuilder.build(comparison, labels);
    Map<String, Object> model = new HashMap<>();
    model.putAll(
        new ComparisonChoiceBuilder(nameFinder, catalog, labels, links).buildModel(question));
    model.put("question", question);
    model.put("name", titleOf(question, labels));
    model.put("grid", comparison.grid());
    model.put("unit", comparison.unit());
    model.put("rowCount", whole.grid().rows().size());
    model.put("statements", statements);
    AmountComparer.AmountComparison amounts = comparison.amounts();
    model.put("amounts", amounts != null);
    if (amounts != null) {
      model.putAll(new AmountControls(amounts, labels, links).buildModel());
    }
    model.putAll(buildChartModel(comparison, statements, labels, links));
    model.put("unknownPlace", resolved.unknownPlace());
    Integer otherYear = findYearWithoutChanges(resolved.question(), amounts);
    model.put("yearWithoutChanges", otherYear == null ? "" : otherYear.toString());
    model.put(
        "startedWith",
        comparison.startedWith().isEmpty()
            ? ""
            : RegionLookup.joinLastTwoNames(comparison.startedWith()));
    model.put(
        "actualAddress",
        question.measure() == ComparisonMeasure.SCORE
            ? links.page(
                question
                    .toQueryString()
                    .add("measure", ComparisonMeasure.ACTUAL.id())
                    .appendTo("/compare"))
            : "");
    model.put("asItem", findAccountsWithItem(question, labels, links));
    model.put("listAddress", links.search(listSearch(question)));
    String state = question.toQueryString().toString();
    model.put("state", state);
    pages.show(
        ctx,
        "compare/compare",
        PageHead.of(
            labels.text("compare.title", displayName(question, labels)), "/compare?" + state),
        model);
  }

  /**
   * Accounts of which documents list the compared name as an item, as tables of economic
   * classifications list 会议费 below 公用经费; empty for other subjects and if an item is chosen.
   */
  private List<ChoiceLink> findAccountsWithItem(
      ComparisonRequest question, Labels labels, PortalLinks links) {
    if (question.subject() != ComparisonSubject.FIGURE
        || question.name().isEmpty()
        || !question.slice().item().isEmpty()) {
      return List.of();
    }
    SearchUrl searchUrl =
        SearchUrl.of("", SearchScope.FACTS)
            .withToggled(FacetDimension.ITEM, question.name())
            .withToggled(FacetDimension.FACT_KIND, Fact.Kind.AMOUNT.id());
    AccountSlice slice = new AccountSlice(question.name(), "", "", "");
    return search
        .search(searchUrl.withSize(1).request())
        .facets()
        .getOrDefault(FacetDimension.ACCOUNT, List.of())
        .stream()
        .limit(MAX_ACCOUNTS_WITH_ITEM)
        .map(
            account ->
                new ChoiceLink(
                    labels.text("compare.item.of", labels.account(account.path()), question.name()),
                    AmountFormat.formatCount(account.count()),
                    links.page(question.withAccount(account.path(), slice).address()),
                    false))
        .toList();
  }

  private static SearchUrl listSearch(ComparisonRequest question) {
    return switch (question.subject()) {
      case FIGURE -> question.searchUrl().withSort(Sort.AMOUNT);
      case INDICATOR -> question.searchUrl().withSort(Sort.SCORE_ASC);
      case TOPIC -> question.searchUrl();
    };
  }

  /** Name of what is compared, in the language of the page. */
  static String displayName(ComparisonRequest question, Labels labels) {
    return switch (question.subject()) {
      case TOPIC -> labels.topic(question.name());
      case FIGURE -> labels.account(question.name());
      case INDICATOR -> question.name();
    };
  }

  /**
   * Name of what is compared; for scores with the measure, since a percentage without it could also
   * be a result.
   */
  static String titleOf(ComparisonRequest question, Labels labels) {
    return question.measure() == ComparisonMeasure.SCORE
        ? displayNameWithMeasure(question, labels)
        : displayName(question, labels);
  }

  /** Name of what is compared; for an indicator with the measure. */
  private static String displayNameWithMeasure(ComparisonRequest question, Labels labels) {
    String name = displayName(question, labels);
    return question.subject() == ComparisonSubject.INDICATOR
        ? name + " " + labels.text("compare.measure." + question.measure().id())
        : name;
  }

  private ResolvedComparison resolveRequest(Context ctx) {
    return ResolvedComparison.decode(PageRenderer.parameters(ctx), search, catalog, nameFinder);
  }

  private static Map<String, Object> buildChartModel(
      ComparisonAnswer comparison, List<String> statements, Labels labels, PortalLinks links) {
    ComparisonRequest question = comparison.question();
    ComparisonChart picture = ComparisonChart.draw(comparison, String.join("", statements), labels);
    List<ChoiceLink> charts = new ArrayList<>();
    for (ChartStyle chart : ChartStyle.values()) {
      charts.add(
          new ChoiceLink(
              labels.text("compare.chart." + chart.id()),
              "",
              links.page(question.withChart(chart, null).address() + "#chart"),
              chart == picture.chart()));
    }
    List<ChoiceLink> at = new ArrayList<>();
    List<Integer> years = comparison.grid().years();
    for (int i = 0; picture.column() >= 0 && years.size() > 1 && i < years.size(); i++) {
      ComparisonRequest other = question.withChart(ChartStyle.BARS, years.get(i));
      at.add(
          new ChoiceLink(
              years.get(i).toString(),
              "",
              links.page(other.address() + "#chart"),
              i == picture.column()));
    }
    return Map.of("picture", picture, "charts", charts, "chartYears", at);
  }

  /** Sends {@code /compare.svg}: the chart alone, as a download. */
  public void sendChart(Context ctx) {
    Labels labels = pages.labels(ctx);
    ComparisonAnswer comparison =
        comparisonReader
            .compare(resolveRequest(ctx).question(), labels, pages.links(ctx))
            .withFirstRows(MAX_ROWS);
    String words = String.join("", ComparisonSentenceBuilder.build(comparison, labels));
    ctx.header("Content-Disposition", "attachment; filename=\"compare.svg\"");
    ctx.contentType("image/svg+xml").result(ComparisonChart.draw(comparison, words, labels).svg());
  }

  /**
   * The values of a comparison as rows for files and programs.
   *
   * @param table a header, then a row for each agency with a value or null for each year
   * @param values a header and a row for each value: of an account with its dimensions, of other
   *     subjects with its unit and target
   */
  public record ComparisonRows(
      List<List<@Nullable Object>> table, List<List<@Nullable Object>> values) {}

  /** The year of the requested changes if no row has a change in that year; otherwise null. */
  private static @Nullable Integer findYearWithoutChanges(
      ComparisonRequest requested, AmountComparer.@Nullable AmountComparison amounts) {
    Integer year = requested.movement().year();
    return amounts == null || amounts.table().yearsWithChange().contains(year) ? null : year;
  }

  /**
   * Returns the table of the page and every value with its place.
   *
   * @throws BadParameterException if no row has a change in the year of the requested changes
   */
  public ComparisonRows buildRows(Context ctx) {
    Labels labels = pages.labels(ctx);
    ComparisonRequest requested = resolveRequest(ctx).question();
    requireOfferedMeasure(requested.subject(), ctx);
    ComparisonAnswer comparison = comparisonReader.compare(requested, labels, pages.links(ctx));
    AmountComparer.AmountComparison amounts = comparison.amounts();
    Integer otherYear = findYearWithoutChanges(requested, amounts);
    if (amounts != null && otherYear != null) {
      throw new BadParameterException(
          "moved_in",
          otherYear.toString(),
          amounts.table().yearsWithChange().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    }
    String origin = pages.origin(ctx);
    return new ComparisonRows(
        buildTable(comparison, labels),
        amounts == null
            ? buildValueRows(comparison, origin)
            : new AmountExportRows(amounts, origin).buildRows());
  }

  private static List<List<@Nullable Object>> buildValueRows(
      ComparisonAnswer comparison, String origin) {
    ComparisonRequest question = comparison.question();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String note = question.measure() == ComparisonMeasure.SCORE ? "score" : "target";
    rows.add(
        List.of("region", "agency", "name", "year", "state", "value", "unit", note, "page", "url"));
    for (ComparisonGrid.Row row : comparison.grid().rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        ComparisonGrid.Cell cell = row.cells().get(i);
        rows.add(
            Arrays.asList(
                String.join("/", row.region()),
                row.label(),
                question.name(),
                comparison.grid().years().get(i),
                cell.state().id(),
                numberOrText(cell),
                cell.value() == null ? null : comparison.unit(),
                cell.note().isEmpty() ? null : cell.note(),
                cell.page() == 0 ? null : cell.page(),
                cell.hasValue() ? origin + cell.address() : null));
      }
    }
    return rows;
  }

  /** The number of a cell; its text if it has none, null if it has neither. */
  private static @Nullable Object numberOrText(ComparisonGrid.Cell cell) {
    return cell.value() != null ? cell.value() : cell.isStated() ? cell.shown() : null;
  }

  /** Rejects a measure in the address that is not offered for the subject. */
  private static void requireOfferedMeasure(ComparisonSubject subject, Context ctx) {
    String measure = PageRenderer.parameters(ctx).text("measure", "");
    List<String> offered = subject.measures().stream().map(ComparisonMeasure::id).toList();
    if (!measure.isEmpty() && !offered.contains(measure)) {
      throw new BadParameterException("measure", measure, String.join(", ", offered));
    }
  }

  private static List<List<@Nullable Object>> buildTable(
      ComparisonAnswer comparison, Labels labels) {
    String name = displayNameWithMeasure(comparison.question(), labels);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> head = new ArrayList<>();
    String slice = comparison.question().slice().describe(labels);
    String about = comparison.unit() + (slice.isEmpty() ? "" : "; " + slice);
    head.add(about.isEmpty() ? name : name + " (" + about + ")");
    head.addAll(comparison.grid().years());
    rows.add(head);
    for (ComparisonGrid.Row row : comparison.grid().rows()) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(row.label());
      row.cells().forEach(cell -> cells.add(numberOrText(cell)));
      rows.add(cells);
    }
    return rows;
  }
}
