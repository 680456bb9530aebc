package org.mingzhang.web.changes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DamagedRecordException;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.render.Labels;

/**
 * A summary of the changes in a new version of a document, such as 3 天后改了 3 个数.
 *
 * @param days days between the dates on which the two versions were first seen, not negative
 * @param numberCount number of values (amounts, rates, counts) added, removed or changed
 * @param indicatorCount number of indicator rows added, removed or changed
 * @param sectionCount number of sections added or removed, or whose title or text changed
 * @param headingCount number of sections of which only the number changed
 * @param firstChanges the first changed values, at most three
 */
public record ChangeSummary(
    long days,
    int numberCount,
    int indicatorCount,
    int sectionCount,
    int headingCount,
    List<VersionChanges.LocalizedChange> firstChanges) {
  private static final int MAX_NAMED_CHANGES = 3;

  /** Makes an immutable copy of the list. */
  public ChangeSummary {
    firstChanges = List.copyOf(firstChanges);
  }

  /**
   * The summary of a version that replaced another one; empty for a first version, or if a record
   * is damaged.
   */
  public static Optional<ChangeSummary> compute(
      Archive archive, DocumentLookup documents, DocumentVersion version) {
    Optional<DocumentVersion> earlier =
        archive.versions(version.documentId()).stream()
            .filter(v -> v.number() == version.number() - 1)
            .findFirst();
    try {
      Optional<ArchivedDisclosure> before = earlier.flatMap(documents::find);
      Optional<ArchivedDisclosure> after = documents.find(version);
      return before.isEmpty() || after.isEmpty()
          ? Optional.empty()
          : Optional.of(summarize(before.get(), after.get()));
    } catch (DamagedRecordException damaged) {
      return Optional.empty();
    }
  }

  private static ChangeSummary summarize(ArchivedDisclosure before, ArchivedDisclosure after) {
    VersionChanges changes = VersionChanges.compare(before, after);
    return new ChangeSummary(
        Math.max(0, daysBetween(before.version().firstSeen(), after.version().firstSeen())),
        changes.figures().size(),
        changes.indicators().size(),
        changes.sections().size(),
        changes.numbers().size(),
        changes.figures().stream().limit(MAX_NAMED_CHANGES).toList());
  }

  private static long daysBetween(Instant from, Instant to) {
    return ChronoUnit.DAYS.between(ChinaTime.toDate(from), ChinaTime.toDate(to));
  }

  /** The summary as a sentence, without a full stop. */
  public String sentence(Labels labels) {
    List<String> parts = new ArrayList<>();
    addCount(parts, numberCount, "change.numbers", labels);
    addCount(parts, indicatorCount, "change.targets", labels);
    if (numberCount == 0) {
      addCount(parts, sectionCount, "change.sections", labels);
    }
    if (parts.isEmpty()) {
      addCount(parts, headingCount, "change.headings", labels);
    }
    String when = days == 0 ? labels.text("change.day") : labels.text("change.days", "" + days);
    return parts.isEmpty()
        ? labels.text("change.nothing", when)
        : labels.text("change.sentence", when, String.join(labels.text("change.and"), parts));
  }

  private static void addCount(List<String> parts, int count, String key, Labels labels) {
    if (count > 0) {
      parts.add(labels.text(count == 1 ? key + ".one" : key, "" + count));
    }
  }
}
