package org.mingzhang.structure.figure;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.FunctionalClasses;
import org.mingzhang.text.Mention;

/**
 * Names the amounts of sentences, in this order: a change, the budget or result of something named,
 * what performance and procurement sections state in their own turns, an item of expenditure, a
 * name of the vocabulary.
 */
final class AmountNames {
  private static final Pattern AWARDED =
      Pattern.compile("在([^，,]*?)的?(?:政府)?采购项目中，由([^，,]*?)供应商中标");
  private static final Pattern BEHIND = Pattern.compile("^[\\p{IsHan}]{3,14}(?=[，。；,;])");
  private static final Pattern PROCURED = Pattern.compile("(货物|工程|服务)类?(?:采购)?(?:支出|预算)?");

  /** 初中教育支出20万元，其中：基本支出15万元: an item of expenditure that is divided. */
  private static final Pattern DIVIDED =
      Pattern.compile("^[，,](?:其中:?(?:基本支出|$)|全部(?:是|为)(?:基本|项目)支出)");

  private static final Pattern ITEM_NAME = Pattern.compile("\\p{IsHan}[\\p{IsHan}、()]{2,30}");

  private static final Pattern WHOLE = Pattern.compile("预算|本年|财政|部门|单位|总|^支出");
  private static final Pattern HALF = Pattern.compile("(?:基本|项目)支出|人员经费|(?:日常)?公用经费");

  /** What also a section on performance accounts for. */
  private static final Pattern ACCOUNTED =
      Pattern.compile("基本支出|项目支出|人员经费|公用经费|三公经费(?:支出)?|(?:年中)?追加预算");

  private static final Pattern RECEPTION =
      Pattern.compile("(?:^|[，,。；;:的年度])((?:国内|外[宾事])(?:公务)?接待|公务接待(?=\\d))[^。；;元]*$");

