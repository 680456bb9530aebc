package org.mingzhang.statement.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.clause.StageAndTimeResolver;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.AmountPhraseReader;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.phrase.ResolvedName;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseTokenizer;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

/**
 * Computes for each section the chart, fund, stage, year and project that it inherits from its own
 * title, the titles above it and the title of the document. Sections must be entered in reading
 * order.
 */
final class SectionContextBuilder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SectionContextBuilder.class);

  private static final Pattern MEETING_NOTE = PATTERNS.get("meeting");
  private static final Pattern PLAN_TITLE = PATTERNS.get("plan-title");
  private static final Pattern COMPARISON_PHRASE = PATTERNS.get("compared");
  private static final Pattern ADJUSTMENT_TITLE = PATTERNS.get("adjustment");
  private static final Pattern FUND_BUDGET_TITLE = PATTERNS.get("fund-budget-title");
  private static final Pattern USE_TITLE = PATTERNS.get("use-title");

  private static final Pattern EXECUTED_YEAR = PATTERNS.get("executed");
  private static final Pattern TITLE_ENDING = PATTERNS.get("title-ending");
  private static final Pattern RATE_TITLE = PATTERNS.get("rate-title");

  /** Titles of applications for money, whose amounts have not been spent. */
  private static final Pattern UNSPENT_TITLE = PATTERNS.get("unspent-title");

  private static final Pattern PUBLIC_BODY_TITLE = PATTERNS.get("body");
  private static final Pattern PARTS_BY_FUND = PATTERNS.get("parts-by-fund");

  private final Disclosure disclosure;
  private final Lexicon lexicon;
  private final ProseTokenizer tokenizer;
  private final TitleContextReader titleReader;
  private final ProjectTitleReader projectTitleReader;
  private final ChartOfAccounts chart;
  private final boolean isGovernmentReport;

  /** Whether the document's title announces the execution of a budget (执行). */
  private final boolean titleAnnouncesExecution;

  private final InheritedContext documentContext;
  private final Map<String, InheritedContext> contextsByPath = new HashMap<>();
  private final AnnouncedItemFunds itemFunds;

  SectionContextBuilder(Disclosure disclosure, Lexicon lexicon, ProseTokenizer tokenizer) {
    this.disclosure = disclosure;
    this.lexicon = lexicon;
    this.tokenizer = tokenizer;
    this.titleReader = new TitleContextReader(lexicon, tokenizer);
    this.itemFunds = new AnnouncedItemFunds(titleReader);
    this.chart = DocumentChartSelector.forDocument(disclosure);
    this.projectTitleReader = new ProjectTitleReader(chart, disclosure.metadata().agency());
    this.isGovernmentReport = chart == ChartOfAccounts.governments();
    this.titleAnnouncesExecution =
        Objects.toString(disclosure.metadata().title(), "").contains("执行");
    this.documentContext = createDocumentContext();
  }

  /**
   * Derives the context of a section from the sections above it, and keeps it for the sections
   * below.
   */
  InheritedContext deriveAndRemember(Section section) {
    InheritedContext own =
        deriveContext(itemFunds.withAnnouncedFund(section, contextAbove(section)), section.title());
    Subject project =
        section.isListItem() && !isGovernmentReport
            ? projectTitleReader.findProjectOfItem(section, own)
            : null;
    own = project == null ? own : own.withSubject(project);
    Fund fund = own.fund();
    own = fund == null ? own : own.withFund(includeOtherFund(fund, section));
    own = ExpectedTransferDetector.withStageOfExpectedTransfers(own, section);
    contextsByPath.put(section.path(), own);
    return own;
  }

  /**
   * The fund of the amounts of a section. A section whose title names a fund, but whose text
   * divides its total into that fund and another one, states amounts of both.
   *
   * @param titled the fund that the titles name
   */
  private static Fund includeOtherFund(Fund titled, Section section) {
    Matcher divided =
        titled == Fund.GENERAL_BUDGET || titled == Fund.APPROPRIATION
            ? PARTS_BY_FUND.matcher(FoldedText.fold(section.text()).text())
            : null;
    if (divided == null || !divided.find()) {
      return titled;
    }
    return divided.group("outside") == null ? Fund.APPROPRIATION : Fund.ALL;
  }

  /** The context of the enclosing section; that of the document if there is none. */
  InheritedContext contextAbove(Section section) {
    InheritedContext context = documentContext;
    String path = section.path();
    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      context = contextsByPath.getOrDefault(path.substring(0, dot), context);
    }
    return context;
  }

  /**
   * Replaces the context of a section by a context that its text announces; subsections inherit it.
   */
  void replaceContext(Section section, InheritedContext context) {
    contextsByPath.put(section.path(), context);
  }

  /** The funds of items that the sections before them announce. */
  AnnouncedItemFunds itemFunds() {
    return itemFunds;
  }

  private InheritedContext createDocumentContext() {
    String printed =
        TraditionalToSimplifiedConverter.simplify(
            Objects.toString(disclosure.metadata().title(), ""));
    String title = MEETING_NOTE.matcher(printed).replaceAll("");
    TokenizedTitle tokenized = titleReader.tokenize(title);
    Stage stage = determineDocumentStage(title, tokenized);
    Integer year = determineDocumentYear(stage, tokenized);
    String period = TitleContextReader.findPeriod(tokenized);
    StageAndTime stageAndTime =
        new StageAndTime(
            stage,
            year,
            titleReader.isPeriodOfOtherYear(title, year, period) ? null : period,
            null);
    InheritedContext plain =
        new InheritedContext(
            chart,
            stageAndTime,
            null,
            defaultSubject(),
            disclosure.metadata().agency(),
            title,
            false);
    Subject project =
        disclosure.metadata().category() == Category.PROJECT_SELF_EVALUATION
            ? projectTitleReader.findEvaluatedProject(title, plain)
            : null;
    return project == null ? plain : plain.withSubject(project);
  }

  /** The subject of amounts without a name in this kind of document; null if there is none. */
  private @Nullable Subject defaultSubject() {
    Category category = disclosure.metadata().category();
    String name = category == null ? null : lexicon.defaultAccountName(category.name());
    return name == null ? null : Subject.ofUnlistedName(name, null);
  }

  /** The year that belongs to a stage in a title with two years: 2022年预算执行情况和2023年预算草案. */
  private @Nullable Integer determineDocumentYear(@Nullable Stage stage, TokenizedTitle title) {
    Integer year = disclosure.metadata().year();
    List<Integer> years = TitleContextReader.findYears(title);
    boolean executed = years.size() > 1 && stage == Stage.EXECUTION;
    if (executed && EXECUTED_YEAR.matcher(title.printed()).find()) {
      return years.getFirst();
    }
    return year == null && years.size() == 1 ? years.getFirst() : year;
  }

  private @Nullable Stage determineDocumentStage(String title, TokenizedTitle tokenized) {
    if (isGovernmentReport
        && (title.contains("执行")
            || (TitleContextReader.findStage(title) == Stage.EXECUTION
                && TitleContextReader.findPeriod(tokenized) != null))) {
      return Stage.EXECUTION;
    }
    if (isGovernmentReport && ADJUSTMENT_TITLE.matcher(title).find()) {
      return Stage.ADJUSTED_BUDGET;
    }
    Category category = disclosure.metadata().category();
    if (isGovernmentReport && category == null && FUND_BUDGET_TITLE.matcher(title).find()) {
      return Stage.BUDGET;
    }
    if (category != null && category != Category.OTHER) {
      return category.isFinalAccount()
          ? Stage.RESULT
          : category.isBudget() ? Stage.BUDGET : Stage.EXECUTION;
    }
    Stage stated = TitleContextReader.findStage(title);
    return UNSPENT_TITLE.matcher(title).find()
        ? Stage.BUDGET
        : stated == null ? Stage.EXECUTION : stated; // what is not planned was received or spent
  }

  /**
   * The context of the text below a title: the context above it, with stage, year, period and
   * subject replaced by those that the title states. 预算 in the title of an execution report is no
   * stage.
   *
   * @param above the context of the section above
   * @param printed the title
   */
  InheritedContext deriveContext(InheritedContext above, String printed) {
    String title =
        COMPARISON_PHRASE
            .matcher(TraditionalToSimplifiedConverter.simplify(printed))
            .replaceAll("");
    TokenizedTitle tokenized = titleReader.tokenize(title);
    StageAndTime stageAndTime = above.stageAndTime();
    List<Integer> years = TitleContextReader.findYears(tokenized);
    Stage stated =
        isPlannedUse(title, years, stageAndTime) ? null : TitleContextReader.findStage(title);
    boolean plan = PLAN_TITLE.matcher(title).matches();
    boolean generic =
        (titleAnnouncesExecution || (isGovernmentReport && disclosure.metadata().title() != null))
            && stageAndTime.stage() == Stage.EXECUTION
            && stated == Stage.BUDGET
            && !plan;
    boolean adjusted = stated == Stage.BUDGET && stageAndTime.stage() == Stage.ADJUSTED_BUDGET;
    if (stated != null
        && !generic
        && !adjusted
        && !(stated == Stage.BUDGET
            && stageAndTime.stage() == Stage.RESULT
            && years.isEmpty()
            && !plan)) {
      stageAndTime = stageAndTime.withStage(stated);
    }
    if (years.size() == 1) {
      Stage ofYear =
          isGovernmentReport && stated == null
              ? StageAndTimeResolver.stageOfYear(stageAndTime, years.getFirst())
              : stageAndTime.stage();
      stageAndTime = stageAndTime.withStage(ofYear).withYear(years.getFirst());
    }
    Matcher rate = RATE_TITLE.matcher(tokenized.text());
    Subject rated = rate.lookingAt() ? readSubject(rate.group("name"), above) : null;
    Subject own = rated == null ? readSubject(tokenized.text(), above) : rated;
    Subject byKind = projectTitleReader.findProject(tokenized.text(), above);
    byKind = rated != null ? rated : byKind == null ? defaultSubject() : byKind;
    if (byKind == null
        && (title.contains("自评")
            || (above.subject() != null && isDefaultSubject(above.subject())))) {
      Category kind =
          evaluatesProgram()
              ? Category.PROJECT_SELF_EVALUATION
              : Category.DEPARTMENT_SELF_EVALUATION;
      byKind =
          Subject.ofUnlistedName(
              Objects.requireNonNull(lexicon.defaultAccountName(kind.name())), null);
    }
    String period = TitleContextReader.findPeriod(tokenized);
    if (titleReader.isPeriodOfOtherYear(title, stageAndTime.year(), period)) {
      period = null;
    }
    if (period != null
        || titleReader.isPeriodOfOtherYear(
            documentContext.title(), stageAndTime.year(), stageAndTime.period())) {
      stageAndTime = stageAndTime.withPeriod(period);
    }
    return new InheritedContext(
        chart,
        stageAndTime,
        titleReader.findFund(tokenized, above.fund()),
        own != null && byKind == null ? own : byKind,
        above.agency(),
        above.title(),
        above.amountsArePerHead()
            || tokenized.tokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.PER_HEAD)));
  }

  /**
   * Whether a title in the budget of an agency is on the use of the budget's money, which is
   * planned and not executed: 一般公共预算当年拨款具体使用情况. A government reports on what was used.
   *
   * @param years the years that the title names
   * @param above stage and time of the titles above
   */
  private boolean isPlannedUse(String title, List<Integer> years, StageAndTime above) {
    return BudgetStages.isBudget(above.stage())
        && !isGovernmentReport
        && USE_TITLE.matcher(title).matches()
        && years.stream().allMatch(y -> y.equals(above.year()));
  }

  /**
   * Whether the document evaluates what its title names and the title names no body: 营养改善计划绩效自评报告.
   */
  private boolean evaluatesProgram() {
    String title = documentContext.title();
    return disclosure.metadata().agency() == null
        && title.contains("自评")
        && !PUBLIC_BODY_TITLE.matcher(title).find();
  }

  private boolean isDefaultSubject(Subject subject) {
    return lexicon.isDefaultAccountName(subject.account());
  }

  /** The account, or amount per head, that a folded title names, alone or before 情况说明. */
  private @Nullable Subject readSubject(String title, InheritedContext above) {
    String name = TITLE_ENDING.matcher(title).replaceFirst("");
    FoldedText foldedText = FoldedText.fold(name);
    AmountPhraseReader reader =
        new AmountPhraseReader(foldedText, lexicon, above, (s, e) -> new Span("", 1, 0, 0));
    Integer year = above.stageAndTime().year();
    AmountPhrase phrase =
        reader.read(tokenizer.tokenize(foldedText), null, year == null ? 0 : year, null);
    List<Subject> subjects = phrase.subjects();
    if (subjects.isEmpty()) {
      // 收入预算 and 支出预算 are names of totals, but a phrase reader would read them as 收入 or 支出 at a
      // stage
      return new AccountNameResolver(chart)
          .resolve(name, null)
          .map(ResolvedName::subject)
          .filter(s -> s.isInChart() && s.item() == null)
          .orElse(null);
    }
    return subjects.size() == 1 && (subjects.getFirst().isInChart() || phrase.isPerHead())
        ? subjects.getFirst()
        : null;
  }
}
