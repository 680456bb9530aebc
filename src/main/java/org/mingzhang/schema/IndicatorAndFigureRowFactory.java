package org.mingzhang.schema;

import static org.mingzhang.schema.RowColumns.joinColumns;
import static org.mingzhang.schema.RowColumns.putIfPresent;
import static org.mingzhang.schema.RowColumns.toLowerCaseName;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.target.TargetDeviation;
import org.mingzhang.target.UndecidedTargetReason;

/**
 * Creates the index rows of indicators (rows of performance forms) and of figures (amounts in the
 * record format).
 */
final class IndicatorAndFigureRowFactory {
  private static final Pattern POINTS = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

  private IndicatorAndFigureRowFactory() {}

  /**
   * Creates the row of an indicator.
   *
   * @param ordinal ordinal of the indicator in the document, from 0
   */
  static Document createIndicatorRow(SharedRowValues shared, Indicator indicator, int ordinal) {
    String id = shared.sectionId(indicator.sectionPath()) + "#i" + ordinal;
    String topic = RowColumns.topicLabel(shared, indicator.sectionPath());
    List<String> path = shared.headingsOf(indicator.sectionPath());
    BigDecimal weight = parsePoints(indicator.weight());
    BigDecimal score = parsePoints(indicator.score());
    String target = indicator.target();
    String rest = joinColumns(indicator.goal(), target, indicator.actual(), indicator.note());
    String above =
        joinColumns(
            indicator.project(), indicator.tableCaption(), indicator.level1(), indicator.level2());
    StoredRow stored =
        shared.createStoredRow(
            id,
            path,
            indicator.level3(),
            topic,
            indicator.page(),
            null,
            columnValues(indicator),
            PageMap.ofPage(indicator.page()));
    TargetDeviation deviation =
        shared.isReadByOcr() ? null : TargetDeviation.compute(indicator).orElse(null);
    return shared
        .createRow(SearchScope.INDICATORS, id, ordinal, topic)
        .addSuggestion(SuggestionKind.INDICATOR, indicator.level3())
        .addFacet(FacetDimension.INDICATOR_LEVEL1, indicator.level1())
        .addFacet(FacetDimension.INDICATOR_LEVEL2, indicator.level2())
        .addFacet(FacetDimension.TARGET_RESULT, toLowerCaseName(indicator.met()))
        .addNumber(NumberField.WEIGHT, weight)
        .addNumber(NumberField.SCORE, score)
        .addNumber(
            NumberField.POINTS_LOST,
            weight == null || score == null ? null : weight.subtract(score))
        .addNumber(NumberField.GAP, deviation == null ? null : deviation.yuan())
        .addNumber(NumberField.GAP_PERCENT, deviation == null ? null : deviation.percent().abs())
        .addWords(WeightedZone.TITLE, indicator.level3())
        .addWords(WeightedZone.PATH, above.replace(SharedRowValues.COLUMN_SEPARATOR, "\n"))
        .addWords(WeightedZone.BODY, rest.replace(SharedRowValues.COLUMN_SEPARATOR, "\n"))
        .addExactText(TextField.NGRAMS, joinColumns(indicator.level3(), above, rest))
        .addExactText(TextField.TITLE_NGRAMS, indicator.level3())
        .addExactText(TextField.DETAIL_NGRAMS, target)
        .build(stored);
  }

  /**
   * Creates the row of a figure.
   *
   * @param ordinal ordinal of the figure in the document, from 0
   */
  static Document createFigureRow(SharedRowValues shared, Figure figure, int ordinal) {
    String id = shared.sectionId(figure.sectionPath()) + "#f" + ordinal;
    String topic = RowColumns.topicLabel(shared, figure.sectionPath());
    List<String> path = shared.headingsOf(figure.sectionPath());
    BigDecimal yuan = figure.yuan().orElse(null);
    Map<String, String> values = new HashMap<>();
    putIfPresent(values, "name", figure.name());
    putIfPresent(values, "item", figure.item());
    putIfPresent(values, "code", figure.code());
    putIfPresent(values, "value", figure.value());
    putIfPresent(values, "unit", figure.unit());
    putIfPresent(values, "quote", figure.quote());
    putIfPresent(values, "year", figure.year() == null ? null : figure.year().toString());
    StoredRow stored =
        shared.createStoredRow(
            id,
            path,
            figure.name(),
            topic,
            figure.page(),
            yuan == null ? null : yuan.toPlainString(),
            values,
            PageMap.ofPage(figure.page()));
    return shared
        .createRow(SearchScope.FIGURES, id, ordinal, topic)
        .addSuggestion(SuggestionKind.PHRASE, figure.name())
        .addFacet(FacetDimension.FIGURE_NAME, figure.name())
        .addNumber(NumberField.AMOUNT, yuan)
        .addWords(
            WeightedZone.TITLE,
            joinColumns(figure.name(), figure.item())
                .replace(SharedRowValues.COLUMN_SEPARATOR, "\n"))
        .addWords(WeightedZone.PATH, String.join("\n", path))
        .addWords(WeightedZone.BODY, figure.quote())
        .addExactText(TextField.NGRAMS, joinColumns(figure.name(), figure.item(), figure.quote()))
        .addExactText(TextField.TITLE_NGRAMS, figure.name())
        .addExactText(TextField.DETAIL_NGRAMS, figure.item())
        .build(stored);
  }

  private static Map<String, String> columnValues(Indicator indicator) {
    Map<String, String> values = new HashMap<>();
    putIfPresent(values, "level1", indicator.level1());
    putIfPresent(values, "level2", indicator.level2());
    putIfPresent(values, "target", indicator.target());
    putIfPresent(values, "actual", indicator.actual());
    putIfPresent(values, "weight", indicator.weight());
    putIfPresent(values, "score", indicator.score());
    putIfPresent(values, "met", toLowerCaseName(indicator.met()));
    putIfPresent(values, "goal", indicator.goal());
    putIfPresent(values, "note", indicator.note());
    putIfPresent(values, "table", indicator.tableCaption());
    putIfPresent(values, "project", indicator.project());
    TargetDeviation.compute(indicator).ifPresent(deviation -> putDeviation(values, deviation));
    UndecidedTargetReason.findReason(indicator)
        .ifPresent(why -> putIfPresent(values, "undecided", why.id()));
    return values;
  }

  private static void putDeviation(Map<String, String> values, TargetDeviation deviation) {
    putIfPresent(values, "deviation", deviation.percent().toPlainString());
    putIfPresent(values, "times", deviation.ratio().toPlainString());
    putIfPresent(values, "way", toLowerCaseName(deviation.betterDirection()));
    putIfPresent(
        values, "gapYuan", deviation.yuan() == null ? null : deviation.yuan().toPlainString());
    putIfPresent(values, "gapPercent", deviation.percent().abs().toPlainString());
  }

  private static @Nullable BigDecimal parsePoints(@Nullable String printed) {
    if (printed == null) {
      return null;
    }
    Matcher number = POINTS.matcher(printed.replace("分", "").strip());
    return number.matches() ? new BigDecimal(number.group()) : null;
  }
}
