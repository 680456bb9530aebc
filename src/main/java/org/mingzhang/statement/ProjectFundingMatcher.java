package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.text.Subsequence;

/**
 * Recognizes the funding of the project that a report evaluates under other names than 项目资金: under
 * the name of the project, shortened or with words in between (义务教育阶段…生活补助资金 of 义务教育…生活补助), and
 * under names such as 应安排资金. What was received or is left of it has an account of its own.
 */
final class ProjectFundingMatcher {
  /** Minimum number of characters of a name that represents the project. */
  private static final int MIN_LENGTH = 4;

  /** Maximum number of characters that a name may have beside those of the project. */
  private static final int MAX_OTHER = 8;

  private final Lexicon lexicon;
  private final @Nullable Subject project;

  /** Whether the text evaluates projects. */
  private final boolean evaluates;

  ProjectFundingMatcher(Lexicon lexicon, InheritedContext context) {
    this.lexicon = lexicon;
    this.project = context.project();
    this.evaluates = context.evaluatesProject();
  }

  /** The money of the project if the name means it; otherwise the name itself. */
  ResolvedName match(ResolvedName named) {
    Subject subject = named.subject();
    String account = evaluates ? lexicon.projectAccount(subject.account()) : null;
    if (account != null && !subject.charted()) {
      return new ResolvedName(subject.withAccountAndItem(account, false, null), Stage.EXECUTION);
    }
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
