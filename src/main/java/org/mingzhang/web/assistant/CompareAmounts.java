package org.mingzhang.web.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.IndexedPlace;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.Comparisons;

/** Compares an account or indicator over agencies and years. */
record CompareAmounts(AssistantSources library) implements AssistantTool {
  private static final ToolWords WORDS =
      new ToolWords(
          "compare",
          "比较 Compare",
          "One account (amounts in 万元) or one performance indicator of several agencies and years,"
              + " as rows and years. One stage, fund and perimeter at a time; what was chosen is"
              + " said. A cell is stated, disputed (the document gives two values), unstated (a"
              + " document is kept and does not say), or uncollected (no document is kept: not the"
              + " same as not published).");

  private static final int MOST_SAID = 3;

  /** A row must fit the smallest budget. */
  private static final int MOST_YEARS = 8;

  @Override
  public ToolWords words() {
    return WORDS;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchema()
        .text("account", "name of the account in Chinese; this or indicator")
        .text("indicator", "name of a performance indicator in Chinese")
        .whose()
        .choice("stage", "step of the budget cycle", stages())
        .choice("fund", "which money", Stream.of(Fund.values()).map(Fund::label).toList())
        .choice(
            "perimeter",
            "how much of the accounts",
            Stream.of(Perimeter.values()).map(Perimeter::label).toList())
        .choice(
            "sort",
            "order of rows (region); change and rate are against the year before",
            List.of("region", "value", "value_asc", "change", "change_asc", "rate", "rate_asc"))
        .paged()
        .build();
  }

  private static List<String> stages() {
    return Arrays.stream(Stage.values()).map(Stage::label).toList();
  }

  @Override
  public String answer(Arguments arguments, CallContext asking) {
    return new KeptAnswer(library, "rows")
        .of(arguments, (answer, kept) -> compare(answer, kept, arguments, asking));
  }

  private void compare(
      ToolAnswer answer, KeptCoverage kept, Arguments arguments, CallContext asking) {
    Comparisons.Answer compared =
        library
            .comparisons()
            .of(parameters(arguments, kept), library.labels(), new Links(Language.CHINESE));
    asking.pace().run();
    answer.put("compared", DocumentText.clean(compared.name(), AssistantSources.LONGEST_NAME));
    answer.put("dimensions", compared.slice().isEmpty() ? null : compared.slice());
    answer.put("unit", compared.unit().isEmpty() ? null : compared.unit());
    answer.put("url", asking.link(compared.address()));
    List<Integer> years = compared.grid().years();
    answer.put("years", years.subList(Math.max(0, years.size() - MOST_YEARS), years.size()));
    answer.put("earlier_years_left_out", years.size() > MOST_YEARS ? true : null);
    answer.put(
        "began_with_region", compared.startedWith().isEmpty() ? null : compared.startedWith());
    answer.put("total", compared.grid().rows().size());
    answer.list(
        compared.grid().rows(),
        PageCursor.of(arguments),
        row -> {
          asking.pace().run();
          return row(row, years, asking);
        });
  }

  private static Parameters parameters(Arguments arguments, KeptCoverage kept) {
    String account = arguments.text("account");
    String indicator = arguments.text("indicator");
    if ((account == null) == (indicator == null)) {
      throw new BadArgumentException("either account or indicator must be named");
    }
    Map<String, List<String>> values = new HashMap<>();
    values.put("kind", List.of(account == null ? "indicator" : "figure"));
    values.put("name", List.of(account == null ? String.valueOf(indicator) : account));
    values.put("region", kept.regions());
    values.put("year", kept.years());
    for (String name : List.of("agency", "category", "stage", "fund", "perimeter", "sort")) {
      values.put(name, List.of(arguments.text(name, "")));
    }
    return new Parameters(values);
  }

  private Map<String, @Nullable Object> row(
      ComparisonGrid.Row row, List<Integer> years, CallContext asking) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("region", String.join("/", row.region()));
    Map<String, String> words =
        Map.of("agency", DocumentText.clean(row.label(), AssistantSources.LONGEST_NAME));
    item.put(ToolAnswer.DOCUMENT_TEXT, words);
    List<Object> cells = new ArrayList<>();
    for (int i = Math.max(0, years.size() - MOST_YEARS); i < years.size(); i++) {
      cells.add(cell(row.cells().get(i), years.get(i), asking));
    }
    item.put("cells", cells);
    var change = row.change();
    if (change != null) {
      item.put("change_wan_yuan", change.amount());
      item.put("change_rate", change.rate());
      item.put("change_is", change.origin().name().toLowerCase(Locale.ROOT));
    }
    return item;
  }

  private Map<String, @Nullable Object> cell(
      ComparisonGrid.Cell cell, int year, CallContext asking) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("year", year);
    item.put("is", cell.state().id());
    if (cell.state() == ComparisonGrid.State.STATED) {
      item.put("value", DocumentText.clean(cell.shown(), AssistantSources.LONGEST_NAME));
    }
    if (!cell.address().isEmpty()) {
      item.put("url", asking.link(cell.address()));
      String document = cell.place().replaceFirst("/.*", "");
      item.put("sha256", library.fingerprint(document));
    }
    if (!cell.statedValues().isEmpty()) {
      List<IndexedPlace> places = cell.statedValues().getFirst().fact().places();
      item.put("page", places.isEmpty() ? null : places.getFirst().page());
    }
    if (cell.statedValues().size() > 1) {
      item.put(
          "values_that_differ",
          cell.statedValues().stream()
              .limit(MOST_SAID)
              .map(said -> Map.of("value", said.shown(), "url", asking.link(said.address())))
              .toList());
    }
    return item;
  }
}
