package org.mingzhang.statement.clause;

import java.util.List;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountRelations;

/**
 * Finds the accounts that words for the remaining members of a list refer to: in
 * 运行费增加0.4万元，接待费减少0.75万元，其余两项与上年一致, the accounts of the preceding sentence that this sentence has
 * not named. If their number differs from the stated one, the words refer to no account.
 */
final class RemainingAccountResolver {
  private final DiscourseState discourse;

  RemainingAccountResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Makes the remaining accounts the topic for the rest of the sentence. The topic has no account
   * if the sentence has named none or the number differs.
   *
   * @param count how many they must be; 0 for any number
   */
  void setTopicToRemainingAccounts(int count) {
    List<Subject> named = discourse.sentence.namedSubjects;
    AccountRelations relations = discourse.relations();
    List<Subject> candidates =
        discourse.sentence.previousNamedSubjects.stream()
            .distinct()
            .filter(s -> named.stream().noneMatch(s::isSameAs))
            .filter(s -> named.stream().noneMatch(n -> relations.isAncestor(s, n)))
            .toList();
    boolean fits = !named.isEmpty() && (count == 0 || candidates.size() == count);
    discourse.topics.setSentenceOnlyTopic(new DiscourseTopic(fits ? candidates : List.of()));
    discourse.sentence.lastChangeIndices = List.of();
  }
}
