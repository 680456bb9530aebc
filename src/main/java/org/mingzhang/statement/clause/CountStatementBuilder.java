package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement.Count;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.NameBoundaryDetector;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.text.PatternTable;

/** Adds statements of counts. The words before a number, or the topic, decide what is counted. */
final class CountStatementBuilder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CountStatementBuilder.class);
  private static final Pattern PROJECT_COUNT_LABEL = PATTERNS.get("projects");

  private static final Pattern BEFORE_IN_SERIES = PATTERNS.get("series-before");
  private static final Pattern AFTER_IN_SERIES = PATTERNS.get("series-after");

  /** Minimum number of characters of a noun that says what is counted. */
  private static final int MIN_NOUN_LENGTH = 3;

  /**
   * Number of characters before and after a number that are searched for another number of the same
   * series.
   */
  private static final int MAX_NEIGHBOR_LENGTH = 12;

  private final FoldedText foldedText;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final QuantityReader quantityReader;
  private final ValueSubjectAssigner subjectAssigner;
  private final CountAccountResolver countAccountResolver;
  private final CountedPartResolver countedPartResolver;

  CountStatementBuilder(
      FoldedText foldedText,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      QuantityReader quantityReader) {
    this.foldedText = foldedText;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.quantityReader = quantityReader;
    this.subjectAssigner = new ValueSubjectAssigner(discourse, phraseResolver);
    this.countAccountResolver = new CountAccountResolver(foldedText, discourse);
    this.countedPartResolver = new CountedPartResolver(discourse);
  }

  /**
   * Adds a statement for each number of things that a clause states and that has an account. An
   * account, a project or a payment that the words name becomes the topic. Adds no statement if the
   * numbers only count the projects that the words announce.
   *
   * @param numbersAreDistributed whether 分别 assigns the numbers to several subjects
   * @param words the words before the numbers
   * @param numbers the numbers
   * @return offset after the numbers
   */
  int addCounts(
      boolean numbersAreDistributed, List<ProseToken> words, List<ProseToken.Numeral> numbers) {
    String text =
        words.isEmpty() ? "" : foldedText.text(words.getFirst().start(), words.getLast().end());
    words.stream()
        .filter(t -> t instanceof ProseToken.Time time && time.years().size() == 1)
        .forEach(t -> discourse.sentence.yearOfCount = ((ProseToken.Time) t).years().getFirst());
    if (PROJECT_COUNT_LABEL.matcher(text).matches() && numbers.getFirst().unit().equals("个")) {
      changeTopicToProjects();
      return numbers.getLast().end();
    }
    countedPartResolver.rememberPosts(text);
    AmountPhrase phrase = discourse.readPhrase(words);
    if (phrase.subjects().size() == 1
        && phrase.subjects().getFirst().isInChart()
        && !discourse.isNumberOfThings(phrase.subjects().getFirst())) {
      changeTopicToCountedAccount(phraseResolver.resolveSubjects(phrase));
    }
    boolean named = phrase.subjects().stream().anyMatch(Subject::isInChart);
    AmountPhrase of = named ? phrase : phrase.withSubjects(List.of());
    List<ValueSubjectAssigner.SubjectAndYear> found =
        numbersAreDistributed ? subjectAssigner.assign(true, of, numbers.size()) : List.of();
    for (int i = 0; i < numbers.size(); i++) {
      ProseToken.Numeral number = numbers.get(i);
      Optional<String> account =
          countAccountResolver.resolve(number, text, phrase, hasNounWithoutAccount(words));
      if (account.isPresent()) {
        String item =
            i < found.size()
                ? itemOrAccount(found.get(i).subject())
                : countedPartResolver.resolveProjectOrPart(
                    account.get(), phrase, text, number.unit());
        if (item == null && isOneOfSeries(number)) {
          continue;
        }
        Subject subject = Subject.ofChart(account.get(), item, null, null, account.get(), null);
        StageAndTime inherited =
            phraseResolver
                .resolveStageAndTime(
                    phrase, phrase.years().isEmpty() ? discourse.sentence.yearOfCount : null)
                .withPeriod(phrase.period());
        StageAndTime stageAndTime = stageAndTimeOf(phrase, inherited);
        discourse.statements.add(
            new Count(
                discourse.clauseSpan,
                Operand.of(subject, stageAndTime, quantityReader.read(number))));
      }
    }
    changeTopicToScoredProject(text);
    discourse.sentence.countsThings = true;
    return numbers.getLast().end();
  }

  /** Whether the words right before a number are a noun that no account of counts has: 内设科室. */
  private static boolean hasNounWithoutAccount(List<ProseToken> words) {
    return !words.isEmpty()
        && words.getLast() instanceof ProseToken.Text noun
        && noun.end() - noun.start() >= MIN_NOUN_LENGTH;
  }

  /**
   * Makes the account whose things are counted the topic. If it is a part of the current topic, it
   * is the topic only until the sentence ends: in （3）公务接待。国内接待3批次。决算数较预算数减少4.82万元 the change
   * belongs to 公务接待.
   */
  private void changeTopicToCountedAccount(List<Subject> counted) {
    List<Subject> topic = discourse.topic().subjects();
    boolean part =
        counted.size() == 1
            && topic.size() == 1
            && discourse.relations().isAncestor(topic.getFirst(), counted.getFirst());
    if (part) {
      discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(counted));
    } else {
      discourse.changeTopic(counted);
    }
  }

  /** Makes a project named before its score the topic: “修缮库房”项目自评得分为94.6分。全年预算数…. */
  private void changeTopicToScoredProject(String words) {
    String scored = CountedPartResolver.findScoredProject(words);
    if (scored != null
        && discourse.context.projectFunding() == null
        && !NameBoundaryDetector.isIncompleteProjectName(scored)) {
      discourse.changeTopic(List.of(discourse.nameResolver().projectFunding(scored, null)));
    }
  }

  /**
   * Makes the funding of projects the topic for the rest of the sentence, unless the topic is an
   * account of the chart.
   */
  private void changeTopicToProjects() {
    boolean open = discourse.topic().subjects().stream().noneMatch(Subject::isInChart);
    if (open && discourse.context.projectFunding() == null) {
      Optional.ofNullable(
              discourse.context.textEvaluatesProjects() ? discourse.context.subject() : null)
          .or(() -> discourse.nameResolver().allProjectsFunding())
          .ifPresent(s -> discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(List.of(s))));
    }
  }

  /**
   * The stage and time of a count that states them, kept for later counts of the sentence if the
   * stage is a budget, 2024年预算安排购置车辆0辆，设备2台; otherwise the stage and time of a budget that was
   * kept, or the stage of the titles.
   */
  private StageAndTime stageAndTimeOf(AmountPhrase phrase, StageAndTime inherited) {
    Stage stage = phrase.stage();
    if (stage != null) {
      discourse.sentence.stageAndTimeOfPlannedCount =
          BudgetStages.isBudget(stage) ? inherited : null;
      return inherited;
    }
    StageAndTime planned = discourse.sentence.stageAndTimeOfPlannedCount;
    return planned != null && phrase.years().isEmpty()
        ? planned.withPeriod(inherited.period())
        : inherited.withStage(stageOfYear(inherited.year()));
  }

  /**
   * The stage of a count that states none: the plan if its year is after the year of the titles,
   * the result if its year is before the year of a budget, and otherwise the stage of the titles.
   */
  private @Nullable Stage stageOfYear(@Nullable Integer year) {
    StageAndTime report = discourse.context.stageAndTime();
    Integer reported = report.year();
    Stage stage = report.stage();
    if (reported == null || year == null || year.equals(reported)) {
      return stage;
    }
    return year > reported ? Stage.BUDGET : BudgetStages.isBudget(stage) ? Stage.RESULT : stage;
  }

  /**
   * Whether a number is one of several of the same kind in a row, 98.5分、99分, which belong to
   * different things, so that none of them is the number of the whole.
   */
  private boolean isOneOfSeries(ProseToken.Numeral number) {
    int start = Math.max(0, number.start() - MAX_NEIGHBOR_LENGTH);
    int end = Math.min(foldedText.text().length(), number.end() + MAX_NEIGHBOR_LENGTH);
    Matcher before = BEFORE_IN_SERIES.matcher(foldedText.text(start, number.start()));
    Matcher after = AFTER_IN_SERIES.matcher(foldedText.text(number.end(), end));
    return (before.find() && before.group("unit").equals(number.unit()))
        || (after.find() && after.group("unit").equals(number.unit()));
  }

  private static String itemOrAccount(Subject subject) {
    return subject.item() == null ? subject.account() : subject.item();
  }
}
