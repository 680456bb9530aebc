package org.mingzhang.statement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Count;
import org.mingzhang.text.PatternTable;

/** Adds statements of counts. The words before a number, or the topic, decide what is counted. */
final class CountStatementBuilder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CountStatementBuilder.class);
  private static final Pattern PROJECT_COUNT_LABEL = PATTERNS.get("projects");

  private static final Pattern SCORED_PROJECT = PATTERNS.get("scored-project");

  private static final Pattern PROJECT_NOUN = PATTERNS.get("project-noun");
  private static final Pattern OTHER_PEOPLE = PATTERNS.get("other-people");
  private static final Pattern LOWER_END = PATTERNS.get("range-before");
  private static final Pattern UPPER_END_OR_LIMIT = PATTERNS.get("range-after");
  private static final Pattern DEVICE_WITH_VALUE_LIMIT = PATTERNS.get("device");

  /** Maximum number of characters of a noun for projects; the longest is 重点项目. */
  private static final int MAX_PROJECT_NOUN_LENGTH = 4;

  /**
   * Maximum number of characters of the name of a device with its value limit, such as
   * 单价50万元以上通用设备.
   */
  private static final int MAX_DEVICE_NAME_LENGTH = 40;

  /** Units of devices; numbers with these units are never numbers of people. */
  private static final String DEVICE_UNITS = "台套件";

  /** Maximum number of characters of the other end of a range. */
  private static final int MAX_RANGE_LENGTH = 12;

  private static final String PEOPLE_UNITS = "人名户";

  /** Maximum number of preceding statements that are searched for the whole of a list of counts. */
  private static final int MAX_STATEMENTS_BACK = 8;

  private final FoldedText folded;
  private final DiscourseState discourse;
  private final QuantityReader quantities;
  private final ValueSubjectAssigner assigner;
  private final ProjectEnumerationReader enumerations;

  CountStatementBuilder(FoldedText folded, DiscourseState discourse, QuantityReader quantities) {
    this.folded = folded;
    this.discourse = discourse;
    this.quantities = quantities;
    this.assigner = new ValueSubjectAssigner(discourse);
    this.enumerations = new ProjectEnumerationReader(folded, discourse.phrases.nameResolver());
  }

  /**
   * Adds a statement for each number of things that a clause states and that has an account. An
   * account, a project or a payment that the words name becomes the topic. Adds no statement if the
   * numbers only count the projects that the words announce or name.
   *
   * @param distributed whether 分别 assigns the numbers to several subjects
   * @param words the words before the numbers
   * @param numbers the numbers
   * @return offset after the numbers, or after the noun for projects if the words name as many
   */
  int addCounts(boolean distributed, List<ProseToken> words, List<ProseToken.Numeral> numbers) {
    String text =
        words.isEmpty()
            ? ""
            : folded.text().substring(words.getFirst().start(), words.getLast().end());
    if (PROJECT_COUNT_LABEL.matcher(text).matches() && numbers.getFirst().unit().equals("个")) {
      changeTopicToProjects();
      return numbers.getLast().end();
    }
    List<Subject> projects = findNamedProjects(words, numbers.getFirst());
    if (!projects.isEmpty()) {
      discourse.changeTopic(projects);
      return endOfProjectNoun(numbers.getFirst());
    }
    AmountPhrase phrase = discourse.readPhrase(words);
    if (phrase.subjects().size() == 1 && phrase.subjects().getFirst().charted()) {
      changeTopicToCountedAccount(discourse.resolveSubjects(phrase));
    }
    boolean named = phrase.subjects().stream().anyMatch(Subject::charted);
    AmountPhrase of = named ? phrase : phrase.withSubjects(List.of());
    List<ValueSubjectAssigner.SubjectAndYear> found =
        distributed ? assigner.assign(true, of, numbers.size()) : List.of();
    for (int i = 0; i < numbers.size(); i++) {
      ProseToken.Numeral number = numbers.get(i);
      Optional<String> account =
          findDevice(number)
              .or(() -> openTopicOfPayment(number, phrase))
              .or(() -> findAccount(number.unit(), text, phrase));
      if (account.isPresent() && !isEndOfRange(number)) {
        String item =
            i < found.size()
                ? itemOrAccount(found.get(i).subject())
                : countedProjectOrPart(account.get(), phrase, text, number.unit());
        Subject subject =
            new Subject(
                account.get(),
                true,
                item,
                null,
                null,
                null,
                null,
                null,
                account.get(),
                null,
                false);
        StageAndTime inherited =
            discourse.resolveStageAndTime(phrase, null).withPeriod(phrase.period());
        StageAndTime stageAndTime = stageAndTimeOf(phrase, inherited);
        discourse.statements.add(
            new Count(
                discourse.clauseSpan,
                new Operand(
                    CandidateValues.of(subject),
                    CandidateValues.of(stageAndTime),
                    quantities.read(number))));
      }
    }
    changeTopicToScoredProject(text);
    return numbers.getLast().end();
  }

  /**
   * Makes the account whose things are counted the topic. If it is a part of the current topic,
   * this holds only until the sentence ends: in （3）公务接待。国内接待3批次。决算数较预算数减少4.82万元 the change is that
   * of 公务接待.
   */
  private void changeTopicToCountedAccount(List<Subject> counted) {
    List<Subject> topic = discourse.topic().subjects();
    boolean part =
        counted.size() == 1
            && topic.size() == 1
            && discourse
                .phrases
                .nameResolver()
                .relations()
                .isAncestor(topic.getFirst(), counted.getFirst());
    if (part) {
      discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(counted));
    } else {
      discourse.changeTopic(counted);
    }
  }

  /**
   * The offset after the noun for projects that follows a number; that of the number without one.
   */
  private int endOfProjectNoun(ProseToken.Numeral number) {
    int end = Math.min(folded.text().length(), number.end() + MAX_PROJECT_NOUN_LENGTH);
    Matcher noun = PROJECT_NOUN.matcher(folded.text(number.end(), end));
    return noun.lookingAt() ? number.end() + noun.end() : number.end();
  }

  /** Makes a project named before its score the topic: “修缮库房”项目自评得分为94.6分。全年预算数…. */
  private void changeTopicToScoredProject(String words) {
    Matcher scored = SCORED_PROJECT.matcher(words);
    if (scored.matches()
        && discourse.context.projectFunding() == null
        && !NameBoundaryDetector.isIncompleteProjectName(scored.group("name"))) {
      discourse.changeTopic(
          List.of(discourse.phrases.nameResolver().projectFunding(scored.group("name"), null)));
    }
  }

  /** The projects named before their number, 对水文设施维护、山洪预警2个项目; empty unless as many are named. */
  private List<Subject> findNamedProjects(List<ProseToken> words, ProseToken.Numeral number) {
    boolean projects =
        number.unit().equals("个")
            && number.printed().matches("\\d{1,2}")
            && endOfProjectNoun(number) > number.end();
    return projects
        ? enumerations.read(words, number.start(), Integer.parseInt(number.printed()))
        : List.of();
  }

  /**
   * Makes the funding of projects the topic for the rest of the sentence, unless the topic is an
   * account of the chart.
   */
  private void changeTopicToProjects() {
    boolean open = discourse.topic().subjects().stream().noneMatch(Subject::charted);
    if (open && discourse.context.projectFunding() == null) {
      discourse
          .phrases
          .nameResolver()
          .allProjectsFunding()
          .ifPresent(s -> discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(List.of(s))));
    }
  }

  /**
   * The stage and time of a count that states them, kept for later counts of the sentence if the
   * stage is a budget, 2024年预算安排购置车辆0辆，设备2台; otherwise those of the budget so kept, or the stage of
   * the titles.
   */
  private StageAndTime stageAndTimeOf(AmountPhrase phrase, StageAndTime inherited) {
    Stage stage = phrase.stage();
    if (stage != null) {
      discourse.sentence.plannedCounts = BudgetStages.isBudget(stage) ? inherited : null;
      return inherited;
    }
    StageAndTime planned = discourse.sentence.plannedCounts;
    return planned != null && phrase.years().isEmpty()
        ? planned.withPeriod(inherited.period())
        : inherited.withStage(discourse.context.stageAndTime().stage());
  }

  /**
   * The project or part that is counted or scored: the project named before its score,
   * 送戏下乡项目自评得分95.8分, or named in the sentence, otherwise a part of the count. Null for the whole,
   * and for the one project that the text is about.
   */
  private @Nullable String countedProjectOrPart(
      String account, AmountPhrase phrase, String words, String unit) {
    List<Subject> topic = discourse.topic().subjects();
    Matcher scored = SCORED_PROJECT.matcher(words);
    String named =
        scored.matches()
            ? scored.group("name")
            : topic.size() == 1 && AccountNameResolver.isFundingOfNamedProject(topic.getFirst())
                ? topic.getFirst().item()
                : partName(account, phrase, words, unit);
    Subject project = discourse.context.projectFunding();
    return project != null && Objects.equals(project.item(), named) ? null : named;
  }

  /**
   * The name of a part of a count, null for the whole: 公务用车8辆，其中：一般公务用车6辆. Words that name neither
   * a thing nor an account are that of a part too: 人员编制78人，其中：本级46人，一所18人.
   */
  private @Nullable String partName(
      String account, AmountPhrase phrase, String words, String unit) {
    boolean counted =
        discourse.statements.reversed().stream()
            .limit(MAX_STATEMENTS_BACK)
            .anyMatch(
                s ->
                    s instanceof Count count
                        && count
                            .operand()
                            .subject()
                            .uniqueValue()
                            .filter(c -> isCountOfWholeAccount(c, account))
                            .isPresent());
    if (discourse.lists().innermostList() == null || !counted) {
      return null;
    }
    List<Subject> named = phrase.subjects();
    if (named.isEmpty()
        && !words.isEmpty()
        && phrase.stage() == null
        && phrase.years().isEmpty()
        && CountAccountTable.standard().find(unit, words).isEmpty()) {
      return words;
    }
    return named.size() == 1
            && !named.getFirst().charted()
            && !account.contains(named.getFirst().account())
        ? named.getFirst().account()
        : null;
  }

  private static boolean isDevice(String unit) {
    return DEVICE_UNITS.indexOf(unit.charAt(0)) >= 0;
  }

  /** Whether a number is an end of a range or a limit, and so no count: 90(含)-100分, 90分以上. */
  private boolean isEndOfRange(ProseToken.Numeral number) {
    int start = Math.max(0, number.start() - MAX_RANGE_LENGTH);
    int end = Math.min(folded.text().length(), number.end() + MAX_RANGE_LENGTH);
    return LOWER_END.matcher(folded.text(start, number.start())).find()
        || UPPER_END_OR_LIMIT.matcher(folded.text(number.end(), end)).find();
  }

  /** The name of devices above a value, printed right before their number: 单价50万元以上通用设备4台. */
  private Optional<String> findDevice(ProseToken.Numeral number) {
    if (!isDevice(number.unit())) {
      return Optional.empty();
    }
    Matcher device =
        DEVICE_WITH_VALUE_LIMIT.matcher(
            folded.text(Math.max(0, number.start() - MAX_DEVICE_NAME_LENGTH), number.start()));
    return device.find() ? Optional.of(device.group("name")) : Optional.empty();
  }

  /**
   * Makes a payment that is named before the number of its recipients the topic for the rest of the
   * sentence, 发放生活补贴3,120人, and returns its name. Only in evaluations of projects; empty if the
   * words name no payment.
   */
  private Optional<String> openTopicOfPayment(ProseToken.Numeral number, AmountPhrase phrase) {
    List<Subject> named = phrase.subjects();
    if (!discourse.context.evaluatesProject()
        || named.size() != 1
        || named.getFirst().charted()
        || PEOPLE_UNITS.indexOf(number.unit().charAt(0)) < 0
        || !discourse.phrases.hasAccountEnding(named.getFirst().account())) {
      return Optional.empty();
    }
    Subject payment = named.getFirst();
    discourse.topics.setSentenceOnlyTopic(
        new DiscourseTopic(
            List.of(
                discourse
                    .phrases
                    .nameResolver()
                    .projectFunding(payment.account(), payment.span()))));
    return Optional.of(payment.account());
  }

  private static boolean isCountOfWholeAccount(Subject counted, String account) {
    return counted.account().equals(account) && counted.item() == null;
  }

  private static String itemOrAccount(Subject subject) {
    return subject.item() == null ? subject.account() : subject.item();
  }

  /**
   * The account of what is counted, by the unit and the words of the count. Words that name an
   * account are kept for later counts of the sentence. Words that are short and name no account are
   * completed by those of an earlier count of the sentence or by the topic.
   */
  private Optional<String> findAccount(String unit, String text, AmountPhrase phrase) {
    Optional<String> named = CountAccountTable.standard().find(unit, text);
    if (named.isPresent()) {
      discourse.sentence.countContext = text;
      discourse.sentence.countsDevices = isDevice(unit);
      return named;
    }
    boolean names =
        phrase.subjects().stream().anyMatch(Subject::charted) || OTHER_PEOPLE.matcher(text).find();
    String above =
        isDevice(unit) && !text.isEmpty() && !discourse.sentence.countsDevices
            ? ""
            : discourse.sentence.countContext;
    String topic =
        String.join("", discourse.topic().subjects().stream().map(Subject::account).toList());
    return names || text.length() > 8
        ? Optional.empty()
        : CountAccountTable.standard()
            .find(unit, above + text)
            .or(() -> CountAccountTable.standard().find(unit, topic + text));
  }
}
