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
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.ComparisonService;

/** The tool {@code compare}: an account or indicator over agencies and years. */
record ComparisonTool(AssistantServices services) implements AssistantTool {
  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "compare",
          "比较 Compare",
          "One account (amounts in 万元) or one performance indicator (results as printed, with"
              + " their targets; or score rates) of several agencies and years, as rows and years."
              + " For an account one stage, fund and perimeter at a time; the answer"
              + " names them. A cell is stated, computed (a score rate: points scored ÷ points possible,"
              + " not a printed number), disputed (the document gives several"
              + " values and a finding says that one is wrong), ambiguous (it gives several, which"
              + " may mean different things), other_basis (stated only of another fund or"
              + " perimeter, given as basis), denied (said to be none, as quoted), unstated"
              + " (there is a document, but it does not state the value), or uncollected (there is"
              + " no document: not the same as not published).");

  private static final String ACTUAL = "actual";
  private static final String SCORE_RATE = "score_rate";

  /** Maximum number of years, chosen so that a row fits the smallest budget of tokens. */
  private static final int MAX_YEARS = 8;

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Map<String, Object> schema() {
    return new ToolSchemaBuilder()
        .addText("account", "name of the account in Chinese; this or indicator")
        .addText("indicator", "name of a performance indicator in Chinese")
        .addChoice(
            "measure",
            "of an indicator: the result as printed (actual, default) or the points scored in per"
                + " cent of those possible, which is computed (score_rate)",
            List.of(ACTUAL, SCORE_RATE))
        .addDocumentFilters()
        .addChoice("stage", "step of the budget cycle", stages())
        .addChoice("fund", "which money", Stream.of(Fund.values()).map(Fund::label).toList())
        .addChoice(
            "perimeter",
            "how much of the accounts",
            Stream.of(Perimeter.values()).map(Perimeter::label).toList())
        .addChoice(
            "sort",
            "order of rows (region); change and rate are against the year before",
            List.of("region", "value", "value_asc", "change", "change_asc", "rate", "rate_asc"))
        .addPagingArguments()
        .build();
  }

  private static List<String> stages() {
    return Arrays.stream(Stage.values()).map(Stage::label).toList();
  }

  @Override
  public String answer(ToolArguments arguments, ToolCallContext call) {
    return new CoverageAnswerBuilder(services, "rows")
        .buildJson(arguments, (answer, filter) -> compare(answer, filter, arguments, call));
  }

  private void compare(
      ToolAnswerBuilder answer,
      CoverageFilter filter,
      ToolArguments arguments,
      ToolCallContext call) {
    ComparisonService.ComparisonResult compared =
        services
            .comparisons()
            .compare(
                buildParameters(arguments, filter),
                services.labels(),
                new PortalLinks(Language.CHINESE));
    call.throttle().run();
    answer.put(
        "compared", PromptTextSanitizer.clean(compared.name(), AssistantServices.MAX_NAME_LENGTH));
    answer.put("dimensions", compared.slice().isEmpty() ? null : compared.slice());
    answer.put("measure", arguments.text("indicator") == null ? null : measure(arguments));
    answer.put("unit", compared.unit().isEmpty() ? null : compared.unit());
    answer.put("url", call.absoluteAddress(compared.address()));
    List<Integer> years = compared.grid().years();
    answer.put("years", years.subList(Math.max(0, years.size() - MAX_YEARS), years.size()));
    answer.put("earlier_years_left_out", years.size() > MAX_YEARS ? true : null);
    answer.put(
        "began_with_region", compared.startedWith().isEmpty() ? null : compared.startedWith());
    answer.put("total", compared.grid().rows().size());
    answer.addAsManyAsFit(
        compared.grid().rows(),
        PageCursor.parse(arguments),
        row -> {
          call.throttle().run();
          return buildRow(row, years, arguments, call);
        });
  }

  private static String measure(ToolArguments arguments) {
    return arguments.text("measure", ACTUAL);
  }

  private static boolean isScoreRate(ToolArguments arguments) {
    return arguments.text("indicator") != null && measure(arguments).equals(SCORE_RATE);
  }

  private static RequestParameters buildParameters(ToolArguments arguments, CoverageFilter filter) {
    String account = arguments.text("account");
    String indicator = arguments.text("indicator");
    if ((account == null) == (indicator == null)) {
      throw new BadArgumentException("either account or indicator must be given");
    }
    Map<String, List<String>> values = new HashMap<>();
    values.put("kind", List.of(account == null ? "indicator" : "figure"));
    values.put("name", List.of(account == null ? String.valueOf(indicator) : account));
    values.put("region", filter.regions());
    values.put("year", filter.years());
    if (indicator != null) {
      values.put("measure", List.of(isScoreRate(arguments) ? "score" : "actual"));
    } else if (arguments.text("measure") != null) {
      throw new BadArgumentException("measure is of an indicator");
    }
    for (String name : List.of("agency", "category", "stage", "fund", "perimeter", "sort")) {
      values.put(name, List.of(arguments.text(name, "")));
    }
    return new RequestParameters(values);
  }

  private Map<String, @Nullable Object> buildRow(
      ComparisonGrid.Row row, List<Integer> years, ToolArguments arguments, ToolCallContext call) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("region", String.join("/", row.region()));
    Map<String, String> words =
        Map.of("agency", PromptTextSanitizer.clean(row.label(), AssistantServices.MAX_NAME_LENGTH));
    item.put(ToolAnswerBuilder.DOCUMENT_TEXT, words);
    List<Object> cells = new ArrayList<>();
    for (int i = Math.max(0, years.size() - MAX_YEARS); i < years.size(); i++) {
      cells.add(buildCell(row.cells().get(i), years.get(i), arguments, call));
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

  private Map<String, @Nullable Object> buildCell(
      ComparisonGrid.Cell cell, int year, ToolArguments arguments, ToolCallContext call) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("year", year);
    boolean otherBasis = cell.state() == ComparisonGrid.CellState.OTHER_BASIS;
    boolean denied = cell.state() == ComparisonGrid.CellState.DENIED;
    boolean computed = cell.isStated() && isScoreRate(arguments);
    item.put("is", computed ? "computed" : cell.state().id());
    if (cell.isStated() || otherBasis) {
      item.put("value", PromptTextSanitizer.clean(cell.shown(), AssistantServices.MAX_NAME_LENGTH));
    }
    if (!cell.note().isEmpty()) {
      item.put(
          computed ? "score_of_possible" : otherBasis ? "basis" : denied ? "quote" : "target",
          PromptTextSanitizer.clean(cell.note(), AssistantServices.MAX_TITLE_LENGTH));
    }
    if (!cell.address().isEmpty()) {
      item.put("url", call.absoluteAddress(cell.address()));
      String document = cell.sectionId().replaceFirst("/.*", "");
      item.put("sha256", services.findFingerprint(document));
    }
    item.put("page", cell.page() > 0 ? cell.page() : null);
    if (cell.statedValues().size() > 1) {
      item.put(
          "values_that_differ",
          cell.statedValues().stream()
              .map(
                  statedValue ->
                      Map.of(
                          "value",
                          statedValue.shown(),
                          "url",
                          call.absoluteAddress(statedValue.address())))
              .toList());
    }
    return item;
  }
}
