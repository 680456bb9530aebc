package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.ofChange;
import static org.mingzhang.audit.invented.PlantedError.ofSentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Topic;

/** Errors in the sentences of final accounts. */
final class SentenceErrors {
  private static final String NUMBER = " ?([\\d.]+) ?";
  private static final String GROWTH = "(?:增长|上升|下降|降低)(?:了|比例为|幅度为)?" + NUMBER;
  private static final Pattern AMOUNT = Pattern.compile("(\\d+\\.\\d\\d) ?万元");

  private SentenceErrors() {}

  static List<PlantedError> all() {
    List<PlantedError> errors = new ArrayList<>();
    for (Genre genre : List.of(Genre.ACCOUNT, Genre.TEXT)) {
      addRateErrors(genre, errors);
      addSumErrors(genre, errors);
      addWordErrors(genre, errors);
    }
    errors.add(
        ofChange("text-against-table", Genre.ACCOUNT, p -> changeTotalWithRate(p, "FISCAL_.*")));
    errors.add(ofChange("same-figure", Genre.TEXT, SentenceErrors::writeTwoTotals));
    errors.add(ofChange("class-items", Genre.TEXT, SentenceErrors::changeTwoClasses));
    errors.add(
        ofSentence(
            "figure-sums",
            Genre.TEXT,
            p -> changeThreePublicTotal(p, 0),
            p -> changeThreePublicTotal(p, 300)));
    errors.add(
        ofSentence(
            "vehicle-cost",
            Genre.TEXT,
            p -> writeVehicleCost(p, "3.20"),
            p -> writeVehicleCost(p, "0.00")));
    errors.add(
        ofChange("operating-cost", Genre.ACCOUNT, p -> changeTotalWithRate(p, "OPERATING_.*")));
    return errors;
  }

  private static void addRateErrors(Genre genre, List<PlantedError> errors) {
    String completion = "(?:完成(?:全年|年初)?预算数?(?: ?[\\d.]+ ?万元)?的|预算完成率为|执行率为?)";
    errors.add(
        ofChange("completion-rate", genre, p -> p.raiseRate(".*", completion + NUMBER + "%")));
    errors.add(ofChange("change-rate", genre, p -> p.raiseRate(".*", GROWTH + "%")));
    errors.add(ofChange("difference-rate", genre, p -> p.raiseRate("ANNEX", "差异率([\\d.]+)%")));
    errors.add(ofChange("share", genre, p -> p.raiseRate(".*", "占[^，。；\\d]{0,20}([\\d.]+) ?%")));
    errors.add(
        ofSentence(
            "zero-budget",
            genre,
            p -> p.insertParagraphs(Topic.GENERAL_PUBLIC_BUDGET, "抚恤年初预算为0万元，支出决算为0万元，主要是没有发生。"),
            p ->
                p.insertParagraphs(
                    Topic.GENERAL_PUBLIC_BUDGET, "抚恤年初预算为0万元，支出决算为0万元，完成年初预算的100%。")));
    errors.add(
        ofSentence(
            "zero-base",
            genre,
            p -> writeOperatingExpenses(p, "%s万元，上年没有此项支出"),
            p -> writeOperatingExpenses(p, "%1$s万元，比2023年度增加%1$s万元，增长100%%")));
    errors.add(
        ofSentence(
            "three-public-budget",
            genre,
            p -> writeParts(p, "，无预算"),
            p -> writeParts(p, "，完成预算的50%")));
    errors.add(
        ofChange(
            "award-shares",
            genre,
            p ->
                p.changeRandomMatch(
                    "PROCUREMENT", "支出金额的(100)%", (r, all) -> p.randomAmount(20, 90) + "")));
  }

