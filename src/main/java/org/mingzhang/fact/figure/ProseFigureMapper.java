package org.mingzhang.fact.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;

/**
 * Maps facts of sentences to figures: amounts, changes ({@code 基本支出比上年减少}), completions ({@code
 * 完成年初预算}) and shares ({@code 项目支出占本年支出合计}). Counts and amounts per head have no figures.
 */
final class ProseFigureMapper {
  /**
   * Topics of sections on achievements, whose amounts become figures only if they belong to an
   * account.
   */
  private static final Set<Topic> ACHIEVEMENT_TOPICS = Set.of(Topic.OVERVIEW, Topic.KEY_WORK);

  private final Disclosure disclosure;
  private final FigureNames names;
  private final BudgetItemPaths itemPaths;
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  ProseFigureMapper(Disclosure disclosure, FigureNames names, BudgetItemPaths items) {
    this.disclosure = disclosure;
    this.names = names;
    this.itemPaths = items;
    disclosure.sections().forEach(s -> sections.put(s.path(), s));
  }

  /**
   * Maps a fact to a figure; empty if the record format has none for it, or if the section is about
   * achievements and the fact about no account of the chart.
   */
  Optional<Figure> toFigure(Fact fact) {
    FactLocation location = fact.locations().getFirst();
    Section section = Objects.requireNonNull(sections.get(location.sectionPath()));
    if (ACHIEVEMENT_TOPICS.contains(section.topic())
        && names.isUnlistedAccount(fact)
        && !names.isBodyExpenditure(fact.account())) {
      return Optional.empty();
    }
    String text = texts.computeIfAbsent(location.sectionPath(), path -> section.text());
    SentenceContext part = SentenceContext.readAround(location, section, text);
    ContextualAmountNamer.ContextualName goals =
        fact.kind() == Fact.Kind.AMOUNT ? ContextualAmountNamer.find(part).orElse(null) : null;
    String name = goals == null ? nameOf(fact, part, section) : goals.name();
    BudgetItem budgetItem =
        goals == null ? itemOf(fact, part, section) : new BudgetItem(goals.item(), null);
    return name == null
        ? Optional.empty()
        : FigureDeriver.createFigure(
            fact, name, budgetItem.name(), budgetItem.code(), part.quote(), false);
  }

  /** The name and the code of a budget item, each null if unknown. */
  private record BudgetItem(@Nullable String name, @Nullable String code) {}

  /**
   * The name and code of a fact's budget item as the record format writes them: with level marks
   * (类、款、项) if a table of the document gives the item's code, if the text prints 类 after it or if
   * its code is the code of a class, otherwise the levels joined by "/". A final 支出 of a class is
   * left out unless it is printed before 类. The item of project funding is unchanged and has no
   * code.
   */
  private BudgetItem itemOf(Fact fact, SentenceContext sentenceContext, Section section) {
    FactContext context = fact.context();
    String item = context.item();
    if (item == null || names.isProjectFunding(fact.account())) {
      return new BudgetItem(item, null);
    }
    String code = itemPaths.findCode(item);
    if (code != null) {
      return new BudgetItem(BudgetItemPaths.withLevelMarks(item, code), code);
    }
    String known = context.code();
    boolean category = item.indexOf('/') < 0 && known != null && known.matches("2\\d\\d");
    String words = section.title() + sentenceContext.textBeforeInClause();
    boolean marked =
        category && words.replaceAll("[“”\"]", "").replace('(', '（').contains(item + "（类");
    return new BudgetItem(
        marked ? item + "（类）" : category ? item.replaceFirst("支出$", "") + "（类）" : item, known);
  }

  private @Nullable String nameOf(Fact fact, SentenceContext sentenceContext, Section section) {
    return switch (fact.kind()) {
      case AMOUNT -> amountName(fact, sentenceContext);
      case CHANGE -> subjectName(fact) + baseName(fact) + directionWord(fact, "more", "less");
      case RATE -> rateName(fact, sentenceContext);
      case SHARE -> shareName(fact, section);
      case COUNT, PER_HEAD -> null;
    };
  }

  private String amountName(Fact fact, SentenceContext sentenceContext) {
    if (names.isProjectFunding(fact.account())) {
      return names.projectAmountName(fact, sentenceContext.label());
    }
    if (names.isBodyExpenditure(fact.account())) {
      return names.formAmountName(fact);
    }
    if (fact.context().item() != null) {
      return names.areItemsNamedByStage(fact.account())
          ? names.itemAmountName(names.refineStage(fact.context().stage(), sentenceContext.label()))
          : names.accountName(fact.account(), null);
    }
    return names.amountName(fact, sentenceContext.label());
  }

  private String subjectName(Fact fact) {
    FactContext context = fact.context();
    if (context.item() != null && names.areItemsNamedByStage(fact.account())) {
      return names.itemAmountName(context.stage());
    }
    return names.accountName(fact.account(), context.item() == null ? context.fund() : null);
  }

  private @Nullable String rateName(Fact fact, SentenceContext sentenceContext) {
    Fact.ReferenceAmount reference = fact.reference();
    if (reference == null || reference.rateOf() == null) {
      return null;
    }
    if (reference.rateOf() == Fact.RateKind.CHANGE) {
      return subjectName(fact) + baseName(fact) + directionWord(fact, "up", "down");
    }
    Stage referenceStage =
        names.refineStage(
            Objects.requireNonNullElse(reference.stage(), Stage.BUDGET), sentenceContext.label());
    String done =
        FigureNames.requireText("word", "completed")
            + FigureNames.requireText("stage", Objects.requireNonNull(referenceStage).label());
    boolean plain = fact.context().item() != null || names.isOmittedInRates(fact.account());
    return plain ? done : subjectName(fact) + done;
  }

  private String shareName(Fact fact, Section section) {
    Fact.ReferenceAmount reference = fact.reference();
    String whole = reference == null ? null : reference.whole();
    if (fact.context().item() != null && whole == null) {
      return FigureNames.requireText("word", "share-of-item");
    }
    String ofTopic = section.topic() == Topic.INCOME ? "share-of-income" : "share-of-unknown";
    return subjectName(fact)
        + FigureNames.requireText("word", "share")
        + (whole == null ? FigureNames.requireText("word", ofTopic) : whole);
  }

  /**
   * The words for the value that a change is compared with: the result of the year before, or a
   * stage of some year.
   */
  private String baseName(Fact fact) {
    Fact.ReferenceAmount reference = fact.reference();
    Stage stage = reference == null ? null : reference.stage();
    Integer year = reference == null ? null : reference.year();
    Integer contextYear = fact.context().year();
    Integer own = contextYear == null ? disclosure.metadata().year() : contextYear;
    boolean before = own == null || year == null || year == own - 1;
    boolean result =
        stage == Stage.RESULT || (stage == Stage.EXECUTION && !names.isBudgetDocument());
    if (stage == null || (before && result)) {
      return FigureNames.requireText("word", "than-year-before");
    }
    boolean other = year != null && !year.equals(own);
    return FigureNames.requireText("word", "than") + (other ? year + "年" : "") + stage.label();
  }

  private static String directionWord(Fact fact, String increaseWord, String decreaseWord) {
    return FigureNames.requireText("word", fact.value().signum() < 0 ? decreaseWord : increaseWord);
  }
}
