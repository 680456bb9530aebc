package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.text.Subsequence;

/**
 * Recognizes the money of the project that a report evaluates under other names than 项目资金: under
 * the name of the project, shortened or with words in between (义务教育阶段…生活补助资金 of 义务教育…生活补助), and
 * under names such as 应安排资金.
 */
final class ProjectMoneyMatcher {
  /** Minimum number of characters of a name that represents the project. */
  private static final int MIN_LENGTH = 4;

  /** Maximum number of characters that a name may have beside those of the project. */
  private static final int MAX_OTHER = 8;

  private final Lexicon lexicon;
  private final @Nullable Subject project;

  /**
   * Creates a matcher for the project of a section.
   *
   * @param project subject of the money of the project, or null if the section is about none
   */
  ProjectMoneyMatcher(Lexicon lexicon, @Nullable Subject project) {
    this.lexicon = lexicon;
    this.project = project;
  }

  /** The money of the project if the name means it; otherwise the name itself. */
  ResolvedName match(ResolvedName named) {
    Subject subject = named.subject();
    String item = project == null ? null : project.item();
    if (project == null || item == null || subject.charted() || subject.item() != null) {
      return named;
    }
    String name = subject.account();
    Stage stage = lexicon.stageOfProjectTotal(name);
    if (stage != null) {
      return new ResolvedName(project, stage);
    }
    return isNameOf(item, name) ? new ResolvedName(project, named.stage()) : named;
  }

  private boolean isNameOf(String item, String name) {
    String body = lexicon.withoutEnding(WordClass.ACCOUNT, name);
    boolean shorter = body.length() >= MIN_LENGTH && item.endsWith(body);
    boolean longer =
        item.length() >= MIN_LENGTH
            && name.length() <= item.length() + MAX_OTHER
            && (name.endsWith(item) || lexicon.hasEnding(WordClass.ACCOUNT, name))
            && Subsequence.isIn(name, item);
    return shorter || longer;
  }
}