  private static void addSumErrors(Genre genre, List<PlantedError> errors) {
    errors.add(
        ofChange(
                "parts",
                genre,
                p -> p.falsifyAmount("PROCUREMENT", "(?:货物|工程|服务)(?:支出|采购金额)([\\d.]+)万元"))
            .withOtherRules("share"));
    errors.add(ofChange("item-totals", genre, SentenceErrors::changeLeadBudget));
    if (genre == Genre.ACCOUNT) {
      errors.add(
          ofChange(
                  "text-against-table",
                  genre,
                  p -> p.raiseAmount("TOTALS", "年[初末]结转和结余([\\d.]+)万元"))
              .withOtherRules("parts"));
    }
    // where there are tables, the balance of the table contradicts the one of the text
    errors.add(
        ofChange(
                genre == Genre.ACCOUNT ? "text-against-table" : "fund-balance",
                genre,
                p -> p.falsifyAmount("FISCAL_.*", "年[初末]结转和?结余([\\d.]+)万元"))
            .withOtherRules("fund-balance"));
    errors.add(
        ofChange(
            "listed-costs",
            genre,
            p ->
                p.changeRandomMatch(
                    "BASIC_.*",
                    "(?:基本工资|办公费)([\\d.]+)万元",
                    (r, all) -> new BigDecimal(r).add(new BigDecimal("900")).toPlainString())));
    errors.add(
        ofChange(
            "vehicle-count",
            genre,
            p ->
                p.changeRandomMatch(
                    "STATE_ASSETS",
                    "共有车辆(\\d)辆，其中：应急",
                    (r, all) -> String.valueOf(Integer.parseInt(r) + 1 + p.random().nextInt(3)))));
    errors.add(ofChange("over-budget", genre, p -> p.falsifyAmount("ANNEX", "超出年初预算([\\d.]+)万元")));
    errors.add(ofChange("reception-per-head", genre, SentenceErrors::changeCostPerHead));
    errors.add(
        ofSentence(
            "cost-per-head",
            genre,
            p -> writeReliefPerPerson(p, 1200),
            p -> writeReliefPerPerson(p, 1500)));
    errors.add(
        ofChange(
            "small-business-awards",
            genre,
            p ->
                p.changeRandomMatch(
                    "PROCUREMENT",
                    "在其他政府采购项目中[^。]*采购金额([\\d.]+)万元",
                    (r, all) -> new BigDecimal(r).add(p.randomAmount(60, 90)).toPlainString())));
    errors.add(
        ofChange(
                "part-above-whole", genre, p -> p.raiseAmount("PROCUREMENT", "小微企业合同金额([\\d.]+)万元"))
            .withOtherRules("share"));
    errors.add(
        ofSentence(
            "carry-over",
            genre,
            p -> p.insertParagraphs(Topic.ANNEX, "2024年决算报表的结转结余见附表。"),
            p -> {
              p.insertParagraphs(Topic.ANNEX, "2024年决算报表结转结余为零。");
              return "";
            }));
    errors.add(
        ofSentence(
            "evaluated-projects",
            genre,
            p -> writeProjects(p, "60.00"),
            p -> writeProjects(p, "80.00")));
    errors.add(
        ofSentence(
            "target-rate",
            genre,
            p -> writeTrainingRate(p, "0.00"),
            p -> writeTrainingRate(p, "6.00")));
    errors.add(
        ofSentence(
            "class-list", genre, p -> writeClassList(p, "0.00"), p -> writeClassList(p, "9.00")));
  }

  /** Writes the relief paid to a number of people and the amount per person. */
  private static String writeReliefPerPerson(DocumentEditor editor, int each) {
    int people = 100 + editor.random().nextInt(900);
    BigDecimal total =
        BigDecimal.valueOf(people * 1200L).movePointLeft(4).setScale(2, RoundingMode.HALF_UP);
    return editor.insertParagraphs(
        Topic.ANNEX, "为%d名困难群众发放补助%s万元，人均%d元。".formatted(people, total, each));
  }

  /** Writes a count with its target and a completion rate that is too high by a number. */
  private static String writeTrainingRate(DocumentEditor editor, String over) {
    int target = 100 + editor.random().nextInt(900);
    int done = target / 2 + editor.random().nextInt(target);
    BigDecimal rate =
        BigDecimal.valueOf(done * 100L).divide(BigDecimal.valueOf(target), 2, RoundingMode.HALF_UP);
    return editor.insertParagraphs(
        Topic.ANNEX,
        "培训%d人次，完成年度任务%d人次的%s%%。".formatted(done, target, rate.add(new BigDecimal(over))));
  }

  /** Expenditure class by class, the last one printed too large. */
  private static String writeClassList(DocumentEditor editor, String over) {
    BigDecimal first = editor.randomAmount(20, 90);
    BigDecimal second = editor.randomAmount(20, 90);
    BigDecimal third = editor.randomAmount(20, 90);
    return editor.insertParagraphs(
        Topic.ANNEX,
        "收支总预算%s万元，支出包括：教育支出%s万元、卫生健康支出%s万元、住房保障支出%s万元。"
            .formatted(
                first.add(second).add(third), first, second, third.add(new BigDecimal(over))));
  }

