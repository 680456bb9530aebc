package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The numbers of an invented final account, all of which agree: amounts in 万元, exact to 0.01 万元 or
 * to 0.01 元, rates in per cent with the document's own number of decimals. Every number has the
 * name that wordings use.
 */
final class InventedAccount {
  private final Random random;
  private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();
  private final int decimals;
  private final int scale;

  InventedAccount(Random random) {
    this(random, false);
  }

  /**
   * Invents the numbers.
   *
   * @param fine whether amounts have cents of 元, so that those in 万元 are rounded and add up but for
   *     the last digit
   */
  InventedAccount(Random random, boolean fine) {
    this.random = random;
    this.scale = fine ? 6 : 2;
    this.decimals = random.nextInt(4) == 0 ? 1 : 2;
    words.put("year", "2024");
    words.put("before", "2023");
    words.put("agency", "样本市测试区档案局");
    inventSpending();
    inventTotals();
    inventBudgets();
    inventThreePublic();
    inventProcurement();
    inventPerformance();
    inventCounts();
  }

  private BigDecimal randomAmount(int least, int most) {
    long unit = scale == 2 ? 100L : 1_000_000L;
    return BigDecimal.valueOf(random.nextLong(least * unit, most * unit), scale);
  }

  private BigDecimal putAmount(String name, BigDecimal value) {
    amounts.put(name, value);
    return value;
  }

  /** An amount in 万元. */
  BigDecimal amount(String name) {
    return Objects.requireNonNull(amounts.get(name), name);
  }

  private BigDecimal sumOf(String... names) {
    BigDecimal sum = BigDecimal.ZERO.setScale(scale);
    for (String name : names) {
      sum = sum.add(amount(name));
    }
    return sum;
  }

  private void inventSpending() {
    putAmount("salaries", randomAmount(300, 600));
    putAmount("retired", randomAmount(10, 40));
    putAmount("office1", randomAmount(20, 60));
    putAmount("office2", randomAmount(5, 20));
    putAmount("staff", sumOf("salaries", "retired"));
    putAmount("office", sumOf("office1", "office2"));
    putAmount("generalBasic", sumOf("staff", "office"));
    putAmount("c208", randomAmount(30, 60));
    putAmount("c210", randomAmount(10, 30));
    putAmount("c221", randomAmount(30, 60));
    putAmount("run", amount("generalBasic").subtract(sumOf("c208", "c210", "c221")));
    putAmount("works0", randomAmount(100, 300));
    putAmount("other", randomAmount(5, 40));
    putAmount("c201", sumOf("run", "works0"));
    putAmount("general", sumOf("c201", "c208", "c210", "c221"));
    putAmount("basic", amount("generalBasic"));
    putAmount("project", sumOf("works0", "other"));
    putAmount("spent", sumOf("basic", "project"));
    for (String part : new String[] {"201", "208", "210", "221"}) {
      putRate("s" + part, amount("c" + part), amount("general"));
    }
    putRate("basicShare", amount("basic"), amount("spent"));
    putRate("projectShare", amount("project"), amount("spent"));
    putRate("generalShare", amount("general"), amount("spent"));
    putRate("staffShare", amount("staff"), amount("generalBasic"));
    putRate("officeShare", amount("office"), amount("generalBasic"));
  }

  private void inventTotals() {
    putAmount("carriedIn", randomAmount(10, 30));
    putAmount("carriedOut", randomAmount(1, 9));
    putAmount("fiscal", amount("general").subtract(amount("carriedIn")).add(amount("carriedOut")));
    putAmount("income", sumOf("fiscal", "other"));
    putAmount("total", sumOf("income", "carriedIn"));
    putAmount("fiscalTotal", sumOf("fiscal", "carriedIn"));
    putRate("fiscalShare", amount("fiscal"), amount("income"));
    putRate("otherShare", amount("other"), amount("income"));
    putChange("total", "up", "grow", "total");
    putChange("fiscalTotal", "fup", "fgrow", "fiscal");
    putChange("general", "gup", "ggrow", "general");
    putChange("spent", "sup", "sgrow", "spent");
    putRate("restShare", amount("other"), amount("spent"));
    for (String item : new String[] {"run", "works0", "c208", "c210", "c221"}) {
      putLastYear(item);
    }
    putAmount("operating", amount("office"));
    putChange("operating", "oup", "ogrow", "operating");
  }

  /** A change of up to a third against the year before, its direction in words. */
  private void putChange(String of, String up, String grow, String name) {
    boolean rises = random.nextBoolean();
    BigDecimal change =
        amount(of)
            .multiply(BigDecimal.valueOf(random.nextInt(3, 33)))
            .movePointLeft(2)
            .setScale(scale, RoundingMode.HALF_UP);
    putAmount(name + "Change", change);
    BigDecimal before = rises ? amount(of).subtract(change) : amount(of).add(change);
    putAmount(name + "Before", before);
    putRate(name + "Rate", change, before);
    words.put(up, rises ? "增加" : "减少");
    String[] growth = rises ? new String[] {"增长", "上升"} : new String[] {"下降", "降低"};
    words.put(grow, growth[random.nextInt(2)]);
    if (name.equals("total")) {
      putAmount("beforeTotal", before);
    }
  }

