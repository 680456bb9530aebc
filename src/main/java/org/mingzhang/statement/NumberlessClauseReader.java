package org.mingzhang.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Statement.Reason;

/**
 * What a clause speaks of without giving its number: a topic, a time, a part without amount, a
 * reason.
 */
final class NumberlessClauseReader {
  private final Discourse discourse;

  NumberlessClauseReader(Discourse discourse) {
    this.discourse = discourse;
  }

  /** A part that is named and has no amount. */
  void markMissingAmount(Phrase phrase) {
    ListScope scope = discourse.lists().innermost();
    if (scope != null && !phrase.subjects().isEmpty()) {
      scope.partWithoutAmount = true;
    }
  }

  /** Words behind the last number of a clause. */
  void readTrailingWords(Phrase phrase) {
    if (phrase.subjects().size() == 1 && phrase.subjects().getFirst().charted()) {
      markMissingAmount(phrase);
    }
  }

  /** The clause speaks of something without giving its amount. */
  void changeTopic(Phrase phrase) {
    if (Discourse.namesSubject(phrase)
        || (!phrase.flow().isEmpty() && discourse.topic.subjects().size() > 1)) {
      discourse.changeTopic(discourse.resolveSubjects(phrase));
    }
  }

  /** A clause without number: it may set the time, name a topic, or name a part without amount. */
  void read(Phrase phrase, boolean item, boolean onlyName, char after, boolean opensItem) {
    ListScope list = discourse.lists().innermost();
    boolean heads = opensItem && (after == '：' || after == '。');
    if (heads && list != null) {
      list.headingSubject = headingSubject(phrase);
    }
    if (phrase.subjects().isEmpty()) {
      Subject flow = heads ? headingSubject(phrase) : null;
      if (flow != null && after == '：') {
        discourse.changeTopic(List.of(flow)); // 1、收入：792.22万元
      }
      if (onlyName) {
        discourse.sentenceYear =
            phrase.years().size() == 1 ? phrase.years().getFirst() : discourse.sentenceYear;
        if (phrase.years().size() > 1) {
          discourse.distributedYears.put(phrase.years().size(), phrase.years());
        }
        discourse.sentencePeriod =
            phrase.period() == null ? discourse.sentencePeriod : phrase.period();
        discourse.sentenceStage = phrase.stage() == null ? discourse.sentenceStage : phrase.stage();
      }
      return;
    }
    boolean charted = phrase.subjects().stream().allMatch(Subject::charted);
    ListScope scope = discourse.lists().innermost();
    boolean part = scope != null && scope.level == 0 && !scope.isEmpty();
    if (charted && onlyName && part && after != '：') {
      markMissingAmount(phrase);
    }
    boolean project =
        opensItem && phrase.subjects().size() == 1 && NameResolver.isProject(phrase.subjects().getFirst());
    boolean undecided = charted && phrase.subjects().size() == 1 && after == '，';
    if (!charted && after == '：' && !opensItem) {
      discourse.unknownHeading = true;
    }
    if (phrase.perHead() && after == '：') {
      discourse.perHead = true;
    }
    if (item
        || project
        || (phrase.perHead() && after == '：')
        || undecided
        || (charted && (onlyName || heads || after == '：'))
        || (opensItem && after == '：')) {
      discourse.changeTopic(discourse.resolveSubjects(phrase));
      if (!phrase.years().isEmpty() && !(phrase.relative() && after == '，')) {
        discourse.sentenceYear = phrase.years().getLast();
      }
    }
  }

  /** What the heading of an item names: （二）支出预算情况：; null where that is not one thing. */
  private @Nullable Subject headingSubject(Phrase phrase) {
    if (phrase.subjects().isEmpty()
        && !phrase.flow().isEmpty()
        && !phrase.flow().equals(Phrase.BOTH)) {
      return discourse.phrases.names().flowSubject(phrase.flow(), phrase.stage());
    }
    List<Subject> named = phrase.subjects().isEmpty() ? List.of() : discourse.resolveSubjects(phrase);
    return named.size() == 1 ? named.getFirst() : null;
  }

  /** A reason or purpose begins. */
  void addReason() {
    DiscourseTopic topic = discourse.topic;
    if (topic.subjects().size() == 1) {
      Operand latest = topic.latestAmount(topic.subjects().getFirst(), false);
      discourse.statements.add(
          new Reason(
              discourse.clauseSpan,
              latest == null
                  ? new Operand(Slot.of(topic.subjects().getFirst()), Slot.unknown(), null)
                  : latest));
    }
  }
}
