package org.mingzhang.structure.figure;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * Names the amounts of sentences, in this order: a change, the budget or result of something named,
 * what performance and procurement sections state in their own turns, an item of expenditure, a
 * name of the vocabulary.
 */
final class AmountNames {
  private static final Pattern ROLE =
      Pattern.compile(
          "(?<subject>.*?)(?<role>年初预算|全年预算|调整后?预算|预算批复|预算|支出决算|决算|全年执行|实际执行|实际支出|决算支出|执行)(?:数|金额|总额|安排)?$");
  private static final Pattern SPENT = Pattern.compile("实际支出|决算支出|全年执行|实际执行");
  private static final Pattern AWARDED =
      Pattern.compile("在([^，,]*?)的?(?:政府)?采购项目中，由([^，,]*?)供应商中标");
  private static final Pattern BEHIND = Pattern.compile("^[\\p{IsHan}]{3,14}(?=[，。；,;])");
  private static final Pattern COMPARED = Pattern.compile("大于|小于|高于|低于|多于|少于");
  private static final Pattern PROCURED = Pattern.compile("(货物|工程|服务)类?(?:采购)?(?:支出|预算)?");

  /** Topics whose sections tell what was spent where nothing says that it was planned. */
  private static final Set<Topic> ACCOUNTS =
      Set.of(Topic.GENERAL_PUBLIC_BUDGET, Topic.GOVERNMENT_FUNDS, Topic.STATE_CAPITAL);

  private static final String ALL_OF_IT = "一般公共预算财政拨款支出";

  private final FigureContext context;
  private final Focus focus;

  AmountNames(FigureContext context, Focus focus) {
    this.context = context;
    this.focus = focus;
  }

  /**
   * The names under which an amount is filed; the focus moves to what it names.
   *
   * @param label words before the amount, cleaned
   */
  List<String> of(CompactText compact, Mention mention, String label) {
    Change change = Change.of(compact, mention, context.agency(), context.year());
    if (change != null && !focus.inPlan()) {
      return change.names(focus, context.topic());
    }
    Matcher role = ROLE.matcher(label);
    List<String> names = role.matches() ? ofRole(compact, mention, role) : List.of();
    return names.isEmpty() ? plain(compact, mention, label) : names;
  }

  /** Budget and result of an item, of the three public expenses, of a project. */
  private List<String> ofRole(CompactText compact, Mention mention, Matcher role) {
    String kind = role.group("role").replaceFirst("实际支出|决算支出", "支出决算");
    String about = role.group("subject").replaceFirst("^完成", "").replaceFirst("财政拨款$", "财政拨款支出");
    about = kind.startsWith("支出") ? about.replaceFirst("(?<=预算|基金)$", "支出") : about;
    about = about.isEmpty() ? subjectBefore(compact, mention) : about;
    focusOnCategory(about, mention);
    about = focus.item() != null && FunctionalCategories.names(about) ? "" : about;
    if (about.matches("(?!.*采购).*项目(?:资金)?")
        || (about.isEmpty() && isProject() && focus.item() == null)) {
      String name = kind.contains("执行") || kind.contains("决算") ? "项目执行数" : "项目" + kind + "数";
      return List.of(name.replace("项目预算批复数", "项目预算批复金额"));
    }
    if (focus.item() != null && about.isEmpty()) {
      return List.of(kind.equals("决算") ? "支出决算" : kind.equals("预算") ? "年初预算" : kind);
    }
    if (about.isEmpty() && SPENT.matcher(role.group("role")).matches() && ofMoneyReceived()) {
      return List.of(focus.names().getFirst().startsWith("项目") ? "项目执行数" : "实际支出");
    }
    boolean whole =
        context.topic() == Topic.GENERAL_PUBLIC_BUDGET
            && about.matches("(?:财政拨款|一般公共预算|本年)?支出|一般公共预算")
            && !kind.equals("预算");
    List<String> names =
        whole
            ? List.of(ALL_OF_IT)
            : about.isEmpty() ? focus.names() : FigureVocabulary.names(about, context.topic());
    if (names.isEmpty()
        || COMPARED.matcher(about).find()
        || (!whole && about.matches(".*总|收入|支出|财政拨款支出|政府采购.*|机关运行经费"))) {
      return List.of();
    }
    focus.setNames(names);
    return names.stream().map(name -> roleName(name, kind)).toList();
  }

  /** In sections on expenditure by item a 类 may have its budget and result without its mark. */
  private void focusOnCategory(String about, Mention mention) {
    String category = BudgetItem.plainCategory(about);
    if (context.topic() == Topic.GENERAL_PUBLIC_BUDGET
        && category != null
        && FunctionalCategories.names(about)) {
      focus.setItem(
          new BudgetItem(category, null, null, mention.clause(), mention.quantity().start()));
    }
  }

  /** The heading that a clause is about: 基本支出：决算数420.1万元. */
  private String subjectBefore(CompactText compact, Mention mention) {
    String before = compact.text().substring(mention.part(), mention.clause());
    if (!before.endsWith(":") || focus.item() != null || focus.project() != null) {
      return "";
    }
    String words = FigureVocabulary.clean(before.replaceAll("^.*[，,]|:$", ""), context.agency());
    return words.matches("\\p{IsHan}{2,12}(?:收入|支出|经费)") ? words : "";
  }