  /** What an item was in the year before, with the change in words. */
  private void putLastYear(String item) {
    putChange(item, item + "Up", item + "Grow", item);
    putAmount(item + "Last", amount(item + "Before"));
    putAmount(item + "Diff", amount(item + "Change"));
    words.put(item + "DiffRate", Objects.requireNonNull(words.get(item + "Rate")));
  }

  private void inventBudgets() {
    BigDecimal lead = BigDecimal.ZERO.setScale(scale);
    for (String item : new String[] {"run", "works0", "c208", "c210", "c221"}) {
      BigDecimal result = amount(item);
      int kind = random.nextInt(4);
      BigDecimal budget =
          kind == 0
              ? result
              : result
                  .multiply(BigDecimal.valueOf(random.nextInt(60, 140)))
                  .movePointLeft(2)
                  .setScale(scale, RoundingMode.HALF_UP);
      putAmount(item + "Budget", budget);
      putRate(item + "Done", result, budget);
      int than = result.compareTo(budget);
      words.put(item + "Than", than > 0 ? "大于" : than < 0 ? "小于" : "等于");
      lead = lead.add(budget);
    }
    putAmount("budget", lead);
    putRate("done", amount("general"), lead);
    putAmount("operatingBudget", randomAmount(20, 90));
    putRate("operatingDone", amount("operating"), amount("operatingBudget"));
  }

  private void inventThreePublic() {
    for (String part : new String[] {"abroad", "cars", "guests"}) {
      BigDecimal budget = putAmount(part + "Budget", randomAmount(2, 12));
      putAmount(
          part,
          budget
              .multiply(BigDecimal.valueOf(random.nextInt(20, 99)))
              .movePointLeft(2)
              .setScale(scale, RoundingMode.HALF_UP));
      putRate(part + "Done", amount(part), budget);
    }
    putAmount("three", sumOf("abroad", "cars", "guests"));
    putAmount("threeBudget", sumOf("abroadBudget", "carsBudget", "guestsBudget"));
    putRate("threeDone", amount("three"), amount("threeBudget"));
    putChange("three", "tup", "tgrow", "three");
    putAmount("budgetGap", amount("threeBudget").subtract(amount("three")));
    words.put("bup", "减少");
    for (String part : new String[] {"abroad", "cars", "guests"}) {
      putRate(part + "Share", amount(part), amount("three"));
    }
  }

  private void inventProcurement() {
    putAmount("goods", randomAmount(2, 20));
    putAmount("works", randomAmount(1, 20));
    putAmount("services", randomAmount(2, 20));
    putAmount("bought", sumOf("goods", "works", "services"));
    putAmount("small", amount("goods"));
    putAmount("smallOther", amount("works"));
    putRate("smallShare", amount("small"), amount("bought"));
    for (String part : new String[] {"goods", "works", "services"}) {
      putRate(part + "Share", amount(part), amount("bought"));
    }
  }

  private void inventPerformance() {
    putAmount(
        "effort",
        amount("works0").multiply(new BigDecimal("0.9")).setScale(scale, RoundingMode.DOWN));
    putAmount("plan", amount("effort").add(randomAmount(1, 20)));
    putRate("effortShare", amount("effort"), amount("works0"));
    putRate("effortDone", amount("effort"), amount("plan"));
  }

  /** What is counted: vehicles, guests; and a project that went over its budget. */
  private void inventCounts() {
    int kept = 1 + random.nextInt(3);
    int others = 1 + random.nextInt(3);
    putCount("kept1", kept);
    putCount("kept2", others);
    putCount("vehicles", kept + others);
    int heads = random.nextInt(100, 900);
    putCount("heads", heads);
    putCount("batches", heads / 8);
    putCount(
        "perHead",
        amount("guests")
            .movePointRight(4)
            .divide(BigDecimal.valueOf(heads), 0, RoundingMode.HALF_UP)
            .intValue());
    putAmount("pay", amount("salaries").subtract(new BigDecimal("150")));
    putAmount("special", randomAmount(20, 60));
    putAmount("over", randomAmount(2, 15));
    putAmount("specialBudget", amount("special").subtract(amount("over")));
    putRate("difference", amount("over"), amount("specialBudget"));
  }

  private void putCount(String name, int number) {
    words.put(name, String.valueOf(number));
  }

  private void putRate(String name, BigDecimal part, BigDecimal whole) {
    words.put(name, percent(part, whole).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 10, RoundingMode.HALF_UP);
  }

  /** The number or word with this name as a document prints it; null where there is none. */
  String print(String name) {
    BigDecimal amount = amounts.get(name);
    return amount != null ? print(amount, "万元") : Objects.requireNonNull(words.get(name), name);
  }

  /** An amount of 万元 as it is printed in this unit. */
  static String print(BigDecimal amount, String unit) {
    BigDecimal in = unit.equals("元") ? amount.movePointRight(4) : amount;
    return in.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** Whether the name is one of an amount of money. */
  boolean isAmount(String name) {
    return amounts.containsKey(name);
  }
}
