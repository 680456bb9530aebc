package org.mingzhang.statement.clause;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Subject;

/**
 * The topics of one subject with a statement in the section, by subject and by item. A later topic
 * of the same subject replaces an earlier one. Used by one reader on one thread.
 */
final class StatedTopics {
  private final Map<String, DiscourseTopic> topicsBySubject = new LinkedHashMap<>();
  private final Map<String, Subject> subjectsByItem = new HashMap<>();

  /**
   * Adds a topic that has a statement, if it has exactly one subject: {@link #findBySubject} then
   * returns this topic for the subject, and {@link #findByItem} the subject for its item.
   */
  void add(DiscourseTopic topic) {
    if (topic.subjects().size() == 1) {
      Subject subject = topic.subjects().getFirst();
      topicsBySubject.put(subjectKey(subject), topic);
      if (subject.item() != null) {
        subjectsByItem.put(subject.item(), subject);
      }
    }
  }

  /** The last subject of the section with a statement and this item, or null. */
  @Nullable Subject findByItem(String item) {
    return subjectsByItem.get(item);
  }

  /**
   * The topic with the last statements of a subject in this section, or null. Only account, item
   * and entity are compared.
   */
  @Nullable DiscourseTopic findBySubject(Subject subject) {
    return topicsBySubject.get(subjectKey(subject));
  }

  /** The last amount of a subject in this section; null if it has none. */
  @Nullable Operand findLatestAmount(Subject subject) {
    DiscourseTopic stated = findBySubject(subject);
    return stated == null ? null : stated.findLatestAmount(subject, true);
  }

  /**
   * For each subject with a statement in this section, the topic with its last statements; in the
   * order of their first statements.
   */
  Collection<DiscourseTopic> topicsWithStatements() {
    return topicsBySubject.values();
  }

  private static String subjectKey(Subject subject) {
    return subject.account() + "|" + subject.item() + "|" + subject.entity();
  }
}