  private boolean isProject() {
    return focus.project() != null
        && focus.names().stream().allMatch(name -> name.startsWith("项目"));
  }

  /** What was spent of an income is no result of that income. */
  private boolean ofMoneyReceived() {
    return focus.names().size() == 1 && focus.names().getFirst().matches(".*(?:收入|资金|总额|金额)");
  }

  private String roleName(String name, String kind) {
    boolean budget = kind.endsWith("预算");
    if (name.equals(ALL_OF_IT)) {
      return budget ? kind : "支出决算";
    }
    if (name.equals("三公经费")) {
      return budget ? "三公经费预算" : "三公经费支出决算";
    }
    boolean bare =
        context.topic() == Topic.THREE_PUBLIC || FigureVocabulary.isPartOfThreePublic(name);
    boolean spent = kind.endsWith("决算");
    return spent || (bare && !budget) ? name : name + (bare ? "预算" : kind);
  }

  private List<String> plain(CompactText compact, Mention mention, String label) {
    String goals = new GoalMoney(context, focus).name(compact, mention, label);
    if (goals != null) {
      return List.of(goals);
    }
    Matcher winner = AWARDED.matcher(compact.text().substring(mention.part(), mention.clause()));
    if (label.equals("采购金额") && winner.find()) {
      return List.of(winner.group(1) + "项目中由" + winner.group(2) + "中标或成交金额");
    }
    if (focus.item() != null && label.matches("(?:支出|金额|安排)?")) {
      return List.of(isBudget() ? "财政拨款支出" : "支出决算");
    }
    String category = category(compact, mention, label);
    if (category != null) {
      focus.setItem(
          new BudgetItem(category, null, null, mention.clause(), mention.quantity().start()));
      return List.of(context.budget() ? "财政拨款支出" : "支出决算");
    }
    String procured = context.topic() == Topic.PROCUREMENT ? procured(label) : null;
    if (procured != null) {
      return List.of(procured);
    }
    List<String> names = FigureVocabulary.names(subject(label), context.topic());
    if (names.isEmpty()) {
      names =
          focus.inPlan()
              ? planned(compact, mention, label)
              : PartNames.of(compact, mention, label, focus);
    }
    if (names.isEmpty() || !accepted()) {
      return List.of();
    }
    focus.setItem(context.section().item() ? focus.item() : null);
    focus.setNames(names);
    return names;
  }

  /** The subject of a bare 支出 after 政府性基金预算收入 is the same money. */
  private String subject(String label) {
    String before = focus.names().size() == 1 ? focus.names().getFirst() : "";
    boolean bare = label.matches("(?:本年)?支出") && before.matches(".*(?:预算|拨款)收入");
    if (bare) {
      return before.replaceFirst("收入$", "支出");
    }
    boolean first = focus.names().isEmpty() && focus.item() == null;
    boolean whole =
        first
            && ((context.topic() == Topic.INCOME && label.equals("收入"))
                || (context.topic() == Topic.EXPENDITURE && label.equals("支出")));
    return whole ? "本年" + label : label;
  }

  /** What was bought: 货物类采购 and 服务 after a budget or a total of procurement. */
  private @Nullable String procured(String label) {
    Matcher kind = PROCURED.matcher(label);
    if (!kind.matches()) {
      return null;
    }
    boolean planned = label.endsWith("预算") || focus.names().toString().contains("预算");
    return "政府采购" + kind.group(1) + (planned ? "预算" : "支出");
  }

  /** Performance sections praise with amounts; only those of a project are accounts. */
  private boolean accepted() {
    return context.topic() != Topic.PERFORMANCE || focus.project() != null;
  }

  private boolean isBudget() {
    BudgetItem item = focus.item();
    return context.budget()
        || context.section().title().contains("预算编制")
        || (!ACCOUNTS.contains(context.topic()) && item != null && item.line() != null);
  }

  /** In the structure of expenditure a 类 may stand without its mark: 卫生健康支出3.96万元，占2%. */
  private @Nullable String category(CompactText compact, Mention mention, String label) {
    boolean share = compact.text().startsWith("，占", mention.quantity().end());
    boolean standard = FunctionalCategories.names(label);
    return (context.topic() == Topic.GENERAL_PUBLIC_BUDGET || label.endsWith("类科目"))
            && (share || standard)
            && !label.matches(".*(?:拨款|基本|项目|合计|经营|上缴|补助).*")
        ? BudgetItem.plainCategory(label)
        : null;
  }

  /** Parts of a project's budget: named before the amount, or only behind it. */
  private static List<String> planned(CompactText compact, Mention mention, String label) {
    if (label.matches("[\\p{IsHan}()、]{3,30}")) {
      return List.of(label);
    }
    Matcher after = BEHIND.matcher(compact.text().substring(mention.quantity().end()));
    return label.matches("(?:其中)?") && after.find() ? List.of(after.group()) : List.of();
  }
}
