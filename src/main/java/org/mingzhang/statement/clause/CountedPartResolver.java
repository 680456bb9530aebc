package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Statement.Count;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.text.PatternTable;

/**
 * Decides whether a count is that of a project, or of a part of a whole that was counted before.
 */
final class CountedPartResolver {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CountedPartResolver.class);
  private static final Pattern SCORED_PROJECT = PATTERNS.get("scored-project");
  private static final Pattern POSTS = PATTERNS.get("posts");
  private static final Pattern STAFF = PATTERNS.get("staff");
  private static final Pattern EVALUATED_SUFFIX = PATTERNS.get("evaluated-suffix");

  /** Maximum number of preceding statements that are searched for the whole of a list of counts. */
  private static final int MAX_STATEMENTS_BACK = 8;

  private final DiscourseState discourse;

  CountedPartResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * The kind of posts, the project or the part that is counted or scored: the project named before
   * its score, 送戏下乡项目自评得分95.8分, a part of the count, or the project that is the topic. Null for the
   * whole, and for the one project that the title of the document names.
   */
  @Nullable String resolveProjectOrPart(
      String account, AmountPhrase phrase, String words, String unit) {
    String kind = findAndForgetKindOfPosts(account, words);
    if (kind != null) {
      return kind;
    }
    List<Subject> topic = discourse.topic().subjects();
    String scored = findScoredProject(words);
    String part = scored == null ? findPartName(account, phrase, words, unit) : scored;
    String named =
        part != null
            ? part
            : topic.size() == 1 && AccountNameResolver.isFundingOfNamedProject(topic.getFirst())
                ? topic.getFirst().item()
                : null;
    Subject project = discourse.context.projectFunding();
    return project != null
            && named != null
            && named.equals(project.item())
            && discourse.context.isNamedInTitle(named)
        ? null
        : named;
  }

  /**
   * Finds the kind of posts that a number of staff fills, 行政编制26人，实有24人, and forgets the kinds that
   * the sentence has named. Null if there is none or if posts of several kinds precede.
   */
  private @Nullable String findAndForgetKindOfPosts(String account, String words) {
    Set<String> kinds = discourse.sentence.kindsOfPosts;
    if (!STAFF.matcher(account).matches()) {
      return null;
    }
    String kind = kinds.size() == 1 && !POSTS.matcher(words).find() ? kinds.iterator().next() : "";
    kinds.clear();
    return kind.isEmpty() ? null : kind;
  }

  /** Keeps the kind of posts that words before a number name: 行政编制; empty for all posts. */
  void rememberPosts(String words) {
    Matcher posts = POSTS.matcher(words);
    if (posts.find()) {
      discourse.sentence.kindsOfPosts.add(Objects.requireNonNullElse(posts.group("kind"), ""));
    }
  }

  /** The project, or the money for a purpose, that words name before its score; otherwise null. */
  static @Nullable String findScoredProject(String words) {
    Matcher scored = SCORED_PROJECT.matcher(words);
    if (!scored.matches()) {
      return null;
    }
    String project = scored.group("name");
    return project == null ? scored.group("funds") : project;
  }

  /**
   * The name of a part of a count, null for the whole: 公务用车8辆，其中：一般公务用车6辆. Words that name neither
   * a thing nor an account are the name of a part as well: 人员编制78人，其中：本级46人，一所18人.
   */
  private @Nullable String findPartName(
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
        && words.codePoints().anyMatch(Character::isIdeographic)
        && phrase.stage() == null
        && phrase.years().isEmpty()
        && !CountAccountTable.standard().find(unit, words).equals(Optional.of(account))) {
      return words;
    }
    return named.size() == 1
            && !named.getFirst().isInChart()
            && !account.contains(named.getFirst().account())
        ? EVALUATED_SUFFIX.matcher(named.getFirst().account()).replaceFirst("")
        : null;
  }

  private static boolean isCountOfWholeAccount(Subject counted, String account) {
    return counted.account().equals(account) && counted.item() == null;
  }
}
