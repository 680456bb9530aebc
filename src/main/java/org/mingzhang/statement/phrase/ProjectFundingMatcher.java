package org.mingzhang.statement.phrase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.Subsequence;

/**
 * Recognizes names other than 项目资金 for the money of the project that a report evaluates: the
 * project's own name, shortened or with words inserted (义务教育阶段…生活补助资金 for 义务教育…生活补助), and names
 * such as 应安排资金. Money that was received or is left belongs to other accounts.
 */
final class ProjectFundingMatcher {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ProjectFundingMatcher.class);
  private static final Pattern FUNDING_SOURCE = PATTERNS.get("source-of-funds");

  /** Minimum number of characters of a name that can stand for the project. */
  private static final int MIN_NAME_LENGTH = 4;

  /** The word for money that is due: 地方应配套. */
  private static final String WORD_FOR_DUE_MONEY = "应";

  /** The central government as the source of funds, with the word for a level. */
  private static final String LEVEL_OF_SOURCE = "^中央级";

  /**
   * The ending of names of revenue, which is not project money even if it contains the name of the
   * project.
   */
  private static final String REVENUE = "收入";

  /** Number of characters of the last word of a name, such as 资金. */
  private static final int LAST_WORD_LENGTH = 2;

  /** Maximum number of characters of a name that are not part of the project's name. */
  private static final int MAX_INSERTED_LENGTH = 8;

  private final Lexicon lexicon;
  private final @Nullable Subject project;

  /** The money of the evaluated projects, or the expenditure of the evaluated body; or null. */
  private final @Nullable Subject evaluatedWhole;

  /** Whether the text evaluates projects. */
  private final boolean textEvaluatesProjects;

  ProjectFundingMatcher(Lexicon lexicon, InheritedContext context) {
    this.lexicon = lexicon;
    this.project = context.projectFunding();
    this.textEvaluatesProjects = context.textEvaluatesProjects();
    this.evaluatedWhole = context.textEvaluatesWhole() ? context.subject() : null;
  }

  /**
   * The subject for the project's money if the name means that money, and in the evaluation of a
   * whole body for its expenditure, 年度资金总额; otherwise the name itself. Money that was received or
   * is left becomes an account of its own, at the stage of execution.
   */
  ResolvedName resolveProjectFunding(ResolvedName named) {
    Subject subject = named.subject();
    String account =
        textEvaluatesProjects ? lexicon.accountOfProjectMoney(subject.account()) : null;
    if (account != null && !subject.isInChart()) {
      return new ResolvedName(
          subject.withAccountAndItem(account, false, null),
          !lexicon.isMatchingFundsAccount(account)
              ? Stage.EXECUTION
              : subject.account().contains(WORD_FOR_DUE_MONEY) ? Stage.BUDGET : null);
    }
    Subject body = textEvaluatesProjects ? null : evaluatedWhole;
    if (body != null
        && !subject.isInChart()
        && lexicon.stageOfProjectTotal(subject.account()) != null) {
      return new ResolvedName(body, lexicon.stageOfProjectTotal(subject.account()));
    }
    String item = project == null ? null : project.item();
    if (project == null || item == null || subject.isInChart() || subject.item() != null) {
      return named;
    }
    String name = subject.account();
    Stage stage = lexicon.stageOfProjectTotal(name);
    if (stage != null) {
      return new ResolvedName(project, stage);
    }
    return !name.endsWith(REVENUE) && meansProject(item, name)
        ? new ResolvedName(project, named.stage())
        : named;
  }

  /**
   * Whether a name leaves out characters within a project's name: 衔接资金 of 衔接推进乡村振兴补助资金. False for a
   * name that begins with a source, such as 中央资金, since it names a part of the project's money.
   */
  private static boolean isAbbreviationOf(String projectName, String name) {
    int ending = name.length() - LAST_WORD_LENGTH;
    return name.length() >= MIN_NAME_LENGTH
        && projectName.endsWith(name.substring(ending))
        && projectName.contains(name.substring(0, ending))
        && !FUNDING_SOURCE.matcher(name).lookingAt();
  }

  /**
   * Whether a long name leaves out words in the middle of a project's name and ends like it:
   * 中央级公共文化服务建设专项资金 of 中央补助公共文化服务体系建设专项资金.
   */
  private static boolean omitsWords(String projectName, String name) {
    int ending = projectName.length() - MIN_NAME_LENGTH;
    return name.length() >= 2 * MIN_NAME_LENGTH
        && ending > 0
        && name.endsWith(projectName.substring(ending))
        && !namesOtherSource(projectName, name)
        && Subsequence.containsInOrder(projectName, name.replaceFirst(LEVEL_OF_SOURCE, "中央"));
  }

  /**
   * Whether a name says which source the money comes from and the project's name does not begin
   * with the same words: 自治区水利发展资金 is only a part of 水利发展资金.
   */
  private static boolean namesOtherSource(String projectName, String name) {
    Matcher source = FUNDING_SOURCE.matcher(name);
    return source.lookingAt() && !projectName.startsWith(source.group());
  }

  private boolean meansProject(String projectName, String name) {
    String body = lexicon.withoutEnding(WordClass.ACCOUNT, name);
    boolean shorter =
        (body.length() >= MIN_NAME_LENGTH && projectName.endsWith(body))
            || isAbbreviationOf(projectName, name);
    boolean longer =
        projectName.length() >= MIN_NAME_LENGTH
            && name.length() <= projectName.length() + MAX_INSERTED_LENGTH
            && (name.endsWith(projectName) || lexicon.hasEnding(WordClass.ACCOUNT, name))
            && !namesOtherSource(projectName, name)
            && Subsequence.containsInOrder(name, projectName);
    return shorter || longer || omitsWords(projectName, name);
  }
}
