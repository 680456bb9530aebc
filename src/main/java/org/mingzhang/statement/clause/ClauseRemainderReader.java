package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.NameBoundaryDetector;
import org.mingzhang.statement.phrase.NamedProjectFinder;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads what remains of a clause after its predicates have been read: the words after its last
 * number, or all words if it has no number. They name the topic of the following clauses, open a
 * list of parts, or are not about amounts. Confined to one thread and one discourse.
 */
final class ClauseRemainderReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ClauseRemainderReader.class);
  private static final Pattern NOTICE_OF_FUNDS = PATTERNS.get("notice-of-funds");
  private static final Pattern UNBUDGETED_PROJECT = PATTERNS.get("unbudgeted-project");

  private static final Set<String> WITHIN_WORDS = Set.of("中", "当中");

  private static final Set<WordClass> CLASSES_WITHIN_NAMES =
      Set.of(
          WordClass.SCOPE,
          WordClass.FUND,
          WordClass.STAGE,
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.WITHIN,
          WordClass.LINK);

  private static final String AS_FOLLOWS = "如下";

  private static final Pattern OTHER_NAME = PATTERNS.get("other-name");
  private static final Pattern PAID_IN_FULL = PATTERNS.get("paid-in-full");
  private static final Pattern NOT_PROJECT_LABEL = PATTERNS.get("no-project-label");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final NumberlessClauseReader numberlessClauseReader;

  ClauseRemainderReader(
      ClauseState clause, DiscourseState discourse, NumberlessClauseReader numberlessClauseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.numberlessClauseReader = numberlessClauseReader;
  }

  /** Reads the words in {@link ClauseState#phraseTokens()}, of which there must be at least one. */
  void read() {
    if (clause.hasNumber()) {
      AmountPhrase counted = phraseAfterCount();
      if (introducesParts()) {
        discourse.openList(ListIntroduction.OF_WHICH);
      } else if (namesComparedAccount()) {
        numberlessClauseReader.changeTopic(discourse.readPhrase(clause.phraseTokens()));
      } else if (counted != null) {
        numberlessClauseReader.changeTopic(counted);
        discourse.sentence.stage =
            counted.stage() == null ? discourse.sentence.stage : counted.stage();
      } else {
        numberlessClauseReader.markMissingAmountOfAccount(
            discourse.readPhrase(clause.phraseTokens()));
      }
      return;
    }
    if (OTHER_NAME.matcher(clause.phraseText()).lookingAt()) {
      // Another name of the same account does not change the topic: 机关运行经费42万元，即日常公用经费，主要用于….
      return;
    }
    ProseToken first = clause.tokens().getFirst();
    if (first instanceof ProseToken.Name
        && first.equals(clause.phraseTokens().getFirst())
        && numberlessClauseReader.readReference(
            discourse.readPhrase(List.of(first)),
            clause.phraseText().substring(clause.text(first).length()))) {
      return;
    }
    Stage approved = ApprovedStageReader.read(clause, discourse.context);
    if (approved != null) {
      discourse.sentence.stage = approved;
      return;
    }
    Matcher unbudgeted = UNBUDGETED_PROJECT.matcher(clause.phraseText());
    if (clause.opensItem() && unbudgeted.matches() && discourse.context.projectFunding() == null) {
      discourse.changeTopic(
          List.of(discourse.nameResolver().projectFunding(unbudgeted.group("name"), null)));
      return;
    }
    if (assignsWholeAmount() || clause.tokens().getFirst().isWordOfClass(WordClass.NOT_PART)) {
      return;
    }
    removeAnnouncingWord();
    AmountPhrase phrase = withProjectAsSubject(discourse.readPhrase(clause.phraseTokens()));
    if (clause.markAfter() == '：'
        && clause.opensSentence()
        && phrase.subjects().stream().noneMatch(Subject::isInChart)) {
      discourse.rememberLeadingName(clause.phraseText());
    }
    if (clause.markAfter() == '：'
        && discourse.context.textEvaluatesWhole()
        && NOT_PROJECT_LABEL.matcher(clause.phraseText()).matches()
        && phrase.subjects().stream().noneMatch(Subject::isInChart)) {
      return;
    }
    Matcher notice = NOTICE_OF_FUNDS.matcher(clause.phraseText());
    if (notice.find() && allocatesOtherFunds(notice.group("name"))) {
      discourse.changeTopic(List.of(Subject.ofUnlistedName(notice.group("name"), null)));
      return;
    }
    Matcher label = NameBoundaryDetector.budgetedProjectMatcher(clause.phraseText());
    boolean named =
        discourse.clauseContext.budgetFollowsLabel()
            && phrase.subjects().size() == 1
            && !phrase.subjects().getFirst().isInChart()
            && !NamedProjectFinder.isAnyProject(phrase.subjects().getFirst().account());
    if (named
        && isLabel()
        && label.matches()
        && !discourse.phraseReader.hasEntityEnding(clause.phraseText())
        && !NameBoundaryDetector.isIncompleteProjectName(label.group("name"))) {
      discourse.topics.setLabeledProject(
          discourse.nameResolver().projectFunding(label.group("name"), null));
      return;
    }
    if (named && isLabelOfProject(phrase.subjects().getFirst())) {
      discourse.topics.setSentenceOnlyTopic(
          new DiscourseTopic(
              List.of(discourse.nameResolver().projectFunding(phrase.subjects().getFirst()))));
      return;
    }
    if (discourse.lists().innermostList() != null
        && phrase.subjects().stream().noneMatch(Subject::isInChart)
        && clause.phraseTokens().stream().noneMatch(ProseToken.Time.class::isInstance)) {
      discourse.wordsWithoutName =
          clause.phraseTokens().stream()
              .dropWhile(
                  t ->
                      WordsAfterAmountReader.isWordForRemainder(t)
                          || t.isWordOfClass(WordClass.LINKING_VERB))
              .toList();
    }
    ProseToken last = clause.phraseTokens().getLast();
    boolean among =
        clause.text(last).equals("中") && (!phrase.subjects().isEmpty() || refersOnlyToTopic());
    boolean item = clause.phraseTokens().stream().anyMatch(ProseToken.Item.class::isInstance);
    boolean onlyName = clause.phraseTokens().stream().allMatch(ClauseRemainderReader::isPartOfName);
    numberlessClauseReader.readClause(
        phrase, item, onlyName, clause.markAfter(), clause.opensItem(), clause.opensSentence());
    if (among) {
      if (!phrase.subjects().isEmpty()) {
        numberlessClauseReader.changeTopic(phrase);
      }
      discourse.openList(ListIntroduction.OF_WHICH);
    }
  }

  /**
   * Whether a clause names the account whose change the next clause states, before the amount with
   * which it is compared: 其中，基本支出与2022年度85.40万元相比，增加4.60万元.
   */
  private boolean namesComparedAccount() {
    int end = clause.phraseTokens().getLast().end();
    boolean base =
        clause.markAfter() == '，'
            && clause.tokens().stream()
                .noneMatch(t -> t instanceof ProseToken.Numeral number && number.start() < end)
            && clause.tokens().stream()
                .filter(t -> t.start() >= end)
                .findFirst()
                .filter(ComparisonBaseReader::introducesBase)
                .isPresent();
    return base
        && discourse.readPhrase(clause.phraseTokens()).subjects().stream()
                .filter(Subject::isInChart)
                .count()
            == 1;
  }

  /**
   * Whether a notice allocates other funds than the funds of the evaluated project, whose budget
   * the text has stated already: 另按《关于下达2023年衔接资金的通知》，下达我县80万元.
   */
  private boolean allocatesOtherFunds(String name) {
    Subject project = discourse.context.projectFunding();
    String item = project == null ? null : project.item();
    return item != null
        && discourse.topic().hasBudget()
        && !item.contains(name)
        && !name.contains(item);
  }

  /**
   * The phrase with the funds whose amount the next clause states, after a number of their batches
   * or projects, as in 下达3批水利救灾资金，共计6300万元; null for other clauses or if no amount follows.
   */
  private @Nullable AmountPhrase phraseAfterCount() {
    boolean countsOnly =
        clause.tokens().stream()
            .allMatch(
                t ->
                    !(t instanceof ProseToken.Numeral number)
                        || number.measure() == Quantity.Measure.COUNT);
    if (!countsOnly
        || clause.markAfter() != '，'
        || !discourse.clauseContext.nextClauseStatesSum()) {
      return null;
    }
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    return phrase.subjects().size() == 1
            && !phrase.subjects().getFirst().isInChart()
            && discourse.phraseReader.hasAccountEnding(phrase.subjects().getFirst().account())
        ? phrase
        : null;
  }

  /**
   * Whether a clause says that the whole amount before it belongs to a single part or is paid from
   * one source: 三公经费预算11万元，均为公务用车运行维护费，比上年下降7%; 全部由事业收入安排，比上年下降7%.
   */
  private boolean assignsWholeAmount() {
    List<ProseToken> words = clause.phraseTokens();
    boolean onlyPart = words.size() == 2 && words.getFirst().isWordOfClass(WordClass.EQUALLY);
    boolean described =
        clause.tokens().getFirst().isWordOfClass(WordClass.LINKING_VERB) && !clause.opensSentence();
    return (PAID_IN_FULL.matcher(clause.phraseText()).matches()
            || ((onlyPart || described) && words.getLast() instanceof ProseToken.Name))
        && (clause.markAfter() == '，' || clause.markAfter() == '(')
        && !discourse.topic().subjects().isEmpty();
  }

  /**
   * Removes the word that announces the amounts after the clause, if a stage and words that may be
   * part of a name are before it: 年初预算数分别为：, 年初预算数如下：.
   */
  private void removeAnnouncingWord() {
    List<ProseToken> words = clause.phraseTokens();
    ProseToken last = words.getLast();
    List<ProseToken> before = words.subList(0, words.size() - 1);
    boolean announces =
        clause.markAfter() == '：'
            && (last.isWordOfAnyClass(WordClass.RESPECTIVELY, WordClass.LINKING_VERB)
                || clause.text(last).equals(AS_FOLLOWS));
    if (announces
        && before.stream().anyMatch(t -> t.isWordOfClass(WordClass.STAGE))
        && before.stream().allMatch(ClauseRemainderReader::isPartOfName)) {
      words.removeLast();
    }
  }

  /** Whether a token is a name or states the year, stage, fund or perimeter of an amount. */
  private static boolean isPartOfName(ProseToken token) {
    return token instanceof ProseToken.Name
        || token instanceof ProseToken.Time
        || token.isConjunction()
        || (token instanceof ProseToken.Word word && CLASSES_WITHIN_NAMES.contains(word.type()));
  }

  /**
   * Whether a clause of a self-evaluation only names the project whose amounts follow:
   * 食堂设备更新：预算60万元，实际支出57万元；.
   */
  private boolean isLabelOfProject(Subject named) {
    Subject evaluated = discourse.context.subject();
    return (clause.opensSentence()
            || clause.markBefore() == '；'
            || (clause.markBefore() == '：' && "，(".indexOf(clause.markAfter()) >= 0))
        && !clause.opensItem()
        && evaluated != null
        && Lexicon.standard().isDefaultAccountName(evaluated.account())
        && (clause.markAfter() != '，' || namesFundsOfProject(named));
  }

  /**
   * Whether a clause that begins a sentence ends in a colon, in a text that is not about one
   * project: 河道清淤项目：预算30万元，支出28万元.
   */
  private boolean isLabel() {
    return clause.markAfter() == '：'
        && clause.opensSentence()
        && discourse.context.projectFunding() == null;
  }

  /**
   * Whether a name that the chart does not have may be that of the funds of a project rather than a
   * general word for money.
   */
  private boolean namesFundsOfProject(Subject named) {
    return discourse.phraseReader.hasAccountEnding(named.account())
        && !Lexicon.standard().isDefaultAccountName(named.account())
        && Lexicon.standard().stageOfProjectTotal(named.account()) == null
        && Lexicon.standard().accountOfProjectMoney(named.account()) == null;
  }

  /** Whether the parts of an amount follow: 预算79.69亿元中，. */
  private boolean introducesParts() {
    return (clause.markAfter() == '，' || clause.markAfter() == '：')
        && clause.phraseTokens().size() == 1
        && WITHIN_WORDS.contains(clause.text(clause.phraseTokens().getLast()));
  }

  /**
   * The phrase with the funding of a project as its subject if it is a list item that begins with a
   * project, （1）“冬季瓜菜基地建设”项目， or, in a report that evaluates projects, （1）展厅运维经费。 before a budget;
   * otherwise the phrase itself.
   */
  private AmountPhrase withProjectAsSubject(AmountPhrase phrase) {
    if (!clause.opensItem()
        || phrase.subjects().size() != 1
        || phrase.subjects().getFirst().isInChart()) {
      return phrase;
    }
    Subject named = phrase.subjects().getFirst();
    boolean money =
        discourse.clauseContext.budgetFollowsLabel()
            && discourse.context.textEvaluatesProjects()
            && discourse.context.projectFunding() == null
            && namesFundsOfProject(named);
    if (!money && !clause.text(clause.phraseTokens().getLast()).equals("项目")) {
      return phrase;
    }
    return phrase.withSubjects(List.of(discourse.nameResolver().projectFunding(named)));
  }

  /**
   * Whether a clause that ends in 中 refers to the amount of the topic without naming an account:
   * 已支出资金中.
   */
  private boolean refersOnlyToTopic() {
    List<ProseToken> words = clause.phraseTokens();
    return discourse.topic().subjects().size() == 1
        && words.size() > 1
        && clause.nameNoAccount(words.subList(0, words.size() - 1));
  }
}