  /** Topics whose sections tell what was spent where nothing says that it was planned. */
  private static final Set<Topic> ACCOUNTS =
      Set.of(Topic.GENERAL_PUBLIC_BUDGET, Topic.GOVERNMENT_FUNDS, Topic.STATE_CAPITAL);

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
    List<String> told = new Compared(context, focus).of(compact, mention);
    if (!told.isEmpty()) {
      return told;
    }
    Change change = Change.of(compact, mention, context.agency(), context.year());
    if (change != null && !focus.inPlan()) {
      return change.names(focus, context.topic(), context.budget());
    }
    List<String> names = new RoleNames(context, focus).of(compact, mention, label);
    return names.isEmpty() ? plain(compact, mention, label) : names;
  }

  private List<String> plain(CompactText compact, Mention mention, String label) {
    String said = said(compact, mention, label);
    if (said != null) {
      return List.of(said);
    }
    List<String> titled = received(compact, mention, label);
    titled = titled.isEmpty() ? titled(label) : titled;
    if (!titled.isEmpty()) {
      focus.setNames(titled);
      return titled;
    }
    String procured =
        context.topic() == Topic.PROCUREMENT
                || focus.names().stream().anyMatch(n -> n.startsWith("政府采购"))
            ? procured(label)
            : null;
    return procured == null ? known(compact, mention, label) : List.of(procured);
  }

  /** The name of an amount of goals, awards, items or of money received; null if it is of none. */
  private @Nullable String said(CompactText compact, Mention mention, String label) {
    String goals = new GoalMoney(context, focus).name(compact, mention, label);
    if (goals != null) {
      return goals;
    }
    Matcher winner = AWARDED.matcher(compact.text().substring(mention.part(), mention.clause()));
    if (label.equals("采购金额") && winner.find()) {
      return winner.group(1) + "项目中由" + winner.group(2) + "中标或成交金额";
    }
    if (focus.item() != null && label.matches("(?:支出|金额|安排)?")) {
      return isBudget() ? "财政拨款支出" : "支出决算";
    }
    BudgetItem item = item(compact, mention, label);
    if (item != null) {
      focus.setItem(item);
      return context.budget() ? "财政拨款支出" : "支出决算";
    }
    boolean received = focus.names().stream().anyMatch(n -> n.matches("项目.*到位.*"));
    return received && label.matches("(?:实际|累计)?支出") ? "项目执行数" : null;
  }

  /** The item that the words before an amount name, or null. */
  private @Nullable BudgetItem item(CompactText compact, Mention mention, String label) {
    String line = focus.names().isEmpty() ? dividedLine(compact, mention, label) : null;
    String category = line == null ? category(compact, mention, label) : "";
    return category == null
        ? null
        : new BudgetItem(category, null, line, mention.clause(), mention.quantity().start());
  }

  /** The names that the words of the field give. */
  private List<String> known(CompactText compact, Mention mention, String label) {
    List<String> names = FigureVocabulary.names(subject(label), context.topic());
    if (names.isEmpty()) {
      names =
          focus.inPlan()
              ? planned(compact, mention, label)
              : PartNames.of(compact, mention, label, focus);
    }
    if (names.isEmpty() || !(accepted() || ACCOUNTED.matcher(label).matches())) {
      return List.of();
    }
    boolean ofItem = context.section().item() || isHalf(compact, mention, label);
    focus.setItem(ofItem ? focus.item() : null);
    focus.setNames(names);
    return names;
  }

  /** Whether basic or project expenditure is that of the item named in the same sentence. */
  private boolean isHalf(CompactText compact, Mention mention, String label) {
    BudgetItem item = focus.item();
    return item != null
        && item.group() == null
        && HALF.matcher(label).matches()
        && (focus.inParts()
            || (item.start() >= mention.part()
                && compact.text().substring(item.end(), mention.clause()).contains("其中")));
  }

  /** In sections on one expense its first amount may stand without a name: 2024年支出20万元. */
  private List<String> titled(String label) {
    boolean one =
        context.topic() == Topic.THREE_PUBLIC || context.topic() == Topic.OPERATING_EXPENSES;
    boolean first = focus.names().isEmpty() && focus.item() == null;
    return one && first && label.matches("(?:共|合计)?(?:支出|安排)(?:合计|总额)?|合计")
        ? focus.titleNames()
        : List.of();
  }

  /** 国内公务接待221批次，1768人，共计支出9.95万元: what the guests named before cost. */
  private List<String> received(CompactText compact, Mention mention, String label) {
    Matcher guests = RECEPTION.matcher(compact.text().substring(mention.part(), mention.clause()));
    return label.matches("(?:共计?|合计|总计)?(?:支出|开支|金额|费用)?") && guests.find()
        ? FigureVocabulary.names(guests.group(1), context.topic())
        : List.of();
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
                || (context.topic() == Topic.EXPENDITURE && label.equals("支出"))
                || (context.topic() == Topic.INCOME && label.equals("收入决算"))
                || (context.topic() == Topic.EXPENDITURE && label.equals("支出决算")));
    return whole ? "本年" + label.substring(0, 2) : label;
  }

  /** What was bought: 货物类采购 and 服务 after a budget or a total of procurement. */
  private @Nullable String procured(String label) {
    Matcher kind = PROCURED.matcher(label);
    if (!kind.matches()) {
      return null;
    }
    boolean planned =
        context.budget() || label.endsWith("预算") || focus.names().toString().contains("预算");
    return "政府采购" + kind.group(1) + (planned ? "预算" : "支出");
  }

  /** Performance sections praise with amounts; only those of a project are accounts. */
  private boolean accepted() {
    String project = focus.project();
    return context.topic() != Topic.PERFORMANCE
        || focus.inPlan()
        || (project != null && !project.equals(context.evaluated()));
  }

  private boolean isBudget() {
    BudgetItem item = focus.item();
    return context.budget()
        || context.section().title().contains("预算编制")
        || (!ACCOUNTS.contains(context.topic()) && item != null && item.line() != null);
  }

  /** 机构运行110万元，其中：基本支出110万元: an item at the head of its paragraph, of basic or project money. */
  private @Nullable String dividedLine(CompactText compact, Mention mention, String label) {
    boolean item =
        context.topic() == Topic.GENERAL_PUBLIC_BUDGET
            && mention.part() == 0
            && ITEM_NAME.matcher(label).matches()
            && DIVIDED.matcher(compact.text().substring(mention.quantity().end())).find()
            && !WHOLE.matcher(label).find()
            && !HALF.matcher(label).find()
            && !FunctionalClasses.names(label);
    return item ? label : null;
  }

  /** In the structure of expenditure a 类 may stand without its mark: 卫生健康支出3.96万元，占2%. */
  private @Nullable String category(CompactText compact, Mention mention, String label) {
    boolean share = compact.text().startsWith("，占", mention.quantity().end());
    boolean standard = FunctionalClasses.names(label);
    boolean divided = DIVIDED.matcher(compact.text().substring(mention.quantity().end())).find();
    return (context.topic() == Topic.GENERAL_PUBLIC_BUDGET || label.endsWith("类科目"))
            && (share || standard || (divided && !WHOLE.matcher(label).find()))
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
