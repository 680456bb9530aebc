package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The numbers of an invented final account, all of which agree: amounts in 万元 to the cent of 万元 or
 * of 元, rates in per cent with the document's own number of decimals. Every number has the name
 * that wordings use.
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
    spending();
    totals();
    budgets();
    threePublic();
    procurement();
    performance();
    counts();
  }

  private BigDecimal some(int least, int most) {
    long unit = scale == 2 ? 100L : 1_000_000L;
    return BigDecimal.valueOf(random.nextLong(least * unit, most * unit), scale);
  }

  private BigDecimal put(String name, BigDecimal value) {
    amounts.put(name, value);
    return value;
  }

  /** An amount in 万元. */
  BigDecimal amount(String name) {
    return Objects.requireNonNull(amounts.get(name), name);
  }

  private BigDecimal sum(String... names) {
    BigDecimal sum = BigDecimal.ZERO.setScale(scale);
    for (String name : names) {
      sum = sum.add(amount(name));
    }
    return sum;
  }

  private void spending() {
    put("salaries", some(300, 600));
    put("retired", some(10, 40));
    put("office1", some(20, 60));
    put("office2", some(5, 20));
    put("staff", sum("salaries", "retired"));
    put("office", sum("office1", "office2"));
    put("generalBasic", sum("staff", "office"));
    put("c208", some(30, 60));
    put("c210", some(10, 30));
    put("c221", some(30, 60));
    put("run", amount("generalBasic").subtract(sum("c208", "c210", "c221")));
    put("works0", some(100, 300));
    put("other", some(5, 40));
    put("c201", sum("run", "works0"));
    put("general", sum("c201", "c208", "c210", "c221"));
    put("basic", amount("generalBasic"));
    put("project", sum("works0", "other"));
    put("spent", sum("basic", "project"));
    for (String part : new String[] {"201", "208", "210", "221"}) {
      rate("s" + part, amount("c" + part), amount("general"));
    }
    rate("basicShare", amount("basic"), amount("spent"));
    rate("projectShare", amount("project"), amount("spent"));
    rate("generalShare", amount("general"), amount("spent"));
    rate("staffShare", amount("staff"), amount("generalBasic"));
    rate("officeShare", amount("office"), amount("generalBasic"));
  }

  private void totals() {
    put("carriedIn", some(10, 30));
    put("carriedOut", some(1, 9));
    put("fiscal", amount("general").subtract(amount("carriedIn")).add(amount("carriedOut")));
    put("income", sum("fiscal", "other"));
    put("total", sum("income", "carriedIn"));
    put("fiscalTotal", sum("fiscal", "carriedIn"));
    rate("fiscalShare", amount("fiscal"), amount("income"));
    rate("otherShare", amount("other"), amount("income"));
    change("total", "up", "grow", "total");
    change("fiscalTotal", "fup", "fgrow", "fiscal");
    change("general", "gup", "ggrow", "general");
    change("spent", "sup", "sgrow", "spent");
    rate("restShare", amount("other"), amount("spent"));
    for (String item : new String[] {"run", "works0", "c208", "c210", "c221"}) {
      lastYear(item);
    }
    put("operating", amount("office"));
    change("operating", "oup", "ogrow", "operating");
  }

  /** A change of up to a third against the year before, its direction in words. */
  private void change(String of, String up, String grow, String name) {
    boolean rises = random.nextBoolean();
    BigDecimal change =
        amount(of)
            .multiply(BigDecimal.valueOf(random.nextInt(3, 33)))
            .movePointLeft(2)
            .setScale(scale, RoundingMode.HALF_UP);
    put(name + "Change", change);
    BigDecimal before = rises ? amount(of).subtract(change) : amount(of).add(change);
    put(name + "Before", before);
    rate(name + "Rate", change, before);
    words.put(up, rises ? "增加" : "减少");
    String[] growth = rises ? new String[] {"增长", "上升"} : new String[] {"下降", "降低"};
    words.put(grow, growth[random.nextInt(2)]);
    if (name.equals("total")) {
      put("beforeTotal", before);
    }
  }

  /** What an item was in the year before, with the change in words. */
  private void lastYear(String item) {
    change(item, item + "Up", item + "Grow", item);
    put(item + "Last", amount(item + "Before"));
    put(item + "Diff", amount(item + "Change"));
    words.put(item + "DiffRate", Objects.requireNonNull(words.get(item + "Rate")));
  }

  private void budgets() {
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
      put(item + "Budget", budget);
      rate(item + "Done", result, budget);
      int than = result.compareTo(budget);
      words.put(item + "Than", than > 0 ? "大于" : than < 0 ? "小于" : "等于");
      lead = lead.add(budget);
    }
    put("budget", lead);
    rate("done", amount("general"), lead);
    put("operatingBudget", some(20, 90));
    rate("operatingDone", amount("operating"), amount("operatingBudget"));
  }

  private void threePublic() {
    for (String part : new String[] {"abroad", "cars", "guests"}) {
      BigDecimal budget = put(part + "Budget", some(2, 12));
      put(
          part,
          budget
              .multiply(BigDecimal.valueOf(random.nextInt(20, 99)))
              .movePointLeft(2)
              .setScale(scale, RoundingMode.HALF_UP));
      rate(part + "Done", amount(part), budget);
    }
    put("three", sum("abroad", "cars", "guests"));
    put("threeBudget", sum("abroadBudget", "carsBudget", "guestsBudget"));
    rate("threeDone", amount("three"), amount("threeBudget"));
    change("three", "tup", "tgrow", "three");
    put("budgetGap", amount("threeBudget").subtract(amount("three")));
    words.put("bup", "减少");
    for (String part : new String[] {"abroad", "cars", "guests"}) {
      rate(part + "Share", amount(part), amount("three"));
    }
  }

  private void procurement() {
    put("goods", some(2, 20));
    put("works", some(1, 20));
    put("services", some(2, 20));
    put("bought", sum("goods", "works", "services"));
    put("small", amount("goods"));
    put("smallOther", amount("works"));
    rate("smallShare", amount("small"), amount("bought"));
    for (String part : new String[] {"goods", "works", "services"}) {
      rate(part + "Share", amount(part), amount("bought"));
    }
  }

  private void performance() {
    put(
        "effort",
        amount("works0").multiply(new BigDecimal("0.9")).setScale(scale, RoundingMode.DOWN));
    put("plan", amount("effort").add(some(1, 20)));
    rate("effortShare", amount("effort"), amount("works0"));
    rate("effortDone", amount("effort"), amount("plan"));
  }

  /** What is counted: vehicles, guests; and a project that went over its budget. */
  private void counts() {
    int kept = 1 + random.nextInt(3);
    int others = 1 + random.nextInt(3);
    count("kept1", kept);
    count("kept2", others);
    count("vehicles", kept + others);
    int heads = random.nextInt(100, 900);
    count("heads", heads);
    count("batches", heads / 8);
    count(
        "perHead",
        amount("guests")
            .movePointRight(4)
            .divide(BigDecimal.valueOf(heads), 0, RoundingMode.HALF_UP)
            .intValue());
    put("pay", amount("salaries").subtract(new BigDecimal("150")));
    put("special", some(20, 60));
    put("over", some(2, 15));
    put("specialBudget", amount("special").subtract(amount("over")));
    rate("difference", amount("over"), amount("specialBudget"));
  }

  private void count(String name, int number) {
    words.put(name, String.valueOf(number));
  }

  private void rate(String name, BigDecimal part, BigDecimal whole) {
    words.put(name, percent(part, whole).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.movePointRight(2).divide(whole, 10, RoundingMode.HALF_UP);
  }

  /** The number or word with this name as a document prints it; null where there is none. */
  String printed(String name) {
    BigDecimal amount = amounts.get(name);
    return amount != null ? printed(amount, "万元") : Objects.requireNonNull(words.get(name), name);
  }

  /** An amount of 万元 as it is printed in this unit. */
  static String printed(BigDecimal amount, String unit) {
    BigDecimal in = unit.equals("元") ? amount.movePointRight(4) : amount;
    return in.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** Whether the name is one of an amount of money. */
  boolean isAmount(String name) {
    return amounts.containsKey(name);
  }
}
