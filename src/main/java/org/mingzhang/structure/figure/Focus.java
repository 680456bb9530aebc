package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * What the sentences of a section are about at a place: the budget item, the project and the
 * figures named last, to which later amounts without a name of their own belong. One object a
 * section; not safe on many threads.
 */
final class Focus {
  private static final Pattern CONTINUED = Pattern.compile("^。?(?:主要用于|年初预算|全年预算|支出决算|预算数|决算数)");
  private static final Pattern ABOUT =
      Pattern.compile("(?:支出)?(?:决算|预算)?(?:安排|支出)?(?:的?(?:总体|具体|结构))?(?:情况)?的?(?:说明)?$");
  private static final Pattern PLAN = Pattern.compile("预算安排|资金安排|预算情况|资金概况|资金情况");
  private static final Pattern PROJECT =
      Pattern.compile(
          "(?:^|[。，,:])(?:[\\d一二三四五六七八九十]+[.、．])?[“\"]?([^。，,:；;“”\"]{2,40}?)[”\"]?项目(?:支出)?(?:绩效)?(?:自评综述|自评结果|自评情况|绩效分析|，?(?:全年|年初)预算)");
  private static final Pattern UP_TO_YEAR = Pattern.compile("^.*(?:19|20)\\d{2}年度?");
  private static final Pattern KIND = Pattern.compile("(?:^|。)([^。，,:；;]{2,12}项目)绩效分析");

  /** What a paragraph ends with whose parts stand in the next one. */
  private static final Pattern OPEN = Pattern.compile("其中:?$");

  private final FigureContext context;
  private List<BudgetItem> items = List.of();
  private List<String> names = List.of();
  private @Nullable BudgetItem item;
  private @Nullable String project;
  private List<Named> projects = List.of();

  private final List<Step> steps = new ArrayList<>();
  private int here;
  private boolean open;
  private boolean inParts;
  private int end;

  /** What was named at a place of the paragraph. */
  private record Step(int place, List<String> names) {}

  /** A project that a paragraph names, and where. */
  private record Named(int start, String name) {}

  Focus(FigureContext context) {
    this.context = context;
    this.project = context.project() == null ? context.evaluated() : context.project();
  }

  /** Reads what the heading says: the item or project that the section is about. */
  void heading(String title) {
    CompactText compact = CompactText.of(title);
    List<BudgetItem> named = BudgetItem.find(compact.text());
    item = named.isEmpty() ? null : named.getLast();
  }

  /** Begins a paragraph: an item is carried into it where its text goes on with that item. */
  void begin(CompactText paragraph) {
    items = BudgetItem.find(paragraph.text());
    projects = projects(paragraph.text());
    inParts = open && item != null;
    boolean continued =
        inParts || context.section().item() || CONTINUED.matcher(paragraph.text()).find();
    open = OPEN.matcher(paragraph.text()).find();
    item = continued && item != null ? item.at(0) : null;
    names = List.of();
    steps.clear();
    end = 0;
  }

  /** Moves on to a mention of the paragraph. */
  void moveTo(CompactText paragraph, Mention mention) {
    int place = mention.quantity().start();
    for (BudgetItem next : items) {
      item = next.end() <= place ? next : item;
    }
    findProject(place);
    int outer = SentenceHead.before(paragraph.text(), mention, end);
    names = outer < 0 ? names : namesAt(outer);
    here = place;
    end = mention.quantity().end();
  }

  private List<String> namesAt(int place) {
    List<String> found = names;
    for (Step step : steps.reversed()) {
      if (step.place() < place) {
        return step.names();
      }
    }
    return found;
  }

  private void findProject(int before) {
    for (Named named : projects) {
      project = named.start() < before ? named.name() : project;
    }
  }

  /** The projects of a text: those that it sets out, then the kinds, which go before them. */
  private static List<Named> projects(String text) {
    if (!text.contains("项目")) {
      return List.of();
    }
    List<Named> found = new ArrayList<>();
    Matcher named = PROJECT.matcher(text);
    while (named.find()) {
      found.add(new Named(named.start(), UP_TO_YEAR.matcher(named.group(1)).replaceFirst("")));
    }
    Matcher kind = KIND.matcher(text);
    while (kind.find()) {
      found.add(new Named(kind.start(), kind.group(1).replace('(', '（').replace(')', '）')));
    }
    return found;
  }

  /** Whether the section sets out the money of a project: its amounts are parts of its budget. */
  boolean inPlan() {
    String title = context.section().title();
    return context.project() != null
        || (PLAN.matcher(title).find() && !FigureVocabulary.ofDepartment(title));
  }

  /** Names of the figure that the section's title is about; empty where it is about none. */
  List<String> titleNames() {
    String title = CompactText.of(context.section().title()).text();
    String plain = ABOUT.matcher(FigureVocabulary.clean(title, context.agency())).replaceFirst("");
    return FigureVocabulary.names(plain, context.topic());
  }

  /** The label without the item's own name, which may hold words of other labels. */
  String labelAfterItem(Mention mention) {
    BudgetItem current = item;
    int from =
        current == null
            ? 0
            : Math.max(0, Math.min(current.end() - mention.clause(), mention.label().length()));
    return mention.label().substring(from);
  }

  @Nullable BudgetItem item() {
    return item;
  }

  /** Whether the paragraph divides the item that the paragraph before ended with. */
  boolean inParts() {
    return inParts;
  }

  void setItem(@Nullable BudgetItem next) {
    item = next;
  }

  @Nullable String project() {
    return project;
  }

  /** Names of the figures named last; empty at the beginning of a paragraph. */
  List<String> names() {
    return names;
  }

  void setNames(List<String> next) {
    names = next;
    steps.add(new Step(here, next));
  }
}
