package org.mingzhang.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.text.TsvResource;

/**
 * Counts of right, wrong and missing headline facts of a record compared with a table made by hand,
 * by the measure of the evaluation script that comes with the table.
 *
 * @param rightCount number of amounts of the table that the record has
 * @param wrongCount number of amounts with only other values or an undisputed second one
 * @param missingCount number of amounts for which the record has no value
 * @param disputedCount number of right amounts for which the record has several values, marked as
 *     disputed
 */
public record HeadlineScore(int rightCount, int wrongCount, int missingCount, int disputedCount) {
  /** The score of no facts. */
  public static final HeadlineScore NONE = new HeadlineScore(0, 0, 0, 0);

  /** Rounding tolerance in 元: half a unit of the second decimal in 万元 (50 元), and one 分. */
  private static final BigDecimal TOLERANCE_YUAN = new BigDecimal("50.01");

  private static final List<List<String>> RULES =
      TsvResource.readRows(HeadlineScore.class, "headline-comparison.tsv", 3);

  /** Words of accounts that are compared without their fund. */
  private static final Set<String> WORDS_OF_ANY_FUND = readRules("any-fund").keySet();

  private static final Set<String> EXCLUDED_ACCOUNTS = readRules("excluded").keySet();
  private static final Map<String, String> ACCOUNT_SYNONYMS = readRules("account");
  private static final Map<String, String> STAGES = readRules("stage");

  private static Map<String, String> readRules(String kind) {
    return RULES.stream()
        .filter(cells -> cells.get(0).equals(kind))
        .collect(Collectors.toMap(cells -> cells.get(1), cells -> cells.get(2)));
  }

  /** What identifies a headline amount in the gold table: all cells but the value. */
  private record AmountKey(String account, String stage, int year, String fund) {}

  /**
   * One gold amount of a document, as a row of the table of headline amounts.
   *
   * @param cells account, stage, year, fund and value in 元
   */
  public record HeadlineRow(List<String> cells) {}

  /**
   * Compares the facts of a record with the gold amounts of its document.
   *
   * @throws NumberFormatException if year or value of a row is not a number
   */
  public static HeadlineScore evaluate(JsonNode record, List<HeadlineRow> headlineRows) {
    Map<AmountKey, Set<BigDecimal>> wanted = new LinkedHashMap<>();
    for (HeadlineRow headlineRow : headlineRows) {
      List<String> cells = headlineRow.cells();
      if (!EXCLUDED_ACCOUNTS.contains(cells.get(0))) {
        boolean anyFund = WORDS_OF_ANY_FUND.stream().anyMatch(cells.get(0)::contains);
        String fund = anyFund ? "" : cells.get(3);
        AmountKey amountKey =
            new AmountKey(
                normalizeName(cells.get(0)),
                normalizeStage(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                fund);
        wanted.computeIfAbsent(amountKey, k -> new HashSet<>()).add(new BigDecimal(cells.get(4)));
      }
    }
    HeadlineScore sum = NONE;
    for (Map.Entry<AmountKey, Set<BigDecimal>> entry : wanted.entrySet()) {
      sum = sum.plus(score(record, entry.getKey(), entry.getValue()));
    }
    return sum;
  }

  private static HeadlineScore score(JsonNode record, AmountKey amountKey, Set<BigDecimal> values) {
    boolean change = amountKey.stage().equals("增减");
    List<JsonNode> members = new ArrayList<>();
    for (JsonNode fact : record.path("facts")) {
      if (matches(fact, amountKey, change)) {
        members.add(fact);
      }
    }
    Set<String> funds = new HashSet<>();
    members.forEach(f -> funds.add(f.path("fund").asText()));
    if (!amountKey.fund().isEmpty() && funds.size() > 1) {
      members.removeIf(f -> !f.path("fund").asText().equals(amountKey.fund()));
    }
    List<JsonNode> good = members.stream().filter(f -> hasValue(f, values)).toList();
    List<JsonNode> read = change ? good : members;
    if (read.isEmpty()) {
      return new HeadlineScore(0, 0, 1, 0);
    }
    boolean disputed = read.stream().anyMatch(f -> f.path("disputed").asBoolean());
    boolean right = !good.isEmpty() && (read.size() == good.size() || disputed);
    return new HeadlineScore(right ? 1 : 0, right ? 0 : 1, 0, right && disputed ? 1 : 0);
  }

  private static boolean matches(JsonNode fact, AmountKey amountKey, boolean isChange) {
    String kind = fact.path("kind").asText("amount");
    return fact.path("item").asText("").isEmpty()
        && normalizeName(fact.path("account").asText()).equals(amountKey.account())
        && fact.path("year").asInt() == amountKey.year()
        && (isChange
            ? kind.equals("change")
            : kind.equals("amount")
                && normalizeStage(fact.path("stage").asText()).equals(amountKey.stage()));
  }

  private static boolean hasValue(JsonNode fact, Set<BigDecimal> values) {
    BigDecimal yuan = new BigDecimal(fact.path("yuan").asText("0"));
    return values.stream().anyMatch(v -> v.subtract(yuan).abs().compareTo(TOLERANCE_YUAN) <= 0);
  }

  private static String normalizeName(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s“”\"'《》]", "");
    return ACCOUNT_SYNONYMS.getOrDefault(plain, plain);
  }

  private static String normalizeStage(String stage) {
    return STAGES.getOrDefault(stage, stage);
  }

  /** The sum of two scores. */
  public HeadlineScore plus(HeadlineScore other) {
    return new HeadlineScore(
        rightCount + other.rightCount,
        wrongCount + other.wrongCount,
        missingCount + other.missingCount,
        disputedCount + other.disputedCount);
  }

  public String formatLine(String name) {
    int all = Math.max(1, rightCount + wrongCount + missingCount);
    return String.format(
        Locale.ROOT,
        "%-44s headline facts: right %d of %d = %.3f, wrong %d, missing %d, disputed %d",
        name,
        rightCount,
        rightCount + wrongCount + missingCount,
        (double) rightCount / all,
        wrongCount,
        missingCount,
        disputedCount);
  }
}
