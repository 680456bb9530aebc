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
 * Names the budget and the result of something: of an item, of the three public expenses, of a
 * project, of the whole body. The focus moves to what is named.
 */
record RoleNames(FigureContext context, Focus focus) {
  private static final Pattern ROLE =
      Pattern.compile(
          "(?<subject>.*?)(?<role>年初预算(?:批复)?|调整后的?全年预算|全年预算|调整后?预算|预算批复|预算|支出决算|决算|全年执行|实际执行|实际支出|全年支出|决算支出|执行)(?:数|金额|总额|安排(?:资金)?|(?<=费预算)支出(?:总额)?)?(?:(?<=经费(?:支出)?(?:年初|全年)?(?:预算|决算)数?)(?:总计|合计|共计|共))?$");
  private static final Pattern SPENT = Pattern.compile("实际支出|全年支出|决算支出|全年执行|实际执行");
  private static final Pattern COMPARED = Pattern.compile("大于|小于|高于|低于|多于|少于");
  private static final String ALL_OF_IT = "一般公共预算财政拨款支出";
  private static final String PROJECT = "项目";
  private static final String SPENT_OF_YEAR = "全年支出";
  private static final String WHOLE_BODY = "部门整体支出";

  /** Topics in which a budget that is nobody else's is that of the body judged. */
  private static final Set<Topic> EVALUATIONS =
      Set.of(Topic.PERFORMANCE, Topic.SELF_EVALUATION_TABLE, Topic.ANNEX, Topic.OVERVIEW);

  /**
   * The names; none where the label states no budget or result, or of nothing known.
   *
   * @param label words before the amount, cleaned
   */
  List<String> of(CompactText compact, Mention mention, String label) {
    boolean spent =
        EVALUATIONS.contains(context.topic())
            && label.equals("支出")
            && mention.label().endsWith(SPENT_OF_YEAR);
    Matcher role = ROLE.matcher(spent ? SPENT_OF_YEAR : label);
    return role.matches() ? of(compact, mention, role) : List.of();
  }

  private List<String> of(CompactText compact, Mention mention, Matcher role) {
    String kind =
        role.group("role")
            .replaceFirst("(?:实际|全年|决算)支出", "支出决算")
            .replaceFirst("(?<=年初预算)批复|调整后的?(?=全年)", "");
    String about = role.group("subject").replaceFirst("^完成", "").replaceFirst("财政拨款$", "财政拨款支出");
    about = kind.startsWith("支出") ? about.replaceFirst("(?<=预算|基金)$", "支出") : about;
    about = about.isEmpty() ? subjectBefore(compact, mention) : about;
    focusOnCategory(about, mention);
    about = focus.item() != null && FunctionalClasses.names(about) ? "" : about;
    if (about.matches("(?!.*采购).*项目(?:资金)?")
        || (about.isEmpty() && isProject() && focus.item() == null)) {
      String name = kind.contains("执行") || kind.contains("决算") ? "项目执行数" : "项目" + kind + "数";
      focus.setNames(List.of(PROJECT));
      return List.of(name.replace("项目预算批复数", "项目预算批复金额"));
    }
    String ofFocus = about.isEmpty() ? ofFocus(kind, role.group("role")) : null;
    if (ofFocus != null) {
      return List.of(ofFocus);
    }
    boolean whole =
        context.topic() == Topic.GENERAL_PUBLIC_BUDGET
            && about.matches("(?:财政拨款|一般公共预算|本年)?支出|一般公共预算")
            && !kind.equals("预算");
    List<String> names =
        whole
            ? List.of(ALL_OF_IT)
            : about.isEmpty()
                ? carried(compact, mention)
                : FigureVocabulary.names(about, context.topic());
    if (names.isEmpty()
        || COMPARED.matcher(about).find()
        || (!whole && about.matches(".*总|收入|支出|财政拨款支出|财政拨款收支|政府采购.*|机关运行经费"))) {
      return List.of();
    }
    focus.setNames(names);
    return names.stream().map(name -> roleName(name, kind)).toList();
  }

  /** What an amount that says no more than its kind is of the item or money last named, or null. */
  private @Nullable String ofFocus(String kind, String role) {
    if (focus.item() != null) {
      return kind.equals("决算") ? "支出决算" : kind.equals("预算") ? "年初预算" : kind;
    }
    if (SPENT.matcher(role).matches() && ofMoneyReceived()) {
      return focus.names().getFirst().startsWith("项目") ? "项目执行数" : "实际支出";
    }
    return kind.endsWith("决算") && ofMoneyCarriedOver() ? "支出决算" : null;
  }

  /** In sections on expenditure by item a 类 may have its budget and result without its mark. */
  private void focusOnCategory(String about, Mention mention) {
    String category = BudgetItem.plainCategory(about);
    if (context.topic() == Topic.GENERAL_PUBLIC_BUDGET
        && category != null
        && FunctionalClasses.names(about)) {
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
    return words.matches("\\p{IsHan}{2,12}(?:收入|支出|经费)|(?:收入|支出)预算") ? words : "";
  }

  private boolean isProject() {
    return focus.names().equals(List.of(PROJECT))
        || (focus.project() != null
            && focus.names().stream().allMatch(name -> name.startsWith(PROJECT)));
  }

  /** What was spent of an income is no result of that income. */
  private boolean ofMoneyReceived() {
    return focus.names().size() == 1 && focus.names().getFirst().matches(".*(?:收入|资金|总额|金额)");
  }

  private boolean ofMoneyCarriedOver() {
    return focus.names().size() == 1 && focus.names().getFirst().matches("上年结[转余].*");
  }

  /** What a budget or result without a subject is of: what was named last, the title, the body. */
  private List<String> carried(CompactText compact, Mention mention) {
    boolean evaluated = EVALUATIONS.contains(context.topic());
    if (!focus.names().isEmpty() && !(evaluated && mention.label().contains("调整后"))) {
      return focus.names();
    }
    String before = compact.text().substring(mention.sentence(), mention.quantity().start());
    if (mention.label().contains("完成")) {
      return List.of();
    }
    if (evaluated) {
      return before.contains("项目") ? List.of() : List.of(WHOLE_BODY);
    }
    return focus.titleNames();
  }

  private String roleName(String name, String kind) {
    boolean budget = kind.endsWith("预算");
    if (name.equals(WHOLE_BODY)) {
      return name + kind.replaceFirst("(?:支出)?决算", "执行") + "数";
    }
    if (name.endsWith("预算") && budget) {
      return name;
    }
    if (name.equals(ALL_OF_IT)) {
      return !budget ? "支出决算" : !kind.equals("预算") ? kind : context.budget() ? name : "年初预算";
    }
    if (name.equals("三公经费")) {
      return budget ? "三公经费预算" : "三公经费支出决算";
    }
    boolean bare =
        context.topic() == Topic.THREE_PUBLIC || FigureVocabulary.isPartOfThreePublic(name);
    boolean spent = kind.endsWith("决算");
    return spent || (bare && !budget) ? name : name + (bare ? "预算" : kind);
  }
}