  private static void addWordErrors(Genre genre, List<PlantedError> errors) {
    errors.add(
        ofChange(
            "comparison-words",
            genre,
            p ->
                p.changeRandomMatch(
                    "GENERAL_.*",
                    "决算数(大于|小于|等于)(?:年初)?预算数",
                    (r, all) -> r.equals("小于") ? "大于" : "小于")));
    errors.add(
        ofSentence(
            "unchanged-reason",
            genre,
            p -> writeUnchangedWithReason(p, "收支规模未变"),
            p -> writeUnchangedWithReason(p, "人员经费支出减少")));
    errors.add(
        ofChange(
            "unit-slip",
            genre,
            p ->
                p.changeRandomMatch(
                    "TOTALS|FISCAL_.*", "(?:增加|减少) ?[\\d.]+ ?(万元)", (r, all) -> "元")));
    errors.add(
        ofChange(
            "missing-unit",
            genre,
            p ->
                p.changeRandomMatch(
                    "OPERATING_.*|GENERAL_.*", "(?:增长|上升|下降|降低)\\d+\\.\\d+(%)", (r, all) -> "")));
  }

  private static BigDecimal firstAmount(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.find()) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    return new BigDecimal(amount.group(1));
  }

  private static String writeOperatingExpenses(DocumentEditor editor, String words) {
    return editor.changeRandomMatch(
        "OPERATING_.*",
        "机关运行经费(?:支出)? ?([\\d.]+万元[^。]*)",
        (r, all) -> words.formatted(firstAmount(r)));
  }

  private static String writeUnchangedWithReason(DocumentEditor editor, String reason) {
    String cut = "(2024年度?收[^。|]*总计.*)";
    return editor.changeRandomMatch(
        "TOTALS",
        "^" + cut,
        (r, all) -> "2024年度收、支总计均为" + firstAmount(r) + "万元，与上年持平。主要原因是" + reason + "。");
  }

  private static String writeParts(DocumentEditor editor, String rate) {
    BigDecimal whole = editor.randomAmount(3, 9);
    return editor.replaceParagraphs(
        Topic.THREE_PUBLIC,
        "“三公”经费财政拨款支出决算为%1$s万元，完成预算的100%%。|公务用车购置及运行维护费支出%1$s万元，完成预算的100%%。|".formatted(whole)
            + "公务接待费支出0.00万元"
            + rate
            + "。");
  }

  private static String changeThreePublicTotal(DocumentEditor editor, int more) {
    BigDecimal abroad = editor.randomAmount(2, 9);
    BigDecimal cars = editor.randomAmount(2, 9);
    BigDecimal guests = editor.randomAmount(2, 9);
    BigDecimal whole = abroad.add(cars).add(guests).add(BigDecimal.valueOf(more, 2));
    return editor.replaceParagraphs(
        Topic.THREE_PUBLIC,
        "2024年度“三公”经费财政拨款支出决算为%s万元。|1.因公出国（境）费支出决算为%s万元。|2.公务用车购置及运行费支出决算为%s万元。|3.公务接待费支出决算为%s万元。"
            .formatted(whole, abroad, cars, guests));
  }

  private static String writeVehicleCost(DocumentEditor editor, String cost) {
    return editor.replaceParagraphs(
        Topic.THREE_PUBLIC, "公务用车购置及运行费支出决算为" + cost + "万元。|截至2024年12月31日，公务用车保有量为2辆。");
  }

  private static String writeProjects(DocumentEditor editor, String money) {
    return editor.replaceParagraphs(
        Topic.PERFORMANCE,
        "共涉及项目2个，资金"
            + money
            + "万元。|修缮项目绩效自评综述：项目全年预算数为40.00万元，执行数为40.00万元，完成预算的100%。|"
            + "宣传项目绩效自评综述：项目全年预算数为20.00万元，执行数为10.00万元，完成预算的50%。");
  }

  private static String changeCostPerHead(DocumentEditor editor) {
    if (!editor.contains("THREE_PUBLIC", "公务接待费(?:支出决算为|支出|全年预算)")) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    return editor.changeRandomMatch(
        "THREE_PUBLIC", "人均接待费用?(\\d+)元", (r, all) -> String.valueOf(Integer.parseInt(r) * 3 + 20));
  }

  /** Another total than elsewhere, with the rate that follows from it. */
  private static String changeTotalWithRate(DocumentEditor editor, String topics) {
    return editor.changeRandomMatch(
        topics,
        "^((?!.*(?:年初|上年[^，。]{0,10}总计|\\d{4}年[^，。相]{0,12}[\\d.]+万元[^，。]{0,6}[增减比]).*).*(?:增加|减少).*)$",
        (r, all) -> shiftAmounts(r, editor));
  }

  private static String writeTwoTotals(DocumentEditor editor) {
    if (!editor.contains("TOTALS", "总计[\\d.]+万元，(?:其中：|包括：)")) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    changeTotalWithRate(editor, "TOTALS");
    return "";
  }

  private static String shiftAmounts(String text, DocumentEditor editor) {
    BigDecimal total = firstAmount(text);
    BigDecimal wrong = total.add(editor.randomAmount(20, 50));
    Matcher change = Pattern.compile("(增加|减少) ?([\\d.]+) ?万元").matcher(text);
    Matcher rate = Pattern.compile(NUMBER + "%").matcher(text);
    if (!change.find() || !rate.find()) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    BigDecimal by = new BigDecimal(change.group(2));
    BigDecimal before = change.group(1).equals("增加") ? wrong.subtract(by) : wrong.add(by);
    BigDecimal right = percent(by, before, new BigDecimal(rate.group(1)).scale());
    return text.replace(total.toPlainString(), wrong.toPlainString())
        .replace(rate.group(1) + "%", right + "%")
        .replace(rate.group(1) + " %", right + " %");
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole, int scale) {
    return part.movePointRight(2).divide(whole, scale, RoundingMode.HALF_UP);
  }

  /** The lead's budget, with the rate that follows from it, is not that of its items. */
  private static String changeLeadBudget(DocumentEditor editor) {
    Function<String, String> shift =
        text -> {
          Matcher budget = Pattern.compile("年?初?预算数?为?" + NUMBER + "万元").matcher(text);
          Matcher result = Pattern.compile("决算数?为?" + NUMBER + "万元").matcher(text);
          Matcher rate = Pattern.compile(NUMBER + "%").matcher(text);
          if (!budget.find() || !result.find() || !rate.find()) {
            throw new DocumentEditor.NoMatchingPlaceException();
          }
          BigDecimal wrong = new BigDecimal(budget.group(1)).add(editor.randomAmount(20, 50));
          BigDecimal done =
              percent(
                  new BigDecimal(result.group(1)), wrong, new BigDecimal(rate.group(1)).scale());
          return text.replace(budget.group(1), wrong.toPlainString())
              .replace(rate.group(1) + "%", done + "%");
        };
    return editor.changeRandomMatch(
        "GENERAL_.*",
        "^([^（]*年初预算[^（]*完成[^（]*|[^（]*年初预算[^（]*为年初预算的[^（]*)$",
        (r, all) -> shift.apply(r));
  }

  /** Two classes have other amounts, with the shares that follow, than the sums of their items. */
  private static String changeTwoClasses(DocumentEditor editor) {
    editor.changeRandomMatch(
        "GENERAL_.*",
        "^([^|]*社会保障[^|]*住房保障[^|]*)$",
        (r, all) -> {
          BigDecimal by = editor.randomAmount(3, 9);
          String one = addToAmountOf(r, "社会保障和就业[^，；。\\d]*", by);
          return addToAmountOf(one, "卫生健康[^，；。\\d]*", by.negate());
        });
    return "";
  }

  private static String addToAmountOf(String text, String name, BigDecimal by) {
    Matcher part = Pattern.compile("(" + name + ")([\\d.]+)(万元，占[^\\d]*)([\\d.]+)%").matcher(text);
    if (!part.find()) {
      throw new DocumentEditor.NoMatchingPlaceException();
    }
    BigDecimal amount = new BigDecimal(part.group(2)).add(by);
    BigDecimal share = percent(amount, firstAmount(text), new BigDecimal(part.group(4)).scale());
    return text.substring(0, part.start())
        + part.group(1)
        + amount
        + part.group(3)
        + share
        + "%"
        + text.substring(part.end());
  }
}
