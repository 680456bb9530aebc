package org.mingzhang.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores of tables, indicators, figures and findings compared with the gold record.
 *
 * @param tables tables found by title; nothing is counted if the gold record has none with sample
 *     rows
 * @param sampleRows sample rows, of the tables that were found, of which all cells are right
 * @param indicators indicators whose name, target and result are right
 * @param indicatorNames indicators whose name is right
 * @param rightLevelCount number of those of {@code indicatorNames} whose two upper levels are right
 *     too
 * @param figures figures found; only recall is meaningful, as the gold record lists main figures
 *     only
 * @param findings findings; {@code hitCount} counts findings of the gold record that were found,
 *     except optional ones and those of low severity
 * @param overlappingFindingCount number of findings whose quote overlaps one of the gold record
 */
public record RowScores(
    MatchCounts tables,
    MatchCounts sampleRows,
    MatchCounts indicators,
    MatchCounts indicatorNames,
    int rightLevelCount,
    MatchCounts figures,
    MatchCounts findings,
    int overlappingFindingCount) {
  private static final double MIN_QUOTE_OVERLAP = 0.6;
  private static final Map<String, Integer> POWER_OF_TEN_BY_UNIT =
      Map.of("元", 0, "千元", 3, "万元", 4, "百万元", 6, "亿元", 8);
  private static final int DEFAULT_POWER_OF_TEN = 4;

  static RowScores evaluate(JsonNode record, JsonNode gold) {
    List<JsonNode> tables = GoldAlignment.elements(record, "tables");
    List<JsonNode> wantedTables =
        GoldAlignment.elements(gold, "tables").stream().filter(t -> t.has("sample_rows")).toList();
    List<GoldAlignment.Pair> tablePairs =
        GoldAlignment.alignGreedily(
            tables, wantedTables, (f, w) -> TextEquivalence.areSimilar(f, w, "title"));
    List<JsonNode> rows = GoldAlignment.elements(record, "indicators");
    List<JsonNode> wantedRows = GoldAlignment.elements(gold, "indicators");
    List<GoldAlignment.Pair> named =
        GoldAlignment.alignGreedily(
            rows, wantedRows, (f, w) -> TextEquivalence.areSimilar(f, w, "level3"));
    int full = GoldAlignment.alignGreedily(rows, wantedRows, RowScores::haveSameRow).size();
    long rightLevels =
        named.stream()
            .filter(p -> haveSameLevels(rows.get(p.foundIndex()), wantedRows.get(p.wantedIndex())))
            .count();
    List<JsonNode> findings = GoldAlignment.elements(record, "findings");
    List<JsonNode> wantedFindings = GoldAlignment.elements(gold, "findings");
    return new RowScores(
        wantedTables.isEmpty()
            ? MatchCounts.NONE
            : new MatchCounts(tablePairs.size(), tables.size(), wantedTables.size()),
        countFoundSampleRows(tables, wantedTables, tablePairs),
        new MatchCounts(full, rows.size(), wantedRows.size()),
        new MatchCounts(named.size(), rows.size(), wantedRows.size()),
        (int) rightLevels,
        scoreFigures(
            GoldAlignment.elements(record, "figures"), GoldAlignment.elements(gold, "figures")),
        scoreFindings(findings, wantedFindings),
        (int)
            findings.stream()
                .filter(f -> wantedFindings.stream().anyMatch(w -> haveSameQuote(f, w)))
                .count());
  }

  private static boolean haveSameRow(JsonNode found, JsonNode wanted) {
    return TextEquivalence.areSimilar(found, wanted, "level3")
        && TextEquivalence.areSame(found, wanted, "target")
        && TextEquivalence.areSame(found, wanted, "actual");
  }

  private static boolean haveSameLevels(JsonNode found, JsonNode wanted) {
    return TextEquivalence.areSame(found, wanted, "level1")
        && TextEquivalence.areSame(found, wanted, "level2");
  }

  /** Counts the sample rows of the gold tables, and how many of them were found. */
  private static MatchCounts countFoundSampleRows(
      List<JsonNode> found, List<JsonNode> wanted, List<GoldAlignment.Pair> pairs) {
    int all = 0;
    int right = 0;
    for (GoldAlignment.Pair pair : pairs) {
      Set<List<String>> rows = new HashSet<>();
      found.get(pair.foundIndex()).path("rows").forEach(row -> rows.add(cellTexts(row)));
      for (JsonNode sample : wanted.get(pair.wantedIndex()).path("sample_rows")) {
        all++;
        right += rows.contains(cellTexts(sample)) ? 1 : 0;
      }
    }
    return new MatchCounts(right, all, all);
  }

  private static List<String> cellTexts(JsonNode row) {
    List<String> cells = new ArrayList<>();
    for (JsonNode cell : row) {
      String plain = cell.isNull() ? "" : TextEquivalence.normalize(cell.asText());
      if (!plain.isEmpty()) {
        cells.add(plain);
      }
    }
    return cells;
  }

  private static MatchCounts scoreFigures(List<JsonNode> found, List<JsonNode> wanted) {
    List<JsonNode> must = wanted.stream().filter(w -> !w.path("optional").asBoolean()).toList();
    int hit = GoldAlignment.alignGreedily(found, must, RowScores::haveSameFigure).size();
    return new MatchCounts(hit, found.size(), must.size());
  }

  private static boolean haveSameFigure(JsonNode found, JsonNode wanted) {
    if (toYuan(found).compareTo(toYuan(wanted)) != 0) {
      return false;
    }
    int year = wanted.path("year").asInt();
    int foundYear = found.path("year").asInt();
    if (year != 0 && foundYear != 0 && year != foundYear) {
      return false;
    }
    String name = TextEquivalence.normalize(wanted, "name");
    String foundName = TextEquivalence.normalize(found, "name");
    if (!wanted.path("item").asText("").isEmpty() && !wanted.path("item").isNull()) {
      return name.equals(foundName)
          && TextEquivalence.areSimilar(
              lastLevelName(found.path("item")), lastLevelName(wanted.path("item")));
    }
    return TextEquivalence.areSimilar(foundName, name)
        || foundName.contains(name)
        || name.contains(foundName);
  }

  private static String lastLevelName(JsonNode item) {
    String text = item.isNull() ? "" : item.asText();
    return TextEquivalence.normalize(text.substring(text.lastIndexOf('/') + 1));
  }

  private static BigDecimal toYuan(JsonNode figure) {
    String unit = figure.path("unit").asText("万元");
    int power = POWER_OF_TEN_BY_UNIT.getOrDefault(unit, DEFAULT_POWER_OF_TEN);
    try {
      return new BigDecimal(figure.path("value").asText().replace(",", ""))
          .scaleByPowerOfTen(power);
    } catch (NumberFormatException notANumber) {
      return BigDecimal.valueOf(Long.MIN_VALUE);
    }
  }

  private static MatchCounts scoreFindings(List<JsonNode> found, List<JsonNode> wanted) {
    int hit = 0;
    int must = 0;
    Set<Integer> matched = new HashSet<>();
    GoldAlignment.alignGreedily(found, wanted, RowScores::haveSameQuote)
        .forEach(p -> matched.add(p.wantedIndex()));
    for (int j = 0; j < wanted.size(); j++) {
      String severity = wanted.get(j).path("severity").asText();
      boolean free =
          wanted.get(j).path("optional").asBoolean()
              || severity.equals("rounding")
              || severity.equals("low-confidence");
      must += free ? 0 : 1;
      hit += !free && matched.contains(j) ? 1 : 0;
    }
    return new MatchCounts(hit, found.size(), must);
  }

  private static boolean haveSameQuote(JsonNode found, JsonNode wanted) {
    return TextEquivalence.overlap(
            TextEquivalence.normalize(found, "quote"), TextEquivalence.normalize(wanted, "quote"))
        >= MIN_QUOTE_OVERLAP;
  }
}
