package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amount;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Mentions;

/**
 * Reads the figures of the paragraphs of one section, in order. One object a section: what a
 * sentence is about is carried to the next. Not safe on many threads.
 */
final class SentenceFigures {
  private static final Set<Topic> PROSE =
      Set.of(Topic.GLOSSARY, Topic.KEY_WORK, Topic.OVERVIEW, Topic.STATE_ASSETS);
  private static final Pattern ASIDE =
      Pattern.compile("原因|主要产出|主要成效|产出和效[益果]|发现的?问题|存在的?问题|主要用于(?!以下)|单[位]?价|单位价值");
  private static final Pattern ENUMERATED = Pattern.compile("^(?:其)?[一二三四五六七八九十]+是");
  private static final Pattern CONTINUED = Pattern.compile("^。?(?:主要用于|年初预算|全年预算|支出决算|预算数|决算数)");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?<subject>.*?)(?<role>年初预算|全年预算|调整后?预算|预算批复|预算|支出决算|决算|全年执行|实际执行|执行)(?:数|金额|安排)?$");
  private static final Pattern SHARE = Pattern.compile("占(?<whole>[^，,]*)$");
  private static final Pattern COMPLETION =
      Pattern.compile("完成(?<base>年初预算|全年预算|调整预算|预算)?数?的?(?:比例)?(?:为)?$");
  private static final Pattern LAST_YEAR = Pattern.compile("上一?年|去年");
  private static final Pattern CHANGED =
      Pattern.compile("(?:增加|增长|上升|提高|减少|下降|降低|压减|增|减)(?:了|额|为)*$|结转|结余");
  private static final Pattern GOALS = Pattern.compile("编报绩效目标|绩效跟踪评价|绩效跟踪|绩效自评|绩效评价");
  private static final Pattern AWARDED =
      Pattern.compile("在([^，,]*?)的?(?:政府)?采购项目中，由([^，,]*?)供应商中标");
  private static final Pattern PLAN = Pattern.compile("预算安排|资金安排|预算情况|资金概况|资金情况");
  private static final Pattern PROJECT =
      Pattern.compile(
          "(?:^|[。，,:])(?:[\\d一二三四五六七八九十]+[.、．])?[“\"]?([^。，,:；;“”\"]{2,40}?)[”\"]?项目(?:支出)?(?:绩效)?(?:自评综述|自评结果|自评情况|绩效分析|全年预算)");
  private static final Pattern KIND = Pattern.compile("(?:^|。)([^。，,:；;]{2,12}项目)绩效分析");

  private final FigureContext context;
  private final List<Figure> figures = new ArrayList<>();
  private List<String> subject = List.of();
  private @Nullable BudgetItem item;
  private @Nullable String project;

  SentenceFigures(FigureContext context) {
    this.context = context;
    this.project = context.project();
  }

  /** The figures read so far. */
  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** Reads what the heading says: the item or project that the section is about. */
  void heading(String title) {
    List<BudgetItem> items = BudgetItem.find(CompactText.of(title).text());
    item = items.isEmpty() ? null : items.getLast();
    findProject(CompactText.of(title).text() + "项目绩效分析", 0);
  }

  /** Reads one paragraph. */
  void paragraph(String text, int page) {
    CompactText compact = CompactText.of(text);
    List<BudgetItem> items = BudgetItem.find(compact.text());
    boolean continued = context.section().item() || CONTINUED.matcher(compact.text()).find();
    item = continued && item != null ? item.at(0) : null;
    subject = List.of();
    for (Mention mention : Mentions.find(compact)) {
      for (BudgetItem next : items) {
        item = next.end() <= mention.quantity().start() ? next : item;
      }
      findProject(compact.text(), mention.quantity().start());
      if (!aside(compact, mention)) {
        read(compact, mention, page);
      }
    }
  }

  private boolean aside(CompactText compact, Mention mention) {
    String sentence = compact.text().substring(mention.sentence(), mention.quantity().start());
    String part = compact.text().substring(mention.part(), mention.quantity().start());
    String before = ENUMERATED.matcher(part).find() ? sentence : part;
    boolean prose = PROSE.contains(context.topic()) && !inPlan();
    return prose || ASIDE.matcher(before).find();
  }

  private void findProject(String text, int before) {
    Matcher named = PROJECT.matcher(text);
    while (named.find() && named.start() < before) {
      project = named.group(1).replaceFirst("^.*(?:19|20)\\d{2}年度?", "");
    }
    Matcher kind = KIND.matcher(text);
    while (kind.find() && kind.start() < before) {
      project = kind.group(1).replace('(', '（').replace(')', '）');
    }
  }

  private void read(CompactText compact, Mention mention, int page) {
    String label = mention.label().substring(afterItem(mention));
    if (mention.quantity() instanceof Amount amount) {
      if (!amount.missing()) {
        amount(compact, mention, FigureVocabulary.clean(label, context.agency()), page);
      }
    } else {
      rate(compact, mention, label, page);
    }
  }

  /** The label without the item's own name, which may hold words of other labels. */
  private int afterItem(Mention mention) {
    BudgetItem current = item;
    return current == null
        ? 0
        : Math.max(0, Math.min(current.end() - mention.clause(), mention.label().length()));
  }

  private void amount(CompactText compact, Mention mention, String label, int page) {
    Change change = Change.of(compact, mention, context.agency(), context.year());
    if (change != null && !inPlan()) {
      change(compact, mention, change, page);
      return;
    }
    Matcher role = ROLE.matcher(label);
    if (role.matches() && role(compact, mention, role, page)) {
      return;
    }
    plain(compact, mention, label, page);
  }

  /** Budget and result of an item, of the three public expenses, of a project. */
  private boolean role(CompactText compact, Mention mention, Matcher role, int page) {
    String kind = role.group("role");
    String about = role.group("subject").replaceFirst("财政拨款$", "财政拨款支出");
    if (about.matches("(?!.*采购).*项目(?:资金)?") || (about.isEmpty() && isProject() && item == null)) {
      String name = kind.contains("执行") || kind.contains("决算") ? "项目执行数" : "项目" + kind + "数";
      add(compact, mention, name.replace("项目预算批复数", "项目预算批复金额"), page);
      return true;
    }
    if (item != null && about.isEmpty()) {
      add(compact, mention, kind.equals("决算") ? "支出决算" : kind, page);
      return true;
    }
    List<String> names = about.isEmpty() ? subject : FigureVocabulary.names(about, context.topic());
    if (names.isEmpty() || about.matches("收入|支出|财政拨款支出|政府采购.*|机关运行经费")) {
      return false;
    }
    subject = names;
    for (String name : names) {
      add(compact, mention, roleName(name, kind), page);
    }
    return true;
  }

  private boolean isProject() {
    return project != null && subject.isEmpty();
  }

  private String roleName(String name, String kind) {
    boolean budget = kind.endsWith("预算");
    if (name.matches("一般公共预算财政拨款支出")) {
      return budget ? kind : "支出决算";
    }
    if (name.equals("三公经费")) {
      return budget ? "三公经费预算" : "三公经费支出决算";
    }
    return context.topic() == Topic.THREE_PUBLIC ? (budget ? name + "预算" : name) : name + kind;
  }

  private void plain(CompactText compact, Mention mention, String label, int page) {
    String goals = goalsName(compact, mention, label);
    if (goals != null) {
      add(compact, mention, goals, page);
      return;
    }
    Matcher winner = AWARDED.matcher(compact.text().substring(mention.part(), mention.clause()));
    if (label.equals("采购金额") && winner.find()) {
      add(compact, mention, winner.group(1) + "项目中由" + winner.group(2) + "中标或成交金额", page);
      return;
    }
    if (item != null && label.matches("(?:支出|金额|安排)?")) {
      add(compact, mention, isBudget() ? "财政拨款支出" : "支出决算", page);
      return;
    }
    String category = category(compact, mention, label);
    if (category != null) {
      item = new BudgetItem(category, null, null, mention.clause(), mention.quantity().start());
      add(compact, mention, "支出决算", page);
      return;
    }
    List<String> names = FigureVocabulary.names(label, context.topic());
    if (names.isEmpty() && inPlan()) {
      names = planned(compact, mention, label);
    }
    if (!names.isEmpty() && accepted()) {
      item = context.section().item() ? item : null;
      subject = names;
      names.forEach(name -> add(compact, mention, name, page));
    }
  }

  private boolean accepted() {
    return context.topic() != Topic.PERFORMANCE || project != null;
  }

  private boolean isBudget() {
    return context.section().title().contains("预算编制")
        || (context.topic() != Topic.GENERAL_PUBLIC_BUDGET && item != null && item.line() != null);
  }

  /** In the structure of expenditure a 类 may stand without its mark: 卫生健康支出3.96万元，占2%. */
  private @Nullable String category(CompactText compact, Mention mention, String label) {
    boolean share = compact.text().startsWith("，占", mention.quantity().end());
    return context.topic() == Topic.GENERAL_PUBLIC_BUDGET
            && share
            && !label.matches(".*(?:拨款|基本|项目|合计|经营|上缴|补助).*")
        ? BudgetItem.plainCategory(label)
        : null;
  }

  /** 编报绩效目标的项目4个，涉及预算金额598.42万元: the amount belongs to the clause before. */
  private @Nullable String goalsName(CompactText compact, Mention mention, String label) {
    if (!label.matches("(?:涉及.*|资金|金额)")) {
      return null;
    }
    if (project != null && label.matches("涉及预算(?:总)?(?:资金|金额)")) {
      return "项目预算数";
    }
    Matcher goals = GOALS.matcher(compact.text().substring(mention.sentence(), mention.clause()));
    String found = null;
    while (goals.find()) {
      found = goals.group();
    }
    return found == null ? null : found + "项目" + label.replace("涉及项目", "");
  }

  private boolean inPlan() {
    return PLAN.matcher(context.section().title()).find() || context.project() != null;
  }

  /** Parts of a project's budget: named before the amount, or only behind it. */
  private List<String> planned(CompactText compact, Mention mention, String label) {
    if (label.matches("[\\p{IsHan}()、]{3,30}")) {
      return List.of(label);
    }
    Matcher after =
        Pattern.compile("^[\\p{IsHan}]{3,14}(?=[，。；,;])")
            .matcher(compact.text().substring(mention.quantity().end()));
    return label.matches("(?:其中)?") && after.find() ? List.of(after.group()) : List.of();
  }

  private void rate(CompactText compact, Mention mention, String label, int page) {
    Matcher share = SHARE.matcher(label);
    Matcher completion = COMPLETION.matcher(label);
    if (completion.find()) {
      String base = completion.group("base") == null ? "预算" : completion.group("base");
      boolean general = subject.contains("一般公共预算财政拨款支出") || item != null || subject.isEmpty();
      String name = "完成" + base;
      add(compact, mention, general ? name : subject.getFirst() + name, page);
    } else if (share.find()) {
      String whole = share.group("whole").replaceAll("的(?:比例|比重)?(?:为)?$|为$|比例?$|比重$", "");
      whole = whole.isEmpty() && context.topic() == Topic.INCOME ? "本年收入" : whole;
      if (item != null && whole.isEmpty()) {
        add(compact, mention, "占一般公共预算财政拨款支出比重", page);
      } else if (!subject.isEmpty()) {
        add(compact, mention, subject.getFirst() + "占" + (whole.isEmpty() ? "比" : whole), page);
      }
    } else {
      Change change = Change.of(compact, mention, context.agency(), context.year());
      if (change != null) {
        change(compact, mention, change, page);
      }
    }
  }

  private void change(CompactText compact, Mention mention, Change change, int page) {
    subject = change.subjectOr(subject, context.topic());
    for (String name : subject) {
      add(compact, mention, name + change.base() + change.direction(), page);
    }
  }

  private void add(CompactText compact, Mention mention, String name, int page) {
    BudgetItem current = item;
    boolean projectFigure = project != null && (name.startsWith("项目") || inPlan());
    String about = projectFigure ? project : current == null ? null : current.path();
    String code =
        current == null || projectFigure ? null : context.codes().code(current.fullName());
    figures.add(
        new Figure(
            context.section().path(),
            name,
            code == null || current == null ? about : current.fullName(),
            code,
            mention.quantity() instanceof Amount amount
                ? amount.printed()
                : Objects.requireNonNull(mention.quantity().value()).toPlainString(),
            mention.quantity() instanceof Amount amount ? amount.unit() : "%",
            year(mention),
            compact.original(mention.part(), mention.partEnd()).strip(),
            page,
            false));
  }

  /** The document's year, or the one before where the label says so: {@code 上年收入总计}. */
  private @Nullable Integer year(Mention mention) {
    Integer own = context.year();
    String label = mention.label();
    if (own == null || !mention.isAmount() || CHANGED.matcher(label).find()) {
      return own;
    }
    boolean before = LAST_YEAR.matcher(label).find() || label.contains((own - 1) + "年");
    return before && !label.contains(own + "年") ? Integer.valueOf(own - 1) : own;
  }
}
